// SPDX-License-Identifier: MIT
// catalogue.mjs MODULE IMAGE TRANSLATION...: the built-in catalogue through the door, as the page loads it; and in the
// languages that it was built with, each fetched when it is wanted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [, , modulePath, imagePath, ...translations] = process.argv;
const [wasm, bin] = [modulePath, imagePath].map((path) => readFileSync(path));
const module = await WebAssembly.compile(wasm);
const { exports: door } = await WebAssembly.instantiate(module, {});

const memory = () => new Uint8Array(door.memory.buffer);
const text = (pointer) => {
  const end = memory().indexOf(0, pointer);
  return new TextDecoder().decode(memory().subarray(pointer, end));
};
const load = (image) => {
  const pointer = door.uh_door_catalogue_buffer(image.length);
  assert.notEqual(pointer, 0);
  memory().set(image, pointer);
  return door.uh_door_catalogue_open(image.length);
};

assert.equal(door.uh_door_exercise_count(), 0, 'nothing is open yet');
assert.equal(load(bin.subarray(0, 100)), -4, 'half an image is refused');
assert.equal(load(bin), 0);
assert.equal(door.uh_door_exercise_count(), 17);
assert.equal(text(door.uh_door_exercise_key(0)), 'doorway-stretch');
assert.equal(text(door.uh_door_exercise_name(0)), 'Doorway stretch');
assert.equal(door.uh_door_catalogue_buffer(1 << 21), 0, 'too large for the door');
assert.equal(door.uh_door_exercise_count(), 0, 'a new load forgets the old one');

assert.equal(load(bin), 0);
const write = (words) => memory().set(new TextEncoder().encode(`${words}\0`), door.uh_door_text_buffer());
const speak = (tag) => {
  write(tag);
  door.uh_door_language();
};
const spoken = () => text(door.uh_door_language_tag());
const isHere = (tag) => {
  write(tag);
  return door.uh_door_language_is_here() === 1;
};
const open = (translation) => {
  const pointer = door.uh_door_translation_buffer(translation.length);
  assert.notEqual(pointer, 0);
  memory().set(translation, pointer);
  return door.uh_door_translation_open(translation.length);
};
const known = [];
for (let i = 0; text(door.uh_door_language_at(i)) !== ''; i++) known.push(text(door.uh_door_language_at(i)));
assert.ok(isHere('en') && isHere('en-GB') && !isHere('xx'));
assert.equal(door.uh_door_translation_buffer(1 << 20), 0, 'too large for the door');
assert.equal(open(bin), -4, 'a catalogue is no translation');
for (const path of translations) {
  const tag = basename(path, '.bin');
  const translation = readFileSync(path);
  assert.ok(known.includes(tag), `${tag} is known`);
  assert.ok(!isHere(tag), `${tag} is not in the module`);
  speak(tag);
  assert.equal(spoken(), 'en', 'what is not here is said in English');
  assert.equal(open(translation.subarray(0, translation.length - 1)), -4, 'not whole');
  const foreign = Uint8Array.from(translation);
  foreign[8] ^= 1;
  assert.equal(open(foreign), -5, 'of another build');
  speak(tag);
  assert.equal(spoken(), 'en');
  assert.equal(open(translation), 0);
  assert.ok(isHere(tag) && isHere(`${tag}-XX`));
  assert.equal(spoken(), 'en', 'opened is not yet spoken');
  speak(`${tag}-XX`);
  assert.equal(spoken(), tag);
  assert.notEqual(text(door.uh_door_exercise_name(0)), 'Doorway stretch', `the module speaks ${tag}`);
  door.uh_door_translation_buffer(0);
  assert.equal(spoken(), 'en', 'what is forgotten is said in English');
  assert.equal(text(door.uh_door_exercise_name(0)), 'Doorway stretch');
}
speak('en');
assert.equal(text(door.uh_door_exercise_name(0)), 'Doorway stretch');
const words = new TextEncoder().encode('neck rolls\0');
assert.ok(words.length <= door.uh_door_text_size());
memory().set(words, door.uh_door_text_buffer());
const found = [];
for (let i = 0; i < door.uh_door_exercise_count(); i++) {
  if (door.uh_door_exercise_match(i, door.uh_door_text_buffer()) === 100) {
    found.push(text(door.uh_door_exercise_key(i)));
  }
}
assert.deepEqual(found, ['neck-flexion-extension', 'seated-cervical-rotation']);
