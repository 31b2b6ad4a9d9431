// SPDX-License-Identifier: MIT
// keeper.js: the session that plays, told through one place, so that all it does becomes facts at once: a set that
// ended is written when it ends, and a tab that dies loses the set in progress at most. What the facts are, the core
// decides (include/unhunch/scribe.h); where they go is `write`.

import { Status } from './coach.js';
import { numbersAt, textAt } from './door.js';

/** @typedef {import('./coach.js').Coach} Coach */
/** @typedef {import('./facts.js').Fact} Fact */

/**
 * @typedef {object} Now
 * @property {number} bootMs a clock that never goes back, the session's own: performance.now()
 * @property {number} wallMs
 * @property {number} offsetS of local time from UTC
 */

/**
 * @typedef {object} Shell what the keeper needs of the page
 * @property {() => Now} now
 * @property {(facts: Fact[]) => void} write as what the program says now; order matters
 * @property {(fact: Fact) => boolean} [has] is there a fact with this identity? Where a session is not any more, it was
 *   taken back elsewhere: no more of it is written
 */

/**
 * @typedef {object} Left a session that was left open
 * @property {'none' | 'ready' | 'refused'} state
 * @property {string} id
 * @property {boolean} held perhaps it still plays in another window
 * @property {number} ago_ms since its last sign of life
 * @property {number | null} entry where it was, from 0
 * @property {number} entries
 * @property {string[]} why_not of a refused one
 */

const NO_RECIPE = 4294967295;
const NOT_ASKED = -1;

/**
 * A UUID of version 7: ids sort by time, as those of the program do.
 * @param {number} wallMs
 */
export function makeId(wallMs) {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = 0x70 | (bytes[0] & 0x0f);
  bytes[2] = 0x80 | (bytes[2] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  return (wallMs.toString(16).padStart(12, '0') + hex.join('')).replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export class Keeper {
  #recordKind;
  /** Was it ended early, on the person's word? */
  #endedEarly = false;

  /** @param {Coach} coach @param {Shell} shell */
  constructor(coach, shell) {
    this.coach = coach;
    this.core = coach.core;
    this.shell = shell;
    this.#recordKind = coach.number('event', 'record');
    /** Is there a session that was started or went on? */
    this.isPlaying = false;
    /** Was it taken back elsewhere while it played? */
    this.isGone = false;
    /** Its fact as it was written first. @type {Fact | null} */
    this.session = null;
  }

  /**
   * The time is told, then the call, then its facts are written.
   * @param {(atMs: number) => void} call @param {boolean} [isOfSession]
   */
  #keep(call, isOfSession = true) {
    const { bootMs, wallMs, offsetS } = this.shell.now();
    this.core.uh_door_keep_now(bootMs, wallMs, offsetS);
    call(bootMs);
    const made = this.coach.facts.takeOut();
    const facts = isOfSession ? this.#remaining(made) : made;
    if (facts.length > 0) {
      this.shell.write(facts);
    }
  }

  /**
   * What belongs to a session that was taken back elsewhere does not come back; what is for the screening stays.
   * @param {Fact[]} facts @returns {Fact[]}
   */
  #remaining(facts) {
    const { has } = this.shell;
    this.isGone ||= this.session !== null && has !== undefined && !has(this.session);
    this.session ??= facts.find(({ record }) => record === 'session') ?? null;
    return this.isGone ? facts.filter(({ record }) => record === 'mark' || record === 'answer') : facts;
  }

  #putId() {
    this.coach.putText(makeId(this.shell.now().wallMs));
  }

  // -- before it begins ----------------------------------------------------------------------------------------------

  /**
   * A session of the coach's routine is coming: where the routine comes from.
   * @param {{ origin: 'plan' | 'recipe' | 'names' | 'break', minutes?: number, recipe?: number }} about
   */
  prepare({ origin, minutes = 0, recipe = NO_RECIPE }) {
    this.core.uh_door_keep_about(this.coach.number('origin', origin), minutes, recipe);
    this.#endedEarly = false;
    this.isPlaying = false;
    this.isGone = false;
    this.session = null;
  }

  /** Is pain and stiffness asked for, around the coach's routine? */
  ratings() {
    const due = this.core.uh_door_rating_due();
    return { before: (due & 1) !== 0, after: (due & 2) !== 0 };
  }

  /**
   * What was answered, null where nobody did. 'before' waits for the beginning; 'day' is without a session.
   * @param {'day' | 'before' | 'after'} moment @param {number | null} pain @param {number | null} stiffness
   */
  rate(moment, pain, stiffness) {
    this.#putId();
    this.#keep(() => this.core.uh_door_keep_rate(this.coach.number('rating_moment', moment), pain ?? NOT_ASKED,
      stiffness ?? NOT_ASKED), moment !== 'day');
  }

  /** Breaks and walking only today? @param {number | null} pain @param {number | null} stiffness */
  isTooMuch(pain, stiffness) {
    return this.core.uh_door_rating_is_too_much(pain ?? NOT_ASKED, stiffness ?? NOT_ASKED) !== 0;
  }

  /**
   * What is said of the rise from before to after, '' where there is none.
   * @param {{ pain: number | null, stiffness: number | null }} before
   * @param {{ pain: number | null, stiffness: number | null }} after
   * @returns {string}
   */
  rise(before, after) {
    return textAt(this.core, this.core.uh_door_rating_rise(before.pain ?? NOT_ASKED, before.stiffness ?? NOT_ASKED,
      after.pain ?? NOT_ASKED, after.stiffness ?? NOT_ASKED));
  }

  // -- while it plays ------------------------------------------------------------------------------------------------

  /**
   * Plays the coach's routine from now on. A Status: REFUSED where the gate says no, or the day is too sore.
   * @param {number} [speedPercent]
   * @returns {number}
   */
  start(speedPercent = 100) {
    if (this.core.uh_door_routine_may_play() === 0) {
      return Status.REFUSED;
    }
    const status = this.core.uh_door_session_start(speedPercent, this.shell.now().bootMs);
    if (status === 0) {
      this.isPlaying = true;
      this.#putId();
      this.#keep((at) => this.core.uh_door_keep_begin(at));
    }
    return status;
  }

  /**
   * Takes the next event that is due; a set that ended is written. Then uh_door_session_event() has it.
   * @param {number} atMs
   */
  next(atMs) {
    if (this.core.uh_door_session_next(atMs) === 0) {
      return false;
    }
    const [kind] = numbersAt(this.core, this.core.uh_door_session_event(), 1);
    if (kind === this.#recordKind) {
      this.#keep(() => this.core.uh_door_keep_set());
    }
    return true;
  }

  /**
   * Tells the session a command at a moment of its clock; all events that were due by then are taken. A Status.
   * @param {string} command "pause", "resume", "ease", "stop" ... @param {number} atMs
   * @param {string} [reason] of a stop or a skip: "pain", "not-now" ...
   * @returns {number}
   */
  tell(command, atMs, reason = 'none') {
    let status = 0;
    if (command === 'stop') {
      this.#putId();
    }
    this.#keep(() => {
      status = this.core.uh_door_keep_tell(this.coach.number('command', command), this.#reason(reason), atMs);
    });
    this.#endedEarly ||= command === 'end' && status === 0;
    return status;
  }

  /** uh_reason: those of stops first, then those of skips. @param {string} reason */
  #reason(reason) {
    const stops = this.coach.names.stop_reason;
    const stop = stops.findIndex(({ name }) => name === reason);
    return stop >= 0 ? stop : stops.length + this.coach.number('skip_reason', reason);
  }

  /** A sign of life between two sets: again within UH_LEASE_MS, five minutes, also while it is paused. */
  alive() {
    this.#keep((at) => this.core.uh_door_keep_alive(at));
  }

  /**
   * Signs of an emergency after a stop; written before the page is read. Or that was a wrong key.
   * @param {boolean} so
   * @param {(key: Fact) => Fact | undefined} known finds the answer that there is with this identity
   */
  emergency(so, known) {
    this.core.uh_door_keep_emergency_key();
    const there = known(this.coach.facts.takeOut()[0]);
    if (there) {
      this.coach.facts.put(there);
    }
    this.#keep(() => this.core.uh_door_keep_emergency(so ? 1 : 0, there ? 1 : 0));
  }

  /** It is over: played to its end, or the page has to go ('interrupted'). @param {string} [ending] */
  end(ending = this.#endedEarly ? 'early' : 'complete') {
    this.#keep((at) => this.core.uh_door_keep_end(this.coach.number('ending', ending), at));
    this.isPlaying = false;
  }

  // -- what the person says about it ---------------------------------------------------------------------------------

  /** @param {'none' | 'all' | 'part' | 'stopped'} correction */
  correct(correction) {
    this.#keep(() => this.core.uh_door_keep_correct(this.coach.number('correction', correction)));
  }

  /** @param {'not-asked' | 'better' | 'same' | 'worse'} helped */
  helped(helped) {
    this.#keep(() => this.core.uh_door_keep_helped(this.coach.number('helped', helped)));
  }

  // -- a session that was left open ----------------------------------------------------------------------------------

  /**
   * Was the last session left open, within half an hour, and may it go on? After Coach.look() on all facts.
   * @param {Iterable<Fact>} facts all of them, or those of the last days, in the order of a store
   * @returns {Left | null}
   */
  left(facts) {
    const { bootMs, wallMs } = this.shell.now();
    if (this.core.uh_door_resume_begin(wallMs) === 0) {
      return null;
    }
    for (const fact of facts) {
      this.coach.facts.put(fact);
      this.core.uh_door_resume_take();
    }
    return this.coach.json(this.core.uh_door_resume_look(bootMs, wallMs));
  }

  /** It goes on, on the floor paused; only after left() was 'ready'. A Status. @returns {number} */
  goOn() {
    let status = 0;
    this.isGone = false;
    this.session = null;
    this.#keep((at) => {
      status = this.core.uh_door_resume_play(at);
    });
    this.isPlaying = status === 0;
    this.#endedEarly = this.core.uh_door_resume_ended_early() !== 0;
    return status;
  }

  /** The person does not want to go on: it is over, and what was done of it counts. */
  leave() {
    this.#keep(() => this.core.uh_door_resume_leave());
  }
}
