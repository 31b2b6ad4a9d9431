// SPDX-License-Identifier: MIT
// player.js: plays the routine that the core holds. It tells the core the time and hands its events on; it decides
// nothing. No element, no sound: the view and sound.js listen.

import { Status } from './coach.js';
import { numbersAt } from './door.js';

/** @typedef {import('./core.js').Core} Core */

/** What is heard and told of an event. @typedef {{kind: string, at: number, windowMs: number, text: string, bell: number}} SessionEvent */

/** What is seen of it now. @typedef {{state: number, stopReason: number, canUndo: boolean, phase: string, entries: number,
 *   guide: number, guideFill: number, phaseProgress: number, elapsedMs: number, progress: number}} View */

/** @typedef {import('./keeper.js').Keeper} Keeper */

/** A host that saw no tick for longer tells the session so (UH_GAP_MS). */
const gapMs = 2000;

/** A sign of life while nothing else is written; the lease is five minutes. */
const aliveMs = 60000;

export const states = { running: 0, paused: 1, stopped: 2, done: 3 };

export class Player {
  #keeper;
  #kinds;
  #phases;
  #lastWall = 0;
  #lastAlive = 0;

  /**
   * @param {Core} core its routine is what is played
   * @param {Keeper} keeper tells the session what it is told here, and keeps it
   * @param {number} speedPercent
   */
  constructor(core, keeper, speedPercent) {
    this.core = core;
    this.#keeper = keeper;
    this.speedPercent = speedPercent;
    this.#phases = core.names('phase');
    this.#kinds = core.names('event');
    this.lastTick = 0;
    /** @type {(event: SessionEvent) => void} */
    this.onEvent = () => {};
    /** The machine was away. @type {() => void} */
    this.onGap = () => {};
    /** As far as it goes. @type {() => void} */
    this.onCeiling = () => {};
  }

  /** Whole milliseconds since the page began. */
  time() {
    return Math.floor(performance.now());
  }

  /** Begins; false where the gate does not let it. */
  begin() {
    return this.#hear(this.#keeper.start(this.speedPercent));
  }

  /** Goes on with a session that was left open, on the floor paused; false where that may not be. */
  goOn() {
    return this.#hear(this.#keeper.goOn());
  }

  /** The first moment, where there is one. @param {number} status */
  #hear(status) {
    if (status === Status.OK) {
      this.lastTick = this.time();
      this.#lastWall = Date.now();
      this.#lastAlive = this.lastTick;
      this.#drain(this.lastTick);
    }
    return status === Status.OK;
  }

  /** @param {number} now */
  #drain(now) {
    while (this.#keeper.next(now)) {
      this.onEvent(this.#event());
    }
  }

  /** @returns {SessionEvent} */
  #event() {
    const { core } = this;
    const v = numbersAt(core.exports, core.exports.uh_door_session_event(), 18);
    return { kind: this.#kinds[v[0]], at: v[1], windowMs: v[13], text: core.text(core.exports.uh_door_event_text()),
      bell: core.exports.uh_door_event_bell() };
  }

  /** Tells the session the time; commands use this moment. */
  tick() {
    const now = this.time();
    const wall = Date.now();
    const passed = now - this.lastTick;
    // some clocks stand still while the machine sleeps; the one on the wall does not
    const slept = wall - this.#lastWall - passed;
    if (passed > gapMs || slept > gapMs) {
      this.#interrupt();
    }
    this.#drain(now);
    this.lastTick = now;
    this.#lastWall = wall;
    if (now - this.#lastAlive >= aliveMs && this.#keeper.isPlaying) {
      this.#lastAlive = now;
      this.#keeper.alive();
    }
    return now;
  }

  /** Nothing of the time since the last tick was done by the person. */
  #interrupt() {
    this.#drain(this.lastTick);
    if (this.#keeper.tell('interrupt', this.lastTick) === 0) {
      this.onGap();
    }
  }

  /**
   * Obeys a command now. What makes no sense now does nothing: false.
   * @param {string} command
   * @param {string} [reason] of stop and skip
   */
  tell(command, reason) {
    const now = this.tick();
    const status = this.#keeper.tell(command, now, reason);
    if (status === Status.RANGE) {
      this.onCeiling();
    }
    this.#drain(now);
    return status === 0;
  }

  /** @returns {View} */
  look() {
    const { exports } = this.core;
    const v = numbersAt(exports, exports.uh_door_session_view(this.lastTick), 32);
    return { state: v[0], stopReason: v[1], canUndo: v[2] !== 0, phase: this.#phases[v[3]], entries: v[5], guide: v[18],
      guideFill: v[19], phaseProgress: v[23], elapsedMs: v[24], progress: v[26] };
  }

  /** When the session wants to hear the time again; Infinity: never. */
  #deadline() {
    return this.core.exports.uh_door_session_deadline();
  }

  /** Led to its end, with nothing left to say. */
  isPlayed() {
    return this.look().state === states.done && this.#deadline() === Infinity;
  }
}
