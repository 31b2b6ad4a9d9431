// SPDX-License-Identifier: MIT
// screener.js: the safety questions, page by page. The core asks (include/unhunch/screener.h); this passes on what is
// ticked, and writes what was said as soon as there is an outcome, before anybody reads it.

import { makeId } from './keeper.js';

/** @typedef {import('./coach.js').Coach} Coach */
/** @typedef {import('./keeper.js').Shell} Shell */

/** @typedef {{ key: string, text: string }} Question */
/** @typedef {{ kind: 'title' | 'heading' | 'text' | 'point' | 'key' | 'gap' | 'fold', mark: string | null,
 *    text: string | null }} Paragraph */

/**
 * @typedef {object} Outcome
 * @property {'free' | 'limited' | 'clinician-first' | 'emergency'} kind
 * @property {string[]} limits
 */

/**
 * @typedef {object} Page
 * @property {'emergency' | 'health' | 'follow-up' | 'seen' | 'outcome'} page
 * @property {{ key: string, text: string, tick: 'no' | 'yes' | 'as-before' | 'changed' }[]} rows
 * @property {Paragraph[]} paragraphs the terminal's page: its rows and keys are those of kind "key"
 * @property {boolean} is_ticked is anything ticked that was not so before?
 * @property {boolean} has_before was anything on it so before?
 * @property {boolean} can_go_back
 * @property {Outcome | null} outcome
 */

/**
 * @typedef {object} Standing where the answers stand
 * @property {'never' | 'valid' | 'due' | 'changed'} state
 * @property {string | null} screened a day
 * @property {string | null} due
 * @property {Question[]} blocked those that a visit lifts
 * @property {Outcome} outcome
 * @property {string} text what there is to say of it; a line is a paragraph
 * @property {string} visit the sheet to print and take along; a line is a paragraph
 */

/** @param {Coach} coach @returns {Standing} of the facts that the coach looked at last */
export function standing(coach) {
  return coach.json(coach.core.uh_door_screening_words());
}

export class Screener {
  /**
   * On the answers that the coach looked at last.
   * @param {Coach} coach @param {Shell} shell
   * @param {{ whole?: boolean, beforeSession?: boolean }} [how] `whole`: both cards, also where nothing is due
   */
  constructor(coach, shell, { whole = true, beforeSession = false } = {}) {
    this.coach = coach;
    this.core = coach.core;
    this.shell = shell;
    this.id = makeId(shell.now().wallMs);
    this.core.uh_door_screener_begin(whole ? 1 : 0, beforeSession ? 1 : 0);
  }

  /** @returns {Page} */
  page() {
    return this.coach.json(this.core.uh_door_screener_page());
  }

  /** Another tick. @param {number} row @returns {Page} */
  turn(row) {
    this.core.uh_door_screener_turn(row);
    return this.page();
  }

  /** The page is answered as it stands. @returns {Page} */
  next() {
    const { wallMs, offsetS } = this.shell.now();
    this.coach.putText(this.id);
    this.core.uh_door_screener_next(wallMs, offsetS);
    this.#write();
    return this.page();
  }

  /** None of these, or nothing new; and on. @returns {Page} */
  none() {
    this.core.uh_door_screener_clear();
    return this.next();
  }

  /** @returns {Page} */
  back() {
    this.core.uh_door_screener_back();
    return this.page();
  }

  /**
   * "I was seen and may stretch", of one question that keeps from it. False: of that it cannot be said.
   * @param {string} key
   */
  see(key) {
    const { wallMs, offsetS } = this.shell.now();
    this.coach.putText(key);
    const seen = this.core.uh_door_screener_see(wallMs, offsetS) !== 0;
    this.#write();
    return seen;
  }

  #write() {
    const facts = this.coach.facts.takeOut();
    if (facts.length > 0) {
      this.shell.write(facts);
    }
  }
}
