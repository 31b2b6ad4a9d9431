// SPDX-License-Identifier: MIT
// desks.mjs CORE.WASM SCRIPT GOLDEN: plays the desks of a script through the door and compares with what the native
// programs print (tests/core/hash/desks.c).
import { readFileSync } from 'node:fs';

const [wasmFile, scriptFile, goldenFile] = process.argv.slice(2);
const core = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmFile)), {}).exports;
const inputs = ['active', 'still', 'idle', 'lock', 'unlock', 'sleep', 'wake', 'clock', 'busy', 'closed', 'expired',
  'done', 'start', 'now', 'snooze', 'skip', 'quiet', 'quiet-tomorrow', 'resume'];
const events = ['look', 'withdraw', 'soon', 'now', 'confirm', 'start', 'break', 'back', 'day'];
const printed = [];
let busy = 0;

function takeUntil(ms) {
  while (core.uh_door_schedule_next(ms) === 1) {
    const [kind, ...rest] = new Float64Array(core.memory.buffer, core.uh_door_schedule_event(), 12);
    printed.push(`  ${events[kind]} ${rest.join(' ')}`);
    if (events[kind] === 'look') {
      core.uh_door_schedule_tell(inputs.indexOf('busy'), rest[0], rest[1], 0, busy);
    }
  }
}

for (const line of readFileSync(scriptFile, 'utf8').split('\n')) {
  const words = line.split(' ');
  if (line === '' || words[0] === '#') {
    continue;
  }
  if (words[0] === 'busy') {
    busy = Number(words[1]);
    continue;
  }
  if (words[0] === 'begin') {
    printed.push(`begin ${core.uh_door_schedule_begin(...words.slice(1).map(Number))}`);
  } else {
    const [boot, wall, since, number] = [0, 1, 3, 4].map((i) => Number(words[i] ?? 0));
    takeUntil(boot);
    const status = core.uh_door_schedule_tell(inputs.indexOf(words[2]), boot, wall, since, number);
    printed.push(`${boot} ${words[2]} ${status}`);
    takeUntil(boot);
  }
  const hash = BigInt.asUintN(64, core.uh_door_schedule_hash()).toString(16).padStart(16, '0');
  printed.push(`  deadline ${core.uh_door_schedule_deadline()} hash ${hash}`);
}

const golden = readFileSync(goldenFile, 'utf8').trimEnd().split('\n');
for (let i = 0; i < Math.max(golden.length, printed.length); i++) {
  if (golden[i] !== printed[i]) {
    console.error(`${goldenFile}:${i + 1}: natively '${golden[i]}', as WebAssembly '${printed[i]}'`);
    process.exit(1);
  }
}
console.log(`${printed.length} lines are equal`);
