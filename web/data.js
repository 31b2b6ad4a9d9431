// SPDX-License-Identifier: MIT
// data.js: what the views know of the person: facts folded by the core, the plan with the person's wishes, and what is
// to be played. It keeps no rule of its own.

import { Coach } from './coach.js';
import { choices } from './theme.js';
import { realClock } from './player.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./coach.js').Routine} Routine */
/** @typedef {import('./coach.js').Plan} Plan */
/** @typedef {import('./coach.js').PlanRequest} PlanRequest */
/** @typedef {{routine: Routine, title: string, why: string | null, origin: string, key: string, context: string,
 *   minutes: number, speedPercent: number, resumed: boolean}} Prepared */

/** What the person wishes of the next plan, until the page is left. @typedef {PlanRequest & {order: number[]}} Wish */

export class Data {
  /** @param {Core} core */
  constructor(core) {
    this.core = core;
    this.coach = new Coach(core.exports);
    this.clock = realClock;
    /** @type {Wish} */
    this.wish = { order: [] };
    this.hand = false;
  }

  async open() {
    this.look();
  }

  translate() {
    this.coach.translate();
  }
}
