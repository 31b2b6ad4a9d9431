// SPDX-License-Identifier: MIT
// imports.mjs MODULE TEST_MODULE: neither imports anything, and the one for tests is the page's with more doors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const [page, test] = process.argv.slice(2).map((path) => new WebAssembly.Module(readFileSync(path)));
const doors = (module) => new Set(WebAssembly.Module.exports(module).map(({ name }) => name));

for (const module of [page, test]) {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  for (const name of doors(module)) {
    assert.match(name, /^(memory|__wasm_call_ctors|uh_door_\w+)$/);
  }
}
const more = doors(test);
for (const name of doors(page)) {
  assert.ok(more.delete(name), `${name} is a door of both`);
}
assert.ok(more.has('uh_door_session_hash'), 'hashes are for tests');
console.log(`imports nothing; for tests: ${[...more].join(' ')}`);
