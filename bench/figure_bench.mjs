// SPDX-License-Identifier: MIT
// figure_bench.mjs CORE-TEST.WASM CATALOGUE.BIN: what a picture of a session with all stretches costs in WebAssembly, as
// figure_bench.c measures it natively.
import { readFileSync } from 'node:fs';

const SESSIONS = 5;
const STEP_MS = 66;
const [wasm, bin] = process.argv.slice(2);
const { exports: core } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {});
const image = readFileSync(bin);
new Uint8Array(core.memory.buffer, core.uh_door_catalogue_buffer(image.length)).set(image);
if (core.uh_door_catalogue_open(image.length) !== 0) throw new Error('no catalogue');
core.uh_door_person(0, 0xff >>> 1, 0xf, 0, 0); // everything is there, everything was said yes to

const text = (address) => {
  const bytes = new Uint8Array(core.memory.buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
};
const recipes = Array.from({ length: core.uh_door_recipe_count() }, (_, i) => text(core.uh_door_recipe_key(i)));
if (core.uh_door_routine_recipe(recipes.indexOf('whole-catalogue')) !== 0) throw new Error('no routine');

// Sessions one after the other: the first ones are compiled while they run. The best time of every picture.
const endMs = core.uh_door_routine_total();
const best = [];
for (let session = 0; session < SESSIONS; session++) {
  core.uh_door_session_start(100, 0);
  core.uh_door_figure_start(1.7);
  for (let ms = 0, i = 0; ms <= endMs; ms += STEP_MS, i++) {
    while (core.uh_door_session_next(ms) === 1);
    const began = performance.now();
    core.uh_door_figure_follow(ms, 1);
    const us = (performance.now() - began) * 1000;
    best[i] = Math.min(us, best[i] ?? us);
  }
}
const mean = best.reduce((sum, us) => sum + us, 0) / best.length;
console.log(`figure_wasm_frame ${mean.toFixed(2)} us`);
console.log(`figure_wasm_frame_worst ${Math.max(...best).toFixed(2)} us`);
