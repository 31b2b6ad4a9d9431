// SPDX-License-Identifier: MIT
// sound.js: what is heard of a session: a voice of this machine, else bells, else nothing.

import { numbersAt } from './door.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./player.js').SessionEvent} SessionEvent */

const bellHz = 528;
const bellLengthS = 0.9;
/** @type {[number, number][]} partials of the bell: times the pitch, loudness */
const partials = [[1, 0.5], [2.02, 0.22], [3.01, 0.09]];

/** Some browsers have none. @type {SpeechSynthesis | undefined} */
const speech = globalThis.speechSynthesis;

/** Voices that need no network, in the language. @param {string} language */
export function localVoice(language) {
  const voices = speech?.getVoices().filter((voice) => voice.localService
    && voice.lang.toLowerCase().replace('_', '-').split('-')[0] === language) ?? [];
  return voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/** Bells on the clock of the sound. */
export class Bells {
  /** @type {{node: AudioNode, stop: () => void, atS: number}[]} */
  #coming = [];

  constructor() {
    /** @type {AudioContext | null} */
    this.context = null;
  }

  /** Sound may begin only where a hand did something: call it then. */
  open() {
    if (this.context === null && typeof AudioContext !== 'undefined') {
      try {
        this.context = new AudioContext();
      } catch {
        return;
      }
    }
    this.context?.resume().catch(() => {});
  }

  /** @param {number[]} inMs from now on; what was to ring before no longer does */
  ring(inMs) {
    this.hush();
    const { context } = this;
    if (context === null || context.state !== 'running') {
      return;
    }
    this.#coming = inMs.map((ms) => this.#strike(context, context.currentTime + Math.max(0, ms) / 1000));
  }

  /** @param {AudioContext} context @param {number} atS */
  #strike(context, atS) {
    const loudness = context.createGain();
    loudness.gain.setValueAtTime(0, atS);
    loudness.gain.linearRampToValueAtTime(0.32, atS + 0.008);
    loudness.gain.exponentialRampToValueAtTime(0.0005, atS + bellLengthS);
    loudness.connect(context.destination);
    const tones = partials.map(([times, gain]) => {
      const tone = context.createOscillator();
      const share = context.createGain();
      tone.frequency.value = bellHz * times;
      share.gain.value = gain;
      tone.connect(share).connect(loudness);
      tone.start(atS);
      tone.stop(atS + bellLengthS);
      return tone;
    });
    tones[0].onended = () => loudness.disconnect();
    return { node: loudness, atS, stop: () => tones.forEach((tone) => tone.stop()) };
  }

  /** What has begun to sound dies away by itself. */
  hush() {
    const now = this.context?.currentTime ?? 0;
    for (const bell of this.#coming) {
      if (bell.atS > now) {
        bell.stop();
        bell.node.disconnect();
      }
    }
    this.#coming = [];
  }

  close() {
    this.hush();
    this.context?.close().catch(() => {});
    this.context = null;
  }
}

export class Sound {
  #core;
  #find;
  /** @type {SpeechSynthesisVoice | null} */
  #voice = null;
  #windowMs = 0;
  #bells;
  #bellNames;
  #instant = -1;

  /**
   * @param {Core} core
   * @param {string} wanted auto, voice, bells or none
   */
  constructor(core, wanted) {
    this.#core = core;
    this.#bells = new Bells();
    this.#bellNames = core.names('bell');
    this.wanted = wanted;
    this.words = '';
    this.#find = () => {
      this.#voice = this.wanted === 'auto' || this.wanted === 'voice' ? localVoice(this.#core.language) : null;
    };
    speech?.addEventListener?.('voiceschanged', this.#find);
    this.#find();
  }

  /** By a hand on the start button. */
  open() {
    if (this.wanted !== 'none') {
      this.#bells.open();
    }
  }

  get speaks() {
    return this.#voice !== null && this.wanted !== 'none';
  }

  get #rings() {
    return this.#voice === null && this.wanted !== 'none';
  }

  /** @param {string} wanted */
  want(wanted) {
    this.hush();
    this.wanted = wanted;
    this.#find();
    this.open();
  }

  /** @param {SessionEvent} event @param {number} now of the session's clock */
  take(event, now) {
    if (this.speaks) {
      this.#gather(event);
    } else if (this.#rings && this.#bellNames[event.bell] !== 'none') {
      this.#ring(event.bell, now);
    }
  }

  /** @param {number} bell @param {number} now */
  #ring(bell, now) {
    const { exports } = this.#core;
    const count = exports.uh_door_bells_ring(bell, now);
    if (count > 0) {
      const times = numbersAt(exports, exports.uh_door_bell_times(), count);
      this.#bells.ring(Array.from(times, (at) => at - now));
    }
  }

  /** What is to be said of one instant is said in one breath; what else comes with a cue, where there is time.
   * @param {SessionEvent} event */
  #gather(event) {
    if (event.at !== this.#instant) {
      this.words = '';
      this.#instant = event.at;
    }
    if (event.kind === 'cue') {
      this.#windowMs = event.windowMs;
    }
    if (event.text === '') {
      return;
    }
    const fits = event.kind === 'cue' || this.words === '' || (event.kind !== 'breath'
      && this.#spokenMs(this.words) + this.#spokenMs(event.text) <= this.#windowMs);
    if (fits) {
      this.words = this.words === '' ? event.text : `${this.words} ${event.text}`;
    }
  }

  /** @param {string} text */
  #spokenMs(text) {
    this.#core.put(text);
    return this.#core.exports.uh_door_spoken_ms();
  }

  /** Once no more events are due. */
  speak() {
    const { words } = this;
    this.words = '';
    if (words !== '') {
      this.#say(words);
    }
  }

  /** @param {string} words */
  #say(words) {
    if (!this.speaks) {
      return;
    }
    const saying = new SpeechSynthesisUtterance(words);
    saying.voice = this.#voice;
    saying.lang = this.#voice?.lang ?? this.#core.language;
    // a voice that fails leaves its place to the bells
    saying.onerror = ({ error }) => {
      if (error !== 'interrupted' && error !== 'canceled') {
        this.#voice = null;
      }
    };
    speech?.cancel();
    speech?.speak(saying);
  }

  hush() {
    this.words = '';
    this.#core.exports.uh_door_bells_hush();
    this.#bells.hush();
    speech?.cancel();
  }

  /** Silence, but for a bell that has begun. */
  close() {
    speech?.removeEventListener?.('voiceschanged', this.#find);
    speech?.cancel();
    this.#bells.hush();
    setTimeout(() => this.#bells.close(), 1500);
  }
}
