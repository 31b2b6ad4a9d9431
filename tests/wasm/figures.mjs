// SPDX-License-Identifier: MIT
// figures.mjs CORE.WASM CATALOGUE.BIN NATIVE...: draws every routine through the door, a picture every 200 ms, and
// compares a hash of all draw lists with what each native program prints (tests/core/hash/figures.c).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [wasm, bin, ...natives] = process.argv.slice(2);
const { exports: core } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {});
const image = readFileSync(bin);
new Uint8Array(core.memory.buffer, core.uh_door_catalogue_buffer(image.length)).set(image);
assert.equal(core.uh_door_catalogue_open(image.length), 0);
core.uh_door_person(0, 0xff >>> 1, 0xf, 0, 0); // everything is there, everything was said yes to

const text = (address) => {
  const bytes = new Uint8Array(core.memory.buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
};

// The views that a page paints from hold what they say.
function checkViews() {
  const shapes = new DataView(core.memory.buffer, core.uh_door_shapes(), core.uh_door_shape_count() * 48);
  const contours = new Uint32Array(core.memory.buffer, core.uh_door_contours(), core.uh_door_contour_count() * 3);
  const points = new Float64Array(core.memory.buffer, core.uh_door_points(), core.uh_door_point_count() * 2);
  assert.ok(core.uh_door_shape_count() > 10);
  for (let i = 0; i < core.uh_door_shape_count(); i++) {
    const [kind, tone, first, count] = [0, 4, 8, 12].map((at) => shapes.getUint32(i * 48 + at, true));
    assert.ok(kind <= 1 && core.uh_door_tone_colour(0, tone) !== 0);
    assert.ok(count >= 1 && first + count <= contours.length / 3);
    assert.ok(shapes.getFloat64(i * 48 + (kind === 0 ? 24 : 32), true) < 1);
  }
  for (let i = 0; i < contours.length; i += 3) {
    assert.ok(contours[i] + contours[i + 1] <= points.length / 2);
  }
  assert.ok(points.every((value) => Math.abs(value) < 100));
}

const printed = [];
let pictures = 0;
let spentMs = 0;
for (let recipe = 0; recipe < core.uh_door_recipe_count(); recipe++) {
  assert.equal(core.uh_door_routine_recipe(recipe), 0);
  const endMs = core.uh_door_routine_total();
  assert.equal(core.uh_door_session_start(100, 0), 0);
  core.uh_door_figure_start(1.7);
  let hash = 0n;
  for (let ms = 0; ms <= endMs; ms += 200) {
    while (core.uh_door_session_next(ms) === 1);
    const before = performance.now();
    const inset = core.uh_door_figure_follow(ms, 1);
    spentMs += performance.now() - before;
    pictures++;
    hash = core.uh_door_drawing_hash(hash);
    if (inset === 1) {
      core.uh_door_figure_inset(1);
      hash = core.uh_door_drawing_hash(hash);
    }
  }
  checkViews();
  printed.push(`${text(core.uh_door_recipe_key(recipe))} ${BigInt.asUintN(64, hash).toString(16).padStart(16, '0')}`);
}
for (const native of natives) {
  assert.deepEqual(printed, execFileSync(native, { encoding: 'utf8' }).trimEnd().split('\n'), native);
}
console.log(`${pictures} pictures are equal; figure_wasm_frame ${((spentMs * 1000) / pictures).toFixed(2)} us`);
