// SPDX-License-Identifier: MIT
// data.js: what the views know of the person: facts folded by the core, the plan with the person's wishes, and what is
// to be played. It keeps no rule of its own.

import { Coach } from './coach.js';
import { Keeper } from './keeper.js';
import { Screener, standing } from './screener.js';
import { Store, MemoryShelf } from './store.js';
import { IndexedShelf } from './indexed.js';
import { Stage, Sync } from './sync.js';
import { History } from './history.js';
import { exportLines, fileName, importLines, MEDIA } from './backup.js';
import { choices } from './theme.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./coach.js').Routine} Routine */
/** @typedef {import('./coach.js').Plan} Plan */
/** @typedef {import('./coach.js').PlanRequest} PlanRequest */
/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {{routine: Routine, title: string, why: string | null, origin: 'plan' | 'recipe' | 'names' | 'break', recipe?: number,
 *   minutes: number, speedPercent: number, resumed: boolean, atOnce: boolean, started: boolean}} Prepared `started`: by a
 *   press of Start elsewhere, where it was seen what comes */

/** What the person wishes of the next plan, until the page is left. @typedef {PlanRequest & {order?: number[]}} Wish */

/** @param {string} text a line is a paragraph */
const lines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

export class Data {
  /** A session was left open in this very window. */
  #leftHere = false;

  /** @param {Core} core */
  constructor(core) {
    this.core = core;
    this.coach = new Coach(core.exports);
    /** Other speeds are for tests and demonstrations: such sessions are marked, and never count. */
    this.speedPercent = (Number(new URLSearchParams(location.search).get('speed')) || 1) * 100;
    this.shell = {
      /** Of the page's clock, of that on the wall, and of local time from UTC. */
      now: () => ({ bootMs: Math.floor(performance.now()), wallMs: Date.now(), offsetS: -new Date(Date.now()).getTimezoneOffset() * 60 }),
      write: (/** @type {Fact[]} */ facts) => {
        this.store.write(facts).catch(() => this.onTrouble());
      },
      has: (/** @type {Fact} */ fact) => this.store.get(fact) !== undefined,
    };
    this.store = new Store(this.coach.facts, new MemoryShelf());
    this.sync = new Sync(this.store);
    this.keeper = new Keeper(this.coach, this.shell);
    this.history = new History(this.coach, this.store, this.shell);
    /** Of all tabs, one plays. */
    this.stage = new Stage();
    /** Facts that the server does not have yet. */
    this.waitingCount = 0;
    /** Names the catalogue that is open, as the server does. @type {string | null} */
    this.catalogueTag = null;
    this.lookedRound = false;
    /** Another catalogue was opened. @type {() => void} */
    this.onCatalogue = () => {};
    /** @type {Wish} */
    this.wish = {};
    /** A hand pressed start: sound may begin, and nothing is asked again. */
    this.hand = false;
    /** Something could not be kept. @type {() => void} */
    this.onTrouble = () => {};
    /** Facts came from elsewhere, or the server came or went. @type {() => void} */
    this.onNews = () => {};
  }

  /** What is on the shelf of this browser, then what the server has. */
  async open() {
    this.store = await Store.open(this.coach.facts, await IndexedShelf.open().catch(() => new MemoryShelf()));
    this.history = new History(this.coach, this.store, this.shell);
    this.sync = new Sync(this.store);
    await this.sync.refresh();
    await this.#takeOwnStretches();
    this.look();
    this.sync.onChange(() => this.#hear());
    addEventListener('online', () => void this.sync.refresh());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && !this.keeper.isPlaying) {
        void this.sync.refresh().then(() => this.#hear());
      }
    });
  }

  /** The server's catalogue has the person's own stretches; where it is the one that is open, nothing comes. */
  async #takeOwnStretches() {
    const isCached = navigator.serviceWorker?.controller && this.sync.state === 'offline';
    if (this.sync.state !== 'online' && !isCached) {
      return;
    }
    const headers = this.catalogueTag === null ? undefined : { 'If-None-Match': this.catalogueTag };
    const answer = await fetch('api/v1/catalogue', { headers }).catch(() => null);
    if (answer?.status === 200) {
      await this.core.changeCatalogue(await answer.arrayBuffer());
      this.coach.exercises = new Map(this.core.stretches().map(({ key, index }) => [key, index]));
      this.onCatalogue();
    }
  }

  /** While a session plays, nothing changes under it. */
  #hear() {
    if (!this.keeper.isPlaying) {
      this.look();
      this.onNews();
    }
  }

  /** Days since 1970-01-01; a day begins at four. */
  day() {
    const { wallMs, offsetS } = this.shell.now();
    return History.day(wallMs, offsetS);
  }

  /** All facts anew: after each change, and on a new day. */
  look() {
    const { wallMs, offsetS } = this.shell.now();
    this.coach.look({ facts: this.store.facts(), nowMs: wallMs, offsetS,
      config: this.sync.config(), unknown: this.sync.unknown });
    void this.sync.waitingCount().then((count) => {
      this.waitingCount = count;
    });
  }

  // -- the person ----------------------------------------------------------------------------------------------------

  standing() {
    return standing(this.coach);
  }

  /** Nobody was asked yet. */
  isNew() {
    return this.standing().state === 'never';
  }

  /** They are due, or something keeps from stretching until it was seen. */
  needsQuestions() {
    return this.#asksFirst() || this.standing().blocked.length > 0;
  }

  /** No session before they are answered, whatever address leads to it. */
  #asksFirst() {
    return this.standing().state !== 'valid';
  }

  mayStretch() {
    return ['free', 'limited'].includes(this.standing().outcome.kind);
  }

  /** @param {{whole: boolean, beforeSession: boolean}} how */
  screener(how) {
    this.look();
    return new Screener(this.coach, this.shell, how);
  }

  /** "I was seen and may stretch", of one question that keeps from it. @param {string} key */
  see(key) {
    this.screener({ whole: false, beforeSession: false }).see(key);
    this.look();
  }

  screeningLines() {
    return lines(this.standing().text);
  }

  visitLines() {
    return lines(this.standing().visit);
  }

  /** To look over the shoulders is to turn the neck. Who looked before a session is asked to look again behind it. */
  askToLookRound() {
    const { limits, kind } = this.standing().outcome;
    this.lookedRound = !limits.includes('no-neck') && kind !== 'clinician-first' && kind !== 'emergency';
    return this.lookedRound;
  }

  soundWanted() {
    const { sound } = choices();
    return sound === 'auto' ? this.coach.settings().find(({ name }) => name === 'voice')?.value ?? 'auto' : sound;
  }

  /** @param {string} name @param {string} value @returns {Promise<string>} what is wrong with it, '' for nothing */
  async keepSetting(name, value) {
    const { facts, problem } = this.coach.settingFact(name, value, Date.now());
    if (problem === '') {
      this.shell.write(facts);
      this.look();
    }
    return problem;
  }

  /** Signs of an emergency after a stop, or a wrong button. @param {boolean} so */
  emergency(so) {
    this.keeper.emergency(so, (key) => this.store.get(key));
  }

  // -- where it is remembered ----------------------------------------------------------------------------------------

  hasServer() {
    return this.sync.state !== 'static';
  }

  /** Profile and screening are the server's while there is one. */
  isReadOnly() {
    return this.sync.state === 'offline' || this.sync.state === 'locked' || this.sync.hello?.read_only === true;
  }

  /** The server does not know this browser. */
  isLocked() {
    return this.sync.state === 'locked';
  }

  /** A session of this page goes on in another shell. */
  isHeld() {
    return this.sync.isHeld;
  }

  /** Forgets everything, at the server first. */
  async purge() {
    if (!await this.sync.purge()) {
      this.onTrouble();
      return false;
    }
    this.wish = {};
    this.look();
    return true;
  }

  /** @param {string} text of a file @returns {Promise<string>} what became of it */
  async takeIn(text) {
    try {
      const { fresh, changed } = await importLines(this.store, text);
      this.look();
      return this.core.say('WEB_IMPORTED', fresh + changed);
    } catch {
      return this.core.say('WEB_IMPORT_WRONG');
    }
  }

  /** All of it as a file of the browser's. */
  giveOut() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([exportLines(this.store)], { type: MEDIA }));
    link.download = fileName(History.date(this.day()));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
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

  takeHand() {
    const { hand } = this;
    this.hand = false;
    return hand;
  }

  /** The view of a session was left while it played. */
  leaveOpen() {
    this.keeper.isPlaying = false;
    this.#leftHere = true;
  }

  /** A session that was left open, within half an hour. */
  openSession() {
    const left = this.keeper.left(this.store.facts());
    if (left === null || left.state !== 'ready') {
      return null;
    }
    const minutes = Math.max(1, Math.ceil(left.ago_ms / 60000));
    const words = [this.core.say('WEB_RESUME_WORDS', minutes, (left.entry ?? 0) + 1, left.entries)];
    if (left.held && this.hasServer() && !this.#leftHere) { // else the tabs of this browser are all there are, and they say so themselves
      words.push(this.core.say('RESUME_HELD'));
    }
    return { id: left.id, words: words.join(' ') };
  }

  /** The session that was left open is over. */
  dismiss() {
    this.keeper.leave();
    this.look();
  }

  /**
   * The stretch that the notification at the desk offered.
   * @param {Omit<Prepared, 'routine' | 'title' | 'origin'>} base
   * @returns {Prepared | null}
   */
  #prepareBreak(base) {
    const plan = this.coach.plan({ context: 'desk', micro: true });
    return plan.refused === null && plan.routine.admitted && plan.routine.entries.length > 0
      ? { ...base, routine: plan.routine, title: plan.routine.entries[0].name, why: plan.why, origin: 'break', started: true } : null;
  }

  /**
   * Null: nothing of it may be played now, or the questions come first.
   * @param {string} rest "plan", "minutes/7", "micro", "first", "resume", "recipe/desk-5", "names/chin-tuck,cat-cow"; first is the
   *   plan of whoever has just answered the questions
   * @returns {Prepared | null}
   */
  prepare(rest) {
    this.look();
    if (this.#asksFirst()) {
      return null;
    }
    const [kind, what = ''] = rest.split('/');
    const base = { minutes: 0, speedPercent: this.speedPercent, resumed: false, atOnce: false, started: false, why: null };
    const title = (/** @type {Routine} */ routine) => this.core.say('INTRO_STRETCHES', routine.entries.length);
    if (kind === 'resume') {
      const open = this.openSession();
      const routine = open && this.coach.routine();
      return open && routine && { ...base, routine, title: title(routine), origin: 'plan', resumed: true, why: open.words };
    }
    if (kind === 'recipe') {
      const recipe = this.core.recipes().find(({ key }) => key === what);
      const routine = recipe && this.coach.stored(recipe.index);
      return recipe && routine ? { ...base, routine, title: recipe.name, why: recipe.summary, origin: 'recipe', recipe: recipe.index } : null;
    }
    if (kind === 'micro') {
      return this.#prepareBreak(base);
    }
    if (kind === 'names') {
      const exercises = what.split(',').map((key) => this.coach.exercises.get(key)).filter((index) => index !== undefined);
      const routine = this.coach.named(exercises);
      return routine.admitted && routine.entries.length > 0
        ? { ...base, routine, title: routine.entries[0].name, origin: 'names' } : null;
    }
    if (kind === 'minutes' && Number(what) > 0) {
      this.wishFor({ minutes: Number(what) });
    }
    const { refused, routine, first, why } = this.plan();
    if (refused !== null || !routine.admitted) {
      return null;
    }
    const made = { ...base, routine, origin: /** @type {const} */ ('plan'), minutes: this.wish.minutes ?? 0 };
    return first ? { ...made, title: this.core.say('INTRO_FIRST', routine.entries.length), atOnce: kind === 'first' }
      : { ...made, title: title(routine), why };
  }
}
