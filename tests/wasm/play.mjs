// SPDX-License-Identifier: MIT
// play.mjs CORE.WASM CATALOGUE.BIN SCRIPT GOLDEN: plays the sessions of a script through the door and compares with
// what the native programs print (tests/core/hash/play.c).
import { readFileSync } from 'node:fs';

const [wasmFile, catalogueFile, scriptFile, goldenFile] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(wasmFile));
if (WebAssembly.Module.imports(module).length > 0) {
  throw new Error('core.wasm imports something');
}
const core = new WebAssembly.Instance(module, {}).exports;

const bytesOf = (address) => new Uint8Array(core.memory.buffer, address);
const textAt = (address) => {
  const bytes = bytesOf(address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
};
const numbersAt = (address, count) => new Float64Array(core.memory.buffer, address, count);
const hex = (bits) => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');
const bitsOf = (real) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, real);
  return view.getBigUint64(0);
};

const image = readFileSync(catalogueFile);
bytesOf(core.uh_door_catalogue_buffer(image.length)).set(image);
if (core.uh_door_catalogue_open(image.length) !== 0) {
  throw new Error('the catalogue cannot be opened');
}
core.uh_door_person(0, 0xff >>> 1, 0xf, 0, 0); // everything is there, everything was said yes to

const kinds = ['end', 'record', 'start', 'side', 'cue', 'count', 'breath', 'milestone'];
const phases = ['next-stretch', 'way-in', 'get-ready', 'switch-side', 'move-in', 'hold', 'release', 'move', 'rest',
  'way-out', 'done'];
const printed = [];

function takeUntil(ms) {
  while (core.uh_door_session_next(ms) === 1) {
    const [kind, at, sessionMs, phase, ...rest] = numbersAt(core.uh_door_session_event(), 18);
    printed.push(`  ${kinds[kind]} ${at} ${sessionMs} ${phases[phase]} ${rest.join(" ")}`);
    if (kinds[kind] === 'record') {
      printed.push(`  record ${numbersAt(core.uh_door_session_record(), 18).join(" ")}`);
    }
  }
}

function look(ms) {
  const view = numbersAt(core.uh_door_session_view(ms), 32);
  const [state, phase, elapsed, step, next] = [0, 3, 22, 27, 29].map((index) => view[index]);
  const reals = [17, 19, 23, 26].map((index) => hex(bitsOf(view[index])));
  printed.push(`  view ${state} ${phase} ${elapsed} ${step} ${next} ${reals.join(" ")}`);
  return 0;
}

function obey(command, argument, ms) {
  if (command === 'look') {
    return look(ms);
  }
  if (command === 'stop' || command === 'skip') {
    return core[`uh_door_session_${command}`](argument, ms);
  }
  return core[`uh_door_session_${command}`](command === "interrupt" ? argument : ms);
}

function start(key, speed, ms) {
  let recipe = 0;
  while (textAt(core.uh_door_recipe_key(recipe)) !== key) {
    recipe++;
  }
  if (core.uh_door_routine_recipe(recipe) !== 0 || core.uh_door_session_start(speed, ms) !== 0) {
    throw new Error(`${key} cannot be played`);
  }
  printed.push(`routine ${key}: ${core.uh_door_routine_total()} ms`);
}

for (const line of readFileSync(scriptFile, 'utf8').split('\n')) {
  const words = line.split(' ');
  if (line === '' || words[0] === '#') {
    continue;
  }
  if (words[0] === 'routine') {
    start(words[1], Number(words[2]), Number(words[3]));
  } else {
    const [ms, command, argument] = [Number(words[0]), words[1], Number(words[2] ?? 0)];
    takeUntil(command === 'interrupt' ? argument : ms);
    const status = obey(command, argument, ms);
    printed.push(`${ms} ${command} ${status}`);
  }
  printed.push(`  hash ${hex(core.uh_door_session_hash())}`);
}

const golden = readFileSync(goldenFile, 'utf8').trimEnd().split('\n');
for (let i = 0; i < Math.max(golden.length, printed.length); i++) {
  if (golden[i] !== printed[i]) {
    console.error(`${goldenFile}:${i + 1}: natively '${golden[i]}', as WebAssembly '${printed[i]}'`);
    process.exit(1);
  }
}
console.log(`${printed.length} lines are equal`);
