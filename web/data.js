// SPDX-License-Identifier: MIT
// data.js: what the views know of the person: facts folded by the core, the plan with the person's wishes, and what is
// to be played. It keeps no rule of its own.

import { Coach } from './coach.js';
import { Keeper } from './keeper.js';
import { choices } from './theme.js';
import { realClock } from './player.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./coach.js').Routine} Routine */
/** @typedef {import('./coach.js').Plan} Plan */
/** @typedef {import('./coach.js').PlanRequest} PlanRequest */
/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {{routine: Routine, title: string, why: string | null, origin: 'plan' | 'recipe' | 'names', recipe?: number,
 *   minutes: number, speedPercent: number, resumed: boolean}} Prepared */

/** What the person wishes of the next plan, until the page is left. @typedef {PlanRequest & {order?: number[]}} Wish */

export class Data {
  /** @param {Core} core */
  constructor(core) {
    this.core = core;
    this.coach = new Coach(core.exports);
    this.clock = realClock;
    this.speedPercent = 100;
    /** @type {Fact[]} */
    this.facts = [];
    this.keeper = new Keeper(this.coach, {
      now: () => ({ bootMs: Math.floor(this.clock.now()), wallMs: this.clock.wall(), offsetS: this.offset() }),
      write: (facts) => this.facts.push(...facts),
    });
    /** @type {Wish} */
    this.wish = {};
    this.hand = false;
  }

  async open() {
    this.look();
  }

  translate() {
    this.coach.translate();
  }

  /** Seconds of local time from UTC. */
  offset() {
    return -new Date(this.clock.wall()).getTimezoneOffset() * 60;
  }

  /** All facts anew: after each change, and on a new day. */
  look() {
    this.coach.look({ facts: this.facts, nowMs: this.clock.wall(), offsetS: this.offset() });
  }

  changed() {
    this.look();
  }

  // -- the person ----------------------------------------------------------------------------------------------------

  isNew() {
    return false;
  }

  needsQuestions() {
    return false;
  }

  isReadOnly() {
    return false;
  }

  hasServer() {
    return false;
  }

  waiting() {
    return 0;
  }

  hasVisit() {
    return false;
  }

  screeningLines() {
    return [''];
  }

  mayLookRound() {
    return true;
  }

  glance() {
    return this.core.say('GLANCE_DUE');
  }

  soundWanted() {
    const { sound } = choices();
    return sound === 'auto' ? this.coach.settings().find(({ name }) => name === 'voice')?.value ?? 'auto' : sound;
  }

  /** @param {string} name @param {string} value */
  async keepSetting(name, value) {
    const { facts, problem } = this.coach.settingFact(name, value, this.clock.wall());
    this.facts.push(...facts);
    this.look();
    return problem;
  }

  /** @param {boolean} so */
  emergency(so) {
    this.keeper.emergency(so, () => undefined);
  }

  /** @returns {{id: string, words: string} | null} */
  openSession() {
    return null;
  }

  /** @param {string} id */
  async dismiss(id) {
    return id;
  }

  async purge() {
    this.facts = [];
  }

  /** @param {string} text */
  async takeIn(text) {
    return text;
  }

  giveOut() {
  }

  // -- plan ----------------------------------------------------------------------------------------------------------

  /** @param {Wish} wish */
  wishFor(wish) {
    this.wish = { ...this.wish, ...wish };
  }

  forgetWishes() {
    const { context, minutes } = this.wish;
    this.wish = { context, minutes };
  }

  hasWishes() {
    const { leaveOut = [], putIn = [], order = [] } = this.wish;
    return leaveOut.length + putIn.length + order.length > 0;
  }

  /** @param {number} exercise */
  leaveOut(exercise) {
    const { leaveOut = [], putIn = [] } = this.wish;
    this.wishFor({ leaveOut: [...leaveOut, exercise], putIn: putIn.filter((one) => one !== exercise) });
  }

  /** @param {number} exercise */
  putIn(exercise) {
    const { leaveOut = [], putIn = [] } = this.wish;
    this.wishFor({ putIn: [...putIn, exercise], leaveOut: leaveOut.filter((one) => one !== exercise) });
  }

  /** Place and minutes as wished, else as usual. */
  request() {
    const usual = this.coach.usual();
    return { context: this.wish.context ?? usual.context, minutes: this.wish.minutes ?? usual.minutes };
  }

  /** The plan, in the person's order. @returns {Plan} */
  plan() {
    const { order = [], ...request } = this.wish;
    const plan = this.coach.plan(request);
    order.forEach((exercise, to) => {
      const from = plan.routine.entries.findIndex((entry) => entry.exercise === exercise);
      if (from >= 0 && from !== to && to < plan.routine.entries.length) {
        plan.routine = this.coach.move(from, to);
      }
    });
    return plan;
  }

  /** What the routine needs. */
  needs() {
    const words = this.core.text(this.core.exports.uh_door_told_needs());
    return words === '' ? this.core.say('INTRO_NEED_NOTHING') : this.core.say('INTRO_NEED', words);
  }

  // -- what is to be played ------------------------------------------------------------------------------------------

  /** A hand pressed start: sound may begin, and nothing is asked again. */
  giveHand() {
    this.hand = true;
  }

  takeHand() {
    const { hand } = this;
    this.hand = false;
    return hand;
  }

  /** @param {string} rest "plan", "first", "recipe/desk-5", "names/chin-tuck,cat-cow" @returns {Prepared | null} */
  prepare(rest) {
    const [kind, what = ''] = rest.split('/');
    const base = { minutes: 0, speedPercent: this.speedPercent, resumed: false, why: null };
    const title = (/** @type {Routine} */ routine) => this.core.say('INTRO_STRETCHES', routine.entries.length);
    if (kind === 'recipe') {
      const recipe = this.core.recipes().find(({ key }) => key === what);
      const routine = recipe && this.coach.stored(recipe.index);
      return recipe && routine ? { ...base, routine, title: recipe.name, why: recipe.summary, origin: 'recipe', recipe: recipe.index } : null;
    }
    if (kind === 'names') {
      const exercises = what.split(',').map((key) => this.coach.exercises.get(key)).filter((index) => index !== undefined);
      const routine = this.coach.named(exercises);
      return routine.admitted ? { ...base, routine, title: routine.entries[0].name, origin: 'names' } : null;
    }
    const first = kind === 'first' ? this.coach.first() : null;
    if (first !== null) {
      return { ...base, routine: first, title: this.core.say('INTRO_FIRST', first.entries.length), origin: 'recipe' };
    }
    const plan = this.plan();
    const { minutes } = this.request();
    return plan.refused === null && plan.routine.admitted
      ? { ...base, routine: plan.routine, title: title(plan.routine), why: plan.why, origin: 'plan', minutes } : null;
  }
}
