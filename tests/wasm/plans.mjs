// SPDX-License-Identifier: MIT
// plans.mjs CORE.WASM CATALOGUE.BIN NATIVE...: plans through the door for the people, places and pasts of
// tests/core/hash/plans.c, and compares a hash of each plan with what each native program prints.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [wasm, bin, ...natives] = process.argv.slice(2);
const { exports: core } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {});
const image = readFileSync(bin);
new Uint8Array(core.memory.buffer, core.uh_door_catalogue_buffer(image.length)).set(image);
assert.equal(core.uh_door_catalogue_open(image.length), 0);

const text = (address) => {
  const bytes = new Uint8Array(core.memory.buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
};

// Which stretches have sides is not asked through the door; the native program reads it from the catalogue.
const bothAtOnce = new Set(['shoulder-blade-squeeze', 'chest-expansion', 'cat-cow', 'thoracic-extension',
  'thoracic-extension-roller', 'backward-shoulder-rolls', 'lying-arm-extension', 'prone-w', 'foam-roller-ity', 'chin-tuck',
  'neck-flexion-extension']);

const TODAY = 20000;
let seed = 1;
const draw = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return (seed >>> 8) % below;
};

function takeSet(entry) {
  const exercise = draw(core.uh_door_exercise_count());
  const side = bothAtOnce.has(text(core.uh_door_exercise_key(exercise))) ? 0 : 1 + draw(2);
  const holdMs = draw(40) * 1000;
  const repetitions = draw(10);
  const durationMs = 1000 + draw(90000);
  const stopped = draw(12) === 0;
  core.uh_door_history_set(entry, exercise, side, holdMs, repetitions, durationMs, stopped ? 2 : 0, stopped ? 1 : 0);
}

function takeDay(day) {
  const pain = draw(7);
  core.uh_door_history_rating(day, pain, draw(11));
  if (draw(20) === 0) {
    core.uh_door_history_mark(day, 1);
  }
  core.uh_door_history_session(day, draw(4));
  const sets = draw(5);
  for (let i = 0; i < sets; i++) {
    takeSet(i);
  }
}

function drawWorld() {
  const [profile, equipment, optIn] = [draw(4), draw(128), draw(16)];
  const discreet = draw(4) === 0;
  core.uh_door_person(profile, equipment, optIn, discreet ? 1 : 0, draw(3));
  core.uh_door_person_regions(draw(64));
  core.uh_door_screening(draw(3) === 0 ? 1 << draw(11) : 0);
  core.uh_door_history_begin(TODAY);
  const days = draw(40);
  for (let i = 0; i < days; i++) {
    if (draw(3) > 0) {
      takeDay(TODAY - (days - 1 - i));
    }
  }
  core.uh_door_history_end();
}

const printed = [];
let spentMs = 0;
for (let i = 0; i < 400; i++) {
  drawWorld();
  const context = draw(7);
  const minutes = 1 + draw(60);
  const most = draw(4) === 0 ? 1 + draw(4) : 0;
  const micro = draw(8) === 0 ? 1 : 0;
  const before = performance.now();
  const status = core.uh_door_plan(context, minutes, most, micro);
  spentMs += performance.now() - before;
  const hash = BigInt.asUintN(64, core.uh_door_plan_hash(0n)).toString(16).padStart(16, '0');
  printed.push(`${status} ${core.uh_door_plan_count()} ${hash}`);
  for (let exercise = 0; exercise < core.uh_door_exercise_count(); exercise++) {
    assert.ok(core.uh_door_plan_group(exercise) < 4);
    assert.match(text(core.uh_door_plan_reason(exercise)), /\w.*\.$/);
  }
  if (status === 0) {
    assert.equal(core.uh_door_session_start(100, 0), 0); // the plan is the routine, and the gate admits it
  }
}
for (const native of natives) {
  assert.deepEqual(printed, execFileSync(native, { encoding: 'utf8' }).trimEnd().split('\n'), native);
}
console.log(`${printed.length} plans are equal; plan_wasm ${((spentMs * 1000) / printed.length).toFixed(0)} us`);
