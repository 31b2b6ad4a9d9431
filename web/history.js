// SPDX-License-Identifier: MIT
// history.js: what was done: today at a glance, progress, the log, and what a person adds to it. After Coach.look().

import { textAt } from './door.js';
import { dateOf } from './facts.js';
import { makeId } from './keeper.js';

/** @typedef {import('./coach.js').Coach} Coach */
/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {import('./keeper.js').Shell} Shell */
/** @typedef {import('./store.js').Entry} Entry */
/** @typedef {import('./store.js').Store} Store */

/**
 * @typedef {object} Today
 * @property {string} day
 * @property {string} text what would fit, or what comes before all else
 * @property {string | null} week what was done in seven days
 * @property {string} last the last session in a sentence, '' where there was none
 */

/**
 * @typedef {object} Progress
 * @property {string} title
 * @property {string | null} empty what is said where there is nothing to show
 * @property {{ key: 'days' | 'minutes' | 'pain' | 'stiffness' | 'sides' | 'relief', heading: string, lines: string[] }[]}
 *   sections
 * @property {{ exercise: number, text: string }[]} relief
 * @property {string | null} relief_note
 */

/**
 * @typedef {object} LogItem
 * @property {'session' | 'break' | 'mark' | 'rating'} kind
 * @property {string} id
 * @property {string | null} time "09:05"; null: of the day
 * @property {string} text
 * @property {boolean} may_go it can be deleted
 * @property {string[]} lines more about it
 */

/** @typedef {{ day: string, title: string, items: LogItem[] }} LogDay the latest first */

const MOMENT_RANK = 2;

export class History {
  /** @param {Coach} coach @param {Store} store @param {Shell} shell */
  constructor(coach, store, shell) {
    this.coach = coach;
    this.core = coach.core;
    this.store = store;
    this.shell = shell;
  }

  // -- looking -------------------------------------------------------------------------------------------------------

  /** @returns {Today} */
  today() {
    this.#putDay(this.#lastDay());
    const last = textAt(this.core, this.core.uh_door_last_words());
    return { ...this.coach.json(this.core.uh_door_today_words()), last };
  }

  /** All of the day on which the last real session was. @returns {Entry[]} */
  #lastDay() {
    const session = this.store.sessions.get(this.coach.lastSession());
    return session ? this.#byDay(session.place.day, session.place.day)[0][1] : [];
  }

  /** @param {Entry[]} entries */
  #putDay(entries) {
    this.core.uh_door_log_begin();
    for (const { fact } of entries) {
      this.coach.facts.put(fact);
      if (this.core.uh_door_log_take() === 0) {
        throw new RangeError('a day with more than fits through the door');
      }
    }
  }

  /**
   * Progress over so many days, 7 to 400.
   * @param {number} [days]
   * @returns {Progress}
   */
  progress(days = 42) {
    this.core.uh_door_progress_begin(days);
    for (const fact of this.store.facts()) {
      this.coach.facts.put(fact);
      this.core.uh_door_progress_take();
    }
    this.core.uh_door_progress_end();
    return this.coach.json(this.core.uh_door_progress_words());
  }

  /** The charts of the progress that was looked at last, as an <svg>; uh_palette; is it for a phone? @param {number} [palette] @param {boolean} [isNarrow] */
  progressSvg(palette = 0, isNarrow = false) {
    return textAt(this.core, this.core.uh_door_progress_svg(palette, Number(isNarrow)));
  }

  /**
   * Days on which something was, the latest first; days since 1970-01-01.
   * @param {number} from @param {number} to
   * @returns {LogDay[]}
   */
  log(from, to) {
    return this.#byDay(from, to).map(([day, entries]) => {
      this.#putDay(entries);
      return this.coach.json(this.core.uh_door_log_words(day));
    });
  }

  /** @param {number} from @param {number} to @returns {[number, Entry[]][]} */
  #byDay(from, to) {
    /** @type {Map<number, Entry[]>} */
    const days = new Map();
    for (const entry of this.store.inOrder()) {
      const { rank, day } = this.store.headOf(entry).place;
      if (rank === MOMENT_RANK && day >= from && day <= to) {
        days.set(day, [...days.get(day) ?? [], entry]);
      }
    }
    return [...days].sort(([a], [b]) => b - a);
  }

  // -- adding and taking back ----------------------------------------------------------------------------------------

  /** What was given out is written. @param {(wallMs: number, offsetS: number) => void} note */
  #note(note) {
    const { wallMs, offsetS } = this.shell.now();
    this.coach.putText(makeId(wallMs));
    note(wallMs, offsetS);
    const facts = this.coach.facts.takeOut();
    if (facts.length > 0) {
      this.shell.write(facts);
    }
    return facts.length > 0;
  }

  /** A break that was taken just now. @param {'stood' | 'posture' | 'breaths'} kind */
  noteBreak(kind) {
    return this.#note((wallMs, offsetS) => this.core.uh_door_note_break(this.coach.number('break', kind), wallMs, offsetS));
  }

  /** Today off, or a bad day. @param {'rest' | 'flare'} mark */
  noteDay(mark) {
    return this.#note((wallMs, offsetS) =>
      this.core.uh_door_note_day(this.coach.number('mark', mark), wallMs, wallMs, offsetS));
  }

  /** A stretch that was set aside may be offered again. False: it is not set aside. @param {number} exercise */
  noteAgain(exercise) {
    return this.#note((wallMs, offsetS) => void this.core.uh_door_note_again(exercise, wallMs, offsetS));
  }

  /**
   * Takes back a session with all that belongs to it, a rating, a break or a mark. False: there is none, or it is about
   * safety and stays.
   * @param {string} id
   * @returns {Promise<boolean>}
   */
  async delete(id) {
    const entry = this.store.inOrder().find(({ place }) => place.id === id && place.rank === MOMENT_RANK &&
      place.session === '');
    if (!entry) {
      return false;
    }
    this.coach.facts.put(entry.fact);
    return this.core.uh_door_fact_may_go() !== 0 && this.store.delete(entry.fact);
  }

  /** The day of a moment, days since 1970-01-01; it begins at four. @param {number} wallMs @param {number} offsetS */
  static day(wallMs, offsetS) {
    return Math.floor((wallMs + offsetS * 1000 - 4 * 3600000) / 86400000);
  }

  /** @param {number} day */
  static date(day) {
    return dateOf(day);
  }
}
