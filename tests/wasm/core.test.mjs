// SPDX-License-Identifier: MIT
// core.js on the built module: languages that are fetched when they are wanted.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { loadCore } from '../../web/core.js';
import { whole } from '../../web/split.js';
import { files } from './made.mjs';

/** A page whose files can be lost; `fetched` names what was asked for. */
async function openPage() {
  const page = { fetched: [], lost: false };
  page.core = await loadCore(async (name) => {
    page.fetched.push(name);
    if (page.lost) throw new Error(`${name}: lost`);
    const bytes = await readFile(name === 'catalogue.bin' ? files.catalogue : join(dirname(files.wasm), name));
    return new Uint8Array(bytes).buffer;
  });
  return page;
}

const speaksGerman = (await openPage()).core.languages().includes('de');

test('English is there at once', async () => {
  const { core, fetched } = await openPage();
  await core.speak('en-GB');
  assert.equal(core.language, 'en');
  assert.deepEqual(fetched.sort(), ['catalogue.bin', 'core.bin']);
});

test('what was split for the way is the module again, byte by byte', async () => {
  const [split, module] = await Promise.all(['core.bin', 'core.wasm'].map((name) => readFile(join(dirname(files.wasm), name))));
  assert.equal(Buffer.compare(Buffer.from(whole(new Uint8Array(split).buffer)), module), 0);
});

test('a catalogue of another version changes nothing', async () => {
  const { core } = await openPage();
  const names = core.stretches().map(({ name }) => name);
  const another = await readFile(files.catalogue);
  another.writeUInt32LE(another.readUInt32LE(4) + 1, 4);
  await core.changeCatalogue(new Uint8Array(another).buffer);
  assert.deepEqual(core.stretches().map(({ name }) => name), names);
});

test('another language is fetched once, when it is wanted', { skip: !speaksGerman }, async () => {
  const { core, fetched } = await openPage();
  const english = core.stretches()[0].name;
  await core.speak('de-AT');
  assert.equal(core.language, 'de');
  assert.notEqual(core.stretches()[0].name, english);
  await core.speak('en');
  assert.equal(core.stretches()[0].name, english);
  await core.speak('de');
  assert.equal(core.language, 'de');
  assert.equal(fetched.filter((name) => name === 'de.bin').length, 1);
});

test('what cannot be fetched is said in English', { skip: !speaksGerman }, async (context) => {
  const page = await openPage();
  const warned = context.mock.method(console, 'warn', () => {});
  page.lost = true;
  await page.core.speak('de');
  assert.equal(page.core.language, 'en');
  assert.equal(warned.mock.callCount(), 1);
  await page.core.speak('xx');
  assert.equal(page.core.language, 'en');
});
