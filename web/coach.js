// SPDX-License-Identifier: MIT
// coach.js: what the core says about this person's facts, as plain objects. One coach for one instance of core.wasm
// with its catalogue open; the page never touches a pointer of these exports. All texts are in the language that was
// set by uh_door_language().

import { jsonAt, putText, textAt } from './door.js';
import { FactTable } from './facts.js';

/** @typedef {import('./door.js').Exports} Exports */
/** @typedef {import('./facts.js').Fact} Fact */

/**
 * @typedef {object} Named
 * @property {string} name as in files
 * @property {string | null} words
 */

/**
 * Settings of config.yaml, by name.
 * @typedef {Record<string, { value: string, line: number }>} Config
 */

/**
 * @typedef {object} Setting
 * @property {number} setting
 * @property {string} name
 * @property {'enum' | 'flags' | 'number' | 'bool' | 'stretches' | 'anchors'} type
 * @property {string} value as it is typed: names joined by commas, "yes", "12", "none"
 * @property {string} usual the default
 * @property {'default' | 'stored' | 'config'} source
 * @property {number} line of config.yaml
 * @property {string} help
 * @property {number} min of a number
 * @property {number} max
 * @property {boolean} automatic "auto" is a value too
 * @property {string | null} unit
 * @property {string[]} choices names, of enum and flags
 */

/**
 * @typedef {object} PlanRequest
 * @property {string} [context] place; where it is not said, the first of the person's
 * @property {number} [minutes] 1 to 60; where it is not said, as usual
 * @property {boolean} [micro] a micro-break
 * @property {number[]} [leaveOut] exercises
 * @property {number[]} [putIn] exercises
 */

/**
 * @typedef {object} Entry
 * @property {number} exercise index in the catalogue
 * @property {string} key
 * @property {string} name
 * @property {number} variant
 * @property {string} variant_key
 * @property {string} dose in words
 * @property {number} repetitions
 * @property {number} sets
 */

/**
 * @typedef {object} Routine what a session would play now
 * @property {number} duration_ms
 * @property {boolean} admitted by the gate, on a day that does not hurt too much
 * @property {string | null} sore said where today is no day to stretch
 * @property {Entry[]} entries
 * @property {{ text: string }[]} objections why not
 * @property {string[]} left_out of a stored routine: what is not played today, and why
 */

/**
 * @typedef {object} Reason
 * @property {number} exercise
 * @property {'in' | 'could-be' | 'not-for-you' | 'no-room'} group
 * @property {string} reason a name
 * @property {string} text one sentence
 * @property {boolean} left_out by the person
 */

/**
 * @typedef {object} Plan
 * @property {{ reason: string, text: string, nearest: string } | null} refused
 * @property {boolean} first the very first session
 * @property {string | null} why one sentence for the whole of it
 * @property {string[]} notes
 * @property {Reason[]} stretches each of the catalogue
 * @property {{ exercise: number, text: string }[]} not_put_in wishes that may not be, and why
 * @property {Routine} routine
 */

/** uh_status, as far as a caller can do something about it. */
export const Status = { OK: 0, RANGE: -3, REFUSED: -7, STATE: -9 };

/** Days that the planner looks back. */
export const PLAN_DAYS = 92;

export class Coach {
  /** @param {Exports} core exports of the instance; its catalogue is open */
  constructor(core) {
    this.core = core;
    this.facts = new FactTable(core);
    this.names = this.#readLists();
    /** @type {Map<string, number>} exercises by key */
    this.exercises = new Map(Array.from({ length: core.uh_door_exercise_count() },
      (_, index) => [textAt(core, core.uh_door_exercise_key(index)), index]));
  }

  /** @returns {Record<string, Named[]>} */
  #readLists() {
    return this.json(this.core.uh_door_lists());
  }

  /** After another language was set. */
  translate() {
    this.names = this.#readLists();
  }

  /** @param {number} address of JSON @returns {any} */
  json(address) {
    return jsonAt(this.core, address);
  }

  /** Writes a text where the door looks for it. @param {string} text */
  putText(text) {
    if (!putText(this.core, text)) {
      throw new RangeError('a text that is too long');
    }
  }

  /** The names of a list, each with its words. @param {string} list @returns {[string, string][]} */
  told(list) {
    return this.names[list].map(({ name, words }) => [name, words ?? name]);
  }

  /** The number of a name. @param {string} list @param {string} name @returns {number} */
  number(list, name) {
    const index = this.names[list].findIndex((one) => one.name === name);
    if (index < 0) {
      throw new RangeError(`${list} ${name}`);
    }
    return index;
  }

  // -- all facts, folded ---------------------------------------------------------------------------------------------

  /**
   * Folds all facts: what follows is about this person, now. Again whenever a fact changed, and on a new day.
   * @param {object} what
   * @param {Iterable<Fact>} what.facts in the order of a store
   * @param {number} what.nowMs
   * @param {number} what.offsetS of local time from UTC, in seconds
   * @param {Config} [what.config]
   * @param {number} [what.days] that the history looks back
   * @param {boolean} [what.unknown] not all facts could be read
   * @returns {Record<string, string>} settings of config.yaml that are wrong, and why
   */
  look({ facts, nowMs, offsetS, config = {}, days = PLAN_DAYS, unknown = false }) {
    const core = this.core;
    /** @type {Record<string, string>} */
    const wrong = {};
    core.uh_door_today_begin(nowMs, offsetS, days);
    for (const fact of facts) {
      this.facts.put(fact);
      core.uh_door_today_take();
    }
    for (const [name, { value, line }] of Object.entries(config)) {
      const setting = this.#settingNumber(name);
      this.putText(value);
      const words = setting < 0 ? name : textAt(core, core.uh_door_setting_config(setting, line));
      if (words !== '') {
        wrong[name] = words;
      }
    }
    core.uh_door_today_end(unknown ? 1 : 0);
    return wrong;
  }

  /** The id of the last session that was real; '' for none. @returns {string} */
  lastSession() {
    return textAt(this.core, this.core.uh_door_last_session());
  }

  // -- settings ------------------------------------------------------------------------------------------------------

  /** @returns {Setting[]} */
  settings() {
    return this.json(this.core.uh_door_settings());
  }

  /** @param {string} name @returns {number} -1: there is none */
  #settingNumber(name) {
    return this.settings().findIndex((row) => row.name === name);
  }

  /**
   * The fact that keeps a value as it is typed; '' gives the default back.
   * @param {string} name one of settings() @param {string} value @param {number} nowMs
   * @returns {{ facts: Fact[], problem: string }} problem in words, '' for none
   */
  settingFact(name, value, nowMs) {
    this.putText(value);
    const problem = textAt(this.core, this.core.uh_door_setting_fact(this.#settingNumber(name), nowMs));
    return { facts: problem === '' ? this.facts.takeOut() : [], problem };
  }

  // -- plan and routine ----------------------------------------------------------------------------------------------

  /** Where somebody is who does not say it, and how long it usually is. */
  usual() {
    const context = this.names.context[this.core.uh_door_usual_context()].name;
    return { context, minutes: Number(this.core.uh_door_usual_minutes()) };
  }

  /**
   * Plans; the plan is then the routine that a session plays. Of whoever asks for nothing and never stretched it is the very
   * first session.
   * @param {PlanRequest} [request]
   * @returns {Plan}
   */
  plan(request = {}) {
    const core = this.core;
    const { context, minutes = 0, micro } = request;
    core.uh_door_plan_request(context === undefined ? this.names.context.length : this.number('context', context), minutes,
      micro ? 1 : 0);
    (request.leaveOut ?? []).forEach((exercise) => core.uh_door_plan_leave_out(exercise));
    (request.putIn ?? []).forEach((exercise) => core.uh_door_plan_put_in(exercise));
    core.uh_door_plan_make();
    return { ...this.json(core.uh_door_plan_words()), routine: this.routine() };
  }

  /** The routine as the gate sees it now. @returns {Routine} */
  routine() {
    return this.json(this.core.uh_door_routine_words());
  }

  /** An entry goes to another place. @param {number} from @param {number} to @returns {Routine} */
  move(from, to) {
    this.core.uh_door_routine_move(from, to);
    return this.routine();
  }

  /**
   * Stretches by name, each in the form that is meant.
   * @param {number[]} exercises @param {string} [context] where; left out: wherever that is
   * @returns {Routine}
   */
  named(exercises, context) {
    const contexts = this.names.context.length;
    this.core.uh_door_routine_named(context === undefined ? contexts : this.number('context', context));
    exercises.forEach((exercise) => this.core.uh_door_routine_name(exercise));
    return this.routine();
  }

  /**
   * A stored routine, without what may not be done today; null: nothing is left of it.
   * @param {number} recipe
   * @returns {Routine | null}
   */
  stored(recipe) {
    return this.core.uh_door_routine_stored(recipe) === Status.OK ? this.routine() : null;
  }
}
