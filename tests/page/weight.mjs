// SPDX-License-Identifier: MIT
// weight.mjs FOLDER LIMIT: what a first visit transfers: every file of the page in its smallest form, but for translations, which
// are fetched where they are spoken. Prints the table, heaviest first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, limit] = process.argv;
const listed = readFileSync(join(folder, 'files.txt'), 'utf8').trim().split('\n').map((line) => line.split(' ')[3]);
const isTranslation = (name) => /^[a-z]{2,3}\.bin$/.test(name);
const bytes = (name) => ['.br', ''].map((ending) => join(folder, name + ending)).filter(existsSync).map((path) => statSync(path).size)[0];
const files = listed.filter((name) => !isTranslation(name)).map((name) => ({ name, size: bytes(name) }))
  .sort((one, other) => other.size - one.size);
for (const { name, size } of files) {
  console.log(`${String(size).padStart(8)}  ${name}`);
}
const sum = files.reduce((all, { size }) => all + size, 0);
console.log(`${String(sum).padStart(8)}  in all, of ${limit}`);
for (const name of ['core.bin', 'catalogue.bin', 'app.js', 'sw.js', 'index.html']) {
  assert.ok(listed.includes(name), `${name} is a file of the page`);
}
assert.ok(sum <= Number(limit), `a first visit transfers ${sum} bytes, ${sum - limit} more than ${limit}`);
