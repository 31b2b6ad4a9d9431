// SPDX-License-Identifier: MIT
// store.js: remembers facts, by the rules of src/store/store.h: of two facts with one identity the one that was changed
// later stands; what belongs to a session is refused without it and forgotten with it; they are told as they happened.
// It passes the same cases as the stores of the program (tests/store/suite.c, tests/wasm/store.test.mjs).
//
// All facts are in memory, so that reading never waits. What is put goes to the shelf at once: a promise is kept when
// it is durable. Where the shelf says no, facts wait in memory and the session goes on.

import { FactError } from './facts.js';

/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {import('./facts.js').FactTable} FactTable */
/** @typedef {import('./facts.js').Place} Place */

/** @typedef {{ fact: Fact, place: Place }} Entry */

/**
 * One thing on the shelf that becomes another. `changed`: one that was changed later stays. `stamp`: only where the
 * value that is there has it.
 * @typedef {{ room: 'facts' | 'queue', key: string, value?: any, changed?: number, stamp?: string }} Change
 */

/**
 * Where a browser keeps things: key and value, in two rooms. Values of facts have `changed`, those of the queue `stamp`.
 * @typedef {object} Shelf
 * @property {(room: 'facts' | 'queue') => Promise<[string, any][]>} load
 * @property {(room: 'facts' | 'queue', key: string) => Promise<any>} read undefined: it is not there
 * @property {(changes: Change[]) => Promise<void>} write all of them or none; kept when they are durable
 * @property {() => Promise<void>} clear both rooms, in one act
 * @property {(listener: (keys: string[] | null) => void) => void} watch facts that another tab wrote; null: all of them
 * @property {() => void} close
 */

/** The shelf of a page that nothing is kept of, and of tests. */
export class MemoryShelf {
  #rooms;

  constructor() {
    this.#rooms = { facts: new Map(), queue: new Map() };
    /** @type {((keys: string[] | null) => void)[]} */
    this.listeners = [];
  }

  /** @param {'facts' | 'queue'} room @returns {Promise<[string, any][]>} */
  async load(room) {
    return [...this.#rooms[room]].map(([key, value]) => [key, structuredClone(value)]);
  }

  /** @param {'facts' | 'queue'} room @param {string} key @returns {Promise<any>} */
  async read(room, key) {
    return structuredClone(this.#rooms[room].get(key));
  }

  /** @param {Change[]} changes */
  async write(changes) {
    for (const { room, key, value, changed, stamp } of changes) {
      const there = this.#rooms[room].get(key);
      if (!isOvertaken(there, changed, stamp)) {
        value === undefined ? this.#rooms[room].delete(key) : this.#rooms[room].set(key, structuredClone(value));
      }
    }
  }

  async clear() {
    this.#rooms.facts.clear();
    this.#rooms.queue.clear();
  }

  /** @param {(keys: string[] | null) => void} listener */
  watch(listener) {
    this.listeners.push(listener);
  }

  close() {
    this.listeners = [];
  }
}

/**
 * Does what is there stay, whatever is brought?
 * @param {any} there @param {number | undefined} changed @param {string | undefined} stamp
 */
export function isOvertaken(there, changed, stamp) {
  return (changed !== undefined && there !== undefined && there.changed > changed) ||
    (stamp !== undefined && there?.stamp !== stamp);
}

/** @param {string} a @param {string} b as bytes of UTF-8 would be compared */
function compareTexts(a, b) {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = Number(left[i].codePointAt(0)) - Number(right[i].codePointAt(0));
    if (order !== 0) {
      return order;
    }
  }
  return left.length - right.length;
}

/** @param {number[]} a @param {number[]} b */
function compareNumbers(a, b) {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
}

/** @param {Place} a @param {Place} b two that stand alone */
function compareHeads(a, b) {
  const order = a.rank !== 2 || b.rank !== 2 ? a.rank - b.rank
    : compareNumbers([a.moment, a.kind], [b.moment, b.kind]);
  return order !== 0 ? order : compareTexts(a.id, b.id);
}

/** What is put within one act; all of it is kept, or none. */
class Act {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Map<string, Entry | undefined>} what stood there before */
    this.before = new Map();
  }

  /**
   * Adds a fact, or replaces the one of its identity unless that was changed later. Throws a FactError: then only this
   * one is not put.
   * @param {Fact} fact
   * @returns {boolean} whether it stands now
   */
  put(fact) {
    const { table, entries } = this.store;
    const place = table.place(fact);
    if (place.session !== '' && !this.store.sessionOf(place)) {
      throw new FactError('orphan', place.session);
    }
    const there = entries.get(place.key);
    if (there && table.changed(there.fact) > table.changed(fact)) {
      return false;
    }
    this.#set(place.key, { fact: { ...fact }, place });
    return true;
  }

  /**
   * Puts what is said now: it stands over what is there also where a clock ran ahead when that was written.
   * @param {Fact} fact
   * @returns {boolean}
   */
  write(fact) {
    const { table } = this.store;
    const there = this.store.get(fact);
    const changed = there ? table.changed(there) : -1;
    return this.put(changed >= table.changed(fact) ? table.withChanged(fact, changed + 1) : fact);
  }

  /**
   * Forgets a fact; with a session all that belongs to it. False: there is none.
   * @param {Fact} fact
   */
  delete(fact) {
    const { entries, table } = this.store;
    const gone = entries.get(table.key(fact));
    if (!gone) {
      return false;
    }
    const isSession = this.store.sessions.get(gone.place.id) === gone;
    for (const [key, { place }] of [...entries]) {
      if (key === gone.place.key || (isSession && place.owner === gone.place.id)) {
        this.#set(key, undefined);
      }
    }
    return true;
  }

  /** @param {string} key @param {Entry | undefined} entry */
  #set(key, entry) {
    if (!this.before.has(key)) {
      this.before.set(key, this.store.entries.get(key));
    }
    this.store.place(key, entry);
  }

  rollBack() {
    for (const [key, entry] of this.before) {
      this.store.place(key, entry);
    }
  }
}

export class Store {
  /** @type {Entry[] | null} */
  #sorted = null;
  /** Keys of what changes, for each who wants to know. @type {Set<Set<string>>} */
  #records = new Set();
  #sessionKind;

  /** @param {FactTable} table @param {Shelf} shelf */
  constructor(table, shelf) {
    this.table = table;
    this.shelf = shelf;
    /** @type {Map<string, Entry>} by kind and identity */
    this.entries = new Map();
    /** @type {Map<string, Entry>} by id */
    this.sessions = new Map();
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** Does what changes wait for a server, too? Then it is queued in the same act. */
    this.isQueueing = false;
    /** @type {Change[]} that the shelf did not take yet */
    this.waiting = [];
    this.trouble = '';
    /** @type {Promise<void>} */
    this.last = Promise.resolve();
    this.#sessionKind = table.kinds.find(({ name }) => name === 'session')?.kind ?? 0;
  }

  /**
   * Reads what is on the shelf. What is no fact there (a later version wrote it) is left where it is.
   * @param {FactTable} table @param {Shelf} shelf
   */
  static async open(table, shelf) {
    const store = new Store(table, shelf);
    await store.#load();
    shelf.watch((keys) => void (keys === null ? store.again() : store.#follow(keys)));
    return store;
  }

  /** Reads all of the shelf again; facts that wait stay. */
  async again() {
    await this.last.catch(() => {});
    this.entries.clear();
    this.sessions.clear();
    await this.#load();
    for (const { room, key, value } of this.waiting) {
      if (room === 'facts') {
        this.#take(key, value);
      }
    }
    this.#tell();
  }

  async #load() {
    const loaded = await this.shelf.load('facts');
    loaded.forEach(([key, value]) => this.#take(key, value));
    this.#sorted = null;
  }

  /** @param {string} key @param {any} value of the shelf */
  #take(key, value) {
    try {
      this.place(key, value && { fact: value.fact, place: this.table.place(value.fact) });
    } catch (error) {
      if (!(error instanceof FactError)) {
        throw error;
      }
    }
  }

  /** Another tab wrote these. @param {string[]} keys */
  async #follow(keys) {
    for (const key of keys) {
      this.#take(key, await this.shelf.read('facts', key));
    }
    this.#tell();
  }

  /** Told after each change, also of another tab. @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  #tell() {
    this.listeners.forEach((listener) => listener());
  }

  // -- changing ------------------------------------------------------------------------------------------------------

  /** Only for acts. @param {string} key @param {Entry | undefined} entry */
  place(key, entry) {
    const there = this.entries.get(key);
    if (there?.place.kind === this.#sessionKind) {
      this.sessions.delete(there.place.id);
    }
    if (entry) {
      this.entries.set(key, entry);
      if (entry.place.kind === this.#sessionKind) {
        this.sessions.set(entry.place.id, entry);
      }
    } else {
      this.entries.delete(key);
    }
    this.#sorted = null;
    this.#records.forEach((record) => record.add(key));
  }

  /** @returns {Set<string>} keys of what changes here from now on, whoever changes it */
  beginRecord() {
    /** @type {Set<string>} */
    const record = new Set();
    this.#records.add(record);
    return record;
  }

  /** @param {Set<string>} record */
  endRecord(record) {
    this.#records.delete(record);
  }

  /**
   * Does several things as one: all are kept or none. Where `deed` throws, nothing was done.
   * @param {(act: Act) => void} deed
   * @param {{ isQueued?: boolean }} [how] not queued: it came from the server
   * @returns {Promise<void>} kept when it is durable; failed: it waits, see `trouble`
   */
  act(deed, { isQueued = this.isQueueing } = {}) {
    const act = new Act(this);
    try {
      deed(act);
    } catch (error) {
      act.rollBack();
      throw error;
    }
    this.waiting.push(...this.#changesOf(act, isQueued));
    const settled = this.settle();
    if (act.before.size > 0) {
      this.#tell(); // whoever hears it waits for `last`
    }
    return settled;
  }

  /** @param {Act} act @param {boolean} isQueued @returns {Change[]} */
  #changesOf(act, isQueued) {
    /** @type {Change[]} */
    const changes = [];
    for (const [key, before] of act.before) {
      const entry = this.entries.get(key);
      if (entry) {
        const changed = this.table.changed(entry.fact);
        changes.push({ room: 'facts', key, value: { fact: entry.fact, changed }, changed });
      } else {
        changes.push({ room: 'facts', key });
      }
      const told = entry ?? before;
      if (isQueued && told) {
        changes.push({ room: 'queue', key, value: this.#queued(told, !entry) });
      }
    }
    return changes;
  }

  /** What waits for the server. @param {Entry} entry @param {boolean} isGone */
  #queued({ fact, place }, isGone) {
    return { fact, isGone, id: place.id, session: place.session || place.owner, stamp: crypto.randomUUID() };
  }

  /** Everything that waits goes to the shelf, one after another. @returns {Promise<void>} */
  settle() {
    this.last = this.last.catch(() => {}).then(async () => {
      const changes = this.waiting.slice();
      if (changes.length === 0) {
        return;
      }
      try {
        await this.shelf.write(changes);
        this.waiting.splice(0, changes.length);
        this.trouble = '';
      } catch (error) {
        this.trouble = String(error);
        throw error;
      }
    });
    return this.last;
  }

  /** @param {Fact} fact @returns {Promise<void>} */
  put(fact) {
    return this.act((act) => void act.put(fact));
  }

  /** Puts what the page says now, as one. @param {Fact[]} facts @returns {Promise<void>} */
  write(facts) {
    return this.act((act) => facts.forEach((fact) => act.write(fact)));
  }

  /** False: there is none. @param {Fact} fact @returns {Promise<boolean>} */
  async delete(fact) {
    let isThere = false;
    await this.act((act) => {
      isThere = act.delete(fact);
    });
    return isThere;
  }

  /** Forgets everything, what waits for the server included. */
  async purge() {
    await this.last.catch(() => {});
    this.entries.clear();
    this.sessions.clear();
    this.#sorted = null;
    this.waiting = [];
    this.#tell();
    await this.shelf.clear();
  }

  // -- reading -------------------------------------------------------------------------------------------------------

  /** The fact of this kind and identity. @param {Fact} fact @returns {Fact | undefined} */
  get(fact) {
    return this.entries.get(this.table.key(fact))?.fact;
  }

  /** Its session, where it is there. @param {Place} place @returns {Entry | undefined} */
  sessionOf(place) {
    return this.sessions.get(place.session);
  }

  /** @param {Entry} entry @returns {Entry} */
  headOf(entry) {
    return entry.place.session === '' ? entry : this.sessionOf(entry.place) ?? entry;
  }

  /** All, in their order. @returns {Entry[]} */
  inOrder() {
    this.#sorted ??= [...this.entries.values()].sort((a, b) => {
      const [left, right] = [this.headOf(a), this.headOf(b)];
      return left === right ? compareNumbers(a.place.steps, b.place.steps) : compareHeads(left.place, right.place);
    });
    return this.#sorted;
  }

  /**
   * As they happened: settings and answers first, then by moment, each session with what belongs to it.
   * @param {{ kinds?: string[], from?: number, to?: number }} [what] kinds by name; days since 1970-01-01
   * @returns {Generator<Fact>}
   */
  * facts({ kinds, from = -Infinity, to = Infinity } = {}) {
    const wanted = kinds && new Set(kinds);
    for (const entry of this.inOrder()) {
      const { rank, day } = this.headOf(entry).place;
      if ((!wanted || wanted.has(entry.fact.record)) && (rank < 2 || (day >= from && day <= to))) {
        yield entry.fact;
      }
    }
  }

  close() {
    this.shelf.close();
  }
}
