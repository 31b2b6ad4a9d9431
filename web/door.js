// SPDX-License-Identifier: MIT
// door.js: texts and numbers in the memory of core.wasm, which may have grown since the last time.

/** @typedef {Record<string, any> & { memory: WebAssembly.Memory }} Exports */

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Bytes from an address on. @param {Exports} core @param {number} address */
export function bytesAt(core, address) {
  return new Uint8Array(core.memory.buffer, address);
}

/** @param {Exports} core @param {number} address of a text; 0: none */
export function textAt(core, address) {
  const bytes = bytesAt(core, address);
  return address === 0 ? '' : decoder.decode(bytes.subarray(0, bytes.indexOf(0)));
}

/** What a call answered as JSON. @param {Exports} core @param {number} address 0: there was no room for it @returns {any} */
export function jsonAt(core, address) {
  if (address === 0) {
    throw new RangeError('more than fits through the door');
  }
  return JSON.parse(textAt(core, address));
}

/** @param {Exports} core @param {number} address @param {number} count */
export function numbersAt(core, address, count) {
  return new Float64Array(core.memory.buffer, address, count);
}

/**
 * Writes a text where the door looks for it; what does not fit is cut between characters.
 * @param {Exports} core @param {string} text
 * @returns {boolean} is all of it there?
 */
export function putText(core, text) {
  const size = core.uh_door_text_size();
  const bytes = bytesAt(core, core.uh_door_text_buffer());
  const { read, written } = encoder.encodeInto(text, bytes.subarray(0, size - 1));
  bytes[written] = 0;
  return read === text.length;
}

/** Texts by number, up to the first that is empty. @param {(number: number) => string} textOf */
export function textsOf(textOf) {
  const texts = [];
  for (let text = textOf(0); text !== ''; text = textOf(texts.length)) {
    texts.push(text);
  }
  return texts;
}
