// SPDX-License-Identifier: MIT
// core.js: the core's door. It loads core.wasm and the catalogue, and hides pointers and bytes.

import { bytesAt, jsonAt, putText, textAt, textsOf } from './door.js';
import { whole } from './split.js';

/** @typedef {Record<string, (...numbers: (number | bigint)[]) => number> & {memory: WebAssembly.Memory}} Exports */
/** @typedef {{duration: number} | {seconds: number} | {hundredths: number} | {message: string}} Argument */

/** What uh_argument_kind says. */
const argumentKinds = { number: 0, duration: 1, seconds: 2, hundredths: 3, message: 6 };

/** @typedef {{index: number, key: string, name: string, position: string, needs: string | null, contexts: string[]}} Stretch */
/** @typedef {{sign: string, action: string}} Sign */
/** @typedef {{kind: string, pose: string | null, label: string | null}} Part */
/** @typedef {{name: string, amount: string | null, start: string | null, most: string | null, stated: string,
 *   ours: string | null}} Dose */
/** @typedef {{index: number, key: string, name: string, note: string | null, position: string, needs: string | null,
 *   contexts: string | null, mode: string, asks_for: string | null,
 *   steps: {at: string, pose: string | null, text: string}[], parts: Part[], doses: Dose[]}} Form */
/** @typedef {{index: number, key: string, name: string, summary: string, regions: string | null,
 *   take_care: string | null, breathing: string | null, space: string | null,
 *   take_off: string[], aliases: string | null, sides: {left: string | null, right: string | null, words: string},
 *   felt: {here: string | null, elsewhere: string | null, claim: string | null},
 *   corrections: Sign[], stops: Sign[], easier: string[], harder: string[], from: string, therapist: string | null,
 *   forms: Form[]}} WholeStretch */
/** @typedef {{text: string, from: string | null}} Point */
/** @typedef {{key: string, title: string, summary: string, points: Point[], warnings: Point[]}} Topic */
/** @typedef {{index: number, key: string, name: string, summary: string, context: string, needs: string | null,
 *   stretches: number[]}} Recipe */
/** @typedef {{kind: string, role: string, mark: string | null, text: string | null}} Paragraph */
/** @typedef {{name: string, side: string | null, phase: string, countdown: string | null, step: string | null,
 *   repetition: string | null, set: string | null, eased: string | null, next: string | null, left: string,
 *   title: string, breath: string | null}} Told */

export class Core {
  #fetchFile;
  /** @type {Map<string, number>} */
  #messages = new Map();

  /**
   * @param {Exports} exports of core.wasm
   * @param {(name: string) => Promise<ArrayBuffer>} fetchFile a file of the page
   */
  constructor(exports, fetchFile) {
    this.exports = exports;
    this.#fetchFile = fetchFile;
  }

  /** @param {number} address of a text; 0: none */
  text(address) {
    return textAt(this.exports, address);
  }

  /** What a call answered as JSON. @param {number} address */
  json(address) {
    return jsonAt(this.exports, address);
  }

  /** Passes a text; what does not fit is cut between characters. @param {string} text */
  put(text) {
    putText(this.exports, text);
  }

  /**
   * Puts an image where the module has room for it, and opens it.
   * @param {ArrayBuffer} image
   * @param {(size: number) => number} roomFor
   * @param {(size: number) => number} open
   */
  #open(image, roomFor, open) {
    const size = image.byteLength;
    const address = roomFor(size);
    if (address !== 0) {
      bytesAt(this.exports, address).set(new Uint8Array(image));
    }
    if (address === 0 || open(size) !== 0) {
      throw new Error('an image that cannot be opened');
    }
  }

  /** @param {ArrayBuffer} image of the catalogue; the one before is forgotten */
  openCatalogue(image) {
    this.#open(image, this.exports.uh_door_catalogue_buffer, this.exports.uh_door_catalogue_open);
  }

  /** One in a form that this core does not know, of a program that is newer or older, changes nothing. @param {ArrayBuffer} image */
  async changeCatalogue(image) {
    try {
      this.openCatalogue(image);
    } catch {
      this.openCatalogue(await this.#fetchFile('catalogue.bin'));
    }
  }

  /** @param {ArrayBuffer} image of a translation; the one before is forgotten */
  #openTranslation(image) {
    this.#open(image, this.exports.uh_door_translation_buffer, this.exports.uh_door_translation_open);
  }

  /**
   * Speaks a language from now on; its texts are fetched first where they are not in the module. English where they
   * cannot be had.
   * @param {string} tag "de", "en-GB"
   */
  async speak(tag) {
    this.put(tag);
    const known = this.languages().find((one) => one === tag.split('-')[0]);
    if (this.exports.uh_door_language_is_here() === 0 && known !== undefined) {
      await this.#fetchFile(`${known}.bin`).then((image) => this.#openTranslation(image))
        .catch((why) => console.warn(why));
    }
    this.put(tag);
    this.exports.uh_door_language();
  }

  get language() {
    return this.text(this.exports.uh_door_language_tag());
  }

  /** Those that this build speaks. */
  languages() {
    return textsOf((i) => this.text(this.exports.uh_door_language_at(i)));
  }

  /** @param {string} name of a message, without UH_MSG_ */
  message(name) {
    let number = this.#messages.get(name);
    if (number === undefined) {
      this.put(name);
      number = this.exports.uh_door_message();
      if (number < 0) {
        throw new Error(`there is no message ${name}`);
      }
      this.#messages.set(name, number);
    }
    return number;
  }

  /**
   * A sentence. Numbers and texts are arguments as they are; others say what they are: {duration: ms}.
   * @param {string} name
   * @param {...(number | string | Argument)} values
   */
  say(name, ...values) {
    const { exports } = this;
    const number = this.message(name);
    for (const value of values) {
      if (typeof value === 'string') {
        this.put(value);
        exports.uh_door_argument_text();
      } else if (typeof value === 'number') {
        exports.uh_door_argument_number(argumentKinds.number, value);
      } else {
        const [kind, of] = Object.entries(value)[0];
        const argument = typeof of === 'string' ? this.message(of) : of;
        exports.uh_door_argument_number(argumentKinds[/** @type {keyof typeof argumentKinds} */ (kind)], argument);
      }
    }
    return this.text(exports.uh_door_sentence(number));
  }

  /** The names of an enumeration in their order. @param {string} enumeration */
  names(enumeration) {
    return textsOf((value) => {
      this.put(enumeration);
      return this.text(this.exports.uh_door_name(value));
    });
  }

  /** @returns {Stretch[]} */
  stretches() {
    return this.json(this.exports.uh_door_told_stretches());
  }

  /** @param {number} index @returns {WholeStretch} */
  stretch(index) {
    return this.json(this.exports.uh_door_told_stretch(index));
  }

  /** @returns {Recipe[]} */
  recipes() {
    return this.json(this.exports.uh_door_told_recipes());
  }

  /** @returns {Topic[]} */
  topics() {
    return this.json(this.exports.uh_door_told_topics());
  }

  /**
   * Indices of the stretches that answer to the words, best first; `in_part`: none answers to all of them, these do to some.
   * @param {string} words
   * @returns {{exercises: number[], in_part: boolean}}
   */
  search(words) {
    this.put(words);
    return this.json(this.exports.uh_door_told_search());
  }
}

/**
 * @param {(name: string) => Promise<ArrayBuffer>} fetchFile
 */
export async function loadCore(fetchFile) {
  const [split, image] = await Promise.all([fetchFile('core.bin'), fetchFile('catalogue.bin')]);
  const { instance } = await WebAssembly.instantiate(whole(split), {});
  const core = new Core(/** @type {Exports} */ (/** @type {unknown} */ (instance.exports)), fetchFile);
  core.openCatalogue(image);
  return core;
}
