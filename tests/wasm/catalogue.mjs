// SPDX-License-Identifier: MIT
// catalogue.mjs MODULE IMAGE LANGUAGE...: the built-in catalogue through the door, as the page loads it; and in the
// languages that it was built with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , modulePath, imagePath, ...languages] = process.argv;
const [wasm, bin] = [modulePath, imagePath].map((path) => readFileSync(path));
const module = await WebAssembly.compile(wasm);
assert.deepEqual(WebAssembly.Module.imports(module), [], 'the module imports nothing');
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
const speak = (tag) => {
  memory().set(new TextEncoder().encode(`${tag}\0`), door.uh_door_text_buffer());
  door.uh_door_language();
};
for (const language of languages) {
  speak(language);
  assert.equal(text(door.uh_door_exercise_name(0)), 'Doorway stretch', `the words of ${language} come apart`);
  const image = readFileSync(join(dirname(imagePath), `${language}.bin`));
  const give = (bytes) => {
    memory().set(bytes, door.uh_door_words_buffer(bytes.length));
    memory().set(new TextEncoder().encode(`${language}\0`), door.uh_door_text_buffer());
    return door.uh_door_words_give(bytes.length);
  };
  assert.equal(give(image.subarray(0, image.length - 8)), -4, 'a part of an image is refused');
  assert.equal(give(new Uint8Array(64)), -4, 'and so is what is none');
  assert.equal(give(image), 0);
  speak(language);
  assert.notEqual(text(door.uh_door_exercise_name(0)), 'Doorway stretch', `the module speaks ${language}`);
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
