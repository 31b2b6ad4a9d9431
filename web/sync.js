// SPDX-License-Identifier: MIT
// sync.js: the facts of the server and those that it does not have yet. What changes here waits in the queue, on the
// disk with the change itself, until the server has said that it is durable; each request may be sent twice and does
// its work once. Without a server (`unhunch site`) the store is all there is.

import { FactError } from './facts.js';

/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('./coach.js').Config} Config */

/**
 * "static": there is no server. "offline": it does not answer. "locked": it does not know this browser; the address
 * that `unhunch web` prints opens it.
 * @typedef {'starting' | 'static' | 'online' | 'offline' | 'locked'} State
 */

/** @typedef {{ status: number, text: string }} Answer */

/**
 * What sync needs of the browser; each may be another one in tests.
 * @typedef {object} World
 * @property {(method: string, path: string, body?: string, media?: string) => Promise<Answer>} ask fails where nobody
 *   answers
 * @property {() => boolean} [isSite] the program would have another address
 * @property {(call: () => void, ms: number) => unknown} later
 * @property {<T>(name: string, call: () => Promise<T>) => Promise<T | undefined>} alone undefined: another tab does it
 */

/** @typedef {{ fact: Fact, isGone: boolean, id: string, session: string, stamp: string }} Queued */
/** @typedef {{ key: string, queued: Queued }} Waiting */

const API = 'api/v1/';
const LINES = 'application/x-ndjson';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60000;
const BATCH = 1000;

/** @type {World} */
export const browser = {
  async ask(method, path, body, media = LINES) {
    const response = await fetch(path, { method, body, credentials: 'same-origin', cache: 'no-store',
      headers: body === undefined ? {} : { 'Content-Type': media } });
    return { status: response.status, text: await response.text() };
  },
  isSite: () => location.hostname !== '127.0.0.1',
  later: (call, ms) => setTimeout(call, ms),
  async alone(name, call) {
    /** @type {any} */
    let result;
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      result = lock ? await call() : undefined;
    });
    return result;
  },
};

/** What is gone with its session needs no request. @type {Answer} */
const GONE = { status: 204, text: '' };

/** The session that it is, or belongs to, or is about; '' for none. @param {Queued} queued */
function ownerOf({ fact, id, session }) {
  return fact.record === 'session' ? id : session;
}

/** Can it not be without its session? @param {Queued} queued */
function isPart({ fact, session }) {
  return session !== '' && fact.record !== 'rating';
}

/** What has become of a request. @param {Answer} answer @returns {'done' | 'held' | 'refused' | 'locked' | 'again'} */
function outcomeOf({ status }) {
  if (status >= 200 && status < 300) {
    return 'done';
  }
  if (status === 401 || status === 403 || status === 421) {
    return 'locked';
  }
  return status === 409 ? 'held' : status >= 400 && status < 500 ? 'refused' : 'again';
}

export class Sync {
  #isPullDue = false;
  #waitMs;
  #isWaiting = false;
  #isAskedAgain = false;

  /** @param {Store} store @param {World} [world] */
  constructor(store, world = browser) {
    this.store = store;
    this.world = world;
    /** @type {State} */
    this.state = 'starting';
    /** What the server says of itself; null: it has not answered yet. @type {any} */
    this.hello = null;
    /** Were there facts that this page does not know? Then it is gentle. */
    this.unknown = false;
    /** Facts that the server does not take, by stamp. They stay in the queue, and the next page tries again.
     * @type {Map<string, { fact: Fact, status: number }>} */
    this.refused = new Map();
    /** Is a session of this page going on in another shell? */
    this.isHeld = false;
    this.#waitMs = FIRST_WAIT_MS;
    this.isSending = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
    store.onChange(() => void this.flush());
  }

  /** Told when the state changes. @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  /** @param {State} state */
  #become(state) {
    if (state !== this.state) {
      this.state = state;
      this.listeners.forEach((listener) => listener());
    }
  }

  /** Settings of config.yaml, for Coach.look(). @returns {Config} */
  config() {
    const rows = Object.entries(this.hello?.settings_from_file ?? {});
    return Object.fromEntries(rows.map(([name, { value, where }]) => [name, { value, line: Number(where.split(':')[1]) }]));
  }

  // -- finding the server --------------------------------------------------------------------------------------------

  /**
   * Who is there? Then what waits is sent, and the server's facts are taken. Again when the page is looked at anew, and
   * when the network is back.
   * @returns {Promise<State>}
   */
  async refresh() {
    await this.store.settle().catch(() => {}); // what the disk did not take the last time
    const hello = this.world.isSite?.() ? undefined : await this.#ask('GET', 'hello');
    if (hello && outcomeOf(hello) === 'done') {
      this.hello = JSON.parse(hello.text);
      this.store.isQueueing = true;
      this.#waitMs = FIRST_WAIT_MS;
      this.#become('online');
      await this.flush();
      await this.pull();
    } else if (hello && outcomeOf(hello) === 'locked') {
      this.store.isQueueing = true;
      this.#become('locked');
    } else {
      await this.#lookForSite();
    }
    return this.state;
  }

  async #lookForSite() {
    const site = await this.world.ask('GET', 'site.json').catch(() => undefined);
    const isStatic = site !== undefined && outcomeOf(site) === 'done';
    this.store.isQueueing = !isStatic;
    this.#become(isStatic ? 'static' : 'offline');
    if (!isStatic) {
      this.#tryLater();
    }
  }

  /** Undefined where nobody answers. @param {string} method @param {string} path @param {string} [body] */
  #ask(method, path, body) {
    return this.world.ask(method, API + path, body).catch(() => undefined);
  }

  #tryLater() {
    if (this.#isWaiting) {
      return;
    }
    this.#isWaiting = true;
    this.world.later(() => {
      this.#isWaiting = false;
      void this.refresh();
    }, this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  // -- out -----------------------------------------------------------------------------------------------------------

  /** What waits for the server. @returns {Promise<number>} */
  async waitingCount() {
    return (await this.store.shelf.load('queue')).length;
  }

  /**
   * Sends what waits, in one tab at a time; what comes meanwhile is sent too.
   * @returns {Promise<void>}
   */
  async flush() {
    if (this.state !== 'online') {
      return;
    }
    this.#isAskedAgain = this.isSending;
    if (this.isSending) {
      return;
    }
    this.isSending = true;
    try {
      do {
        this.#isAskedAgain = false;
        await this.store.last.catch(() => {});
        await this.world.alone('unhunch-sync', () => this.#send());
      } while (this.#isAskedAgain);
      if (this.#isPullDue) {
        await this.pull();
      }
    } finally {
      this.isSending = false;
    }
  }

  async #send() {
    const queue = await this.store.shelf.load('queue');
    const all = queue.map(([key, queued]) => ({ key, queued })).filter(({ queued }) => !this.refused.has(queued.stamp));
    const waiting = all.filter(({ queued }) => !queued.isGone);
    const sessions = this.#sessionsOf(waiting);
    const others = waiting.filter(({ queued }) => !sessions.has(ownerOf(queued)));
    const isDone = await this.#sendGone(all.filter(({ queued }) => queued.isGone)) &&
      await this.#sendSessions(waiting, sessions) &&
      await this.#settle(others.filter(({ queued }) => isPart(queued)), GONE) && // their session was taken back
      await this.#sendOthers(others.filter(({ queued }) => !isPart(queued)));
    if (!isDone && this.state !== 'locked') {
      this.#become('offline');
      this.#tryLater();
    }
  }

  /** Those of which something waits, as they stand here or wait themselves. @param {Waiting[]} waiting */
  #sessionsOf(waiting) {
    /** @type {Map<string, Fact>} */
    const sessions = new Map();
    for (const { queued } of waiting) {
      const id = ownerOf(queued);
      const fact = this.store.sessions.get(id)?.fact ?? (queued.fact.record === 'session' ? queued.fact : undefined);
      if (fact) {
        sessions.set(id, fact);
      }
    }
    return sessions;
  }

  /** @param {Waiting[]} gone @returns {Promise<boolean>} */
  async #sendGone(gone) {
    for (const { key, queued } of gone) {
      const path = queued.fact.record === 'session' ? 'sessions' : 'facts';
      const answer = isPart(queued) ? GONE // with its session
        : await this.#ask('DELETE', `${path}/${encodeURIComponent(queued.id)}`);
      if (!await this.#settle([{ key, queued }], answer)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Each session with what is new of it: partial updates while it runs.
   * @param {Waiting[]} waiting @param {Map<string, Fact>} sessions
   */
  async #sendSessions(waiting, sessions) {
    for (const [id, session] of sessions) {
      const parts = waiting.filter(({ queued }) => ownerOf(queued) === id);
      const others = parts.filter(({ queued }) => queued.fact.record !== 'session').map(({ queued }) => queued.fact);
      const answer = await this.#ask('PUT', `sessions/${encodeURIComponent(id)}`, this.#lines([session, ...others]));
      if (!await this.#settle(parts, answer)) {
        return false;
      }
    }
    return true;
  }

  /** @param {Waiting[]} waiting @returns {Promise<boolean>} */
  async #sendOthers(waiting) {
    for (let at = 0; at < waiting.length; at += BATCH) {
      const batch = waiting.slice(at, at + BATCH);
      const answer = await this.#ask('POST', 'facts', this.#lines(batch.map(({ queued }) => queued.fact)));
      if (answer && outcomeOf(answer) === 'refused' && batch.length > 1) {
        if (!await this.#sendOneByOne(batch)) { // all or none: one of them spoils the others
          return false;
        }
      } else if (!await this.#settle(batch, answer)) {
        return false;
      }
    }
    return true;
  }

  /** @param {Waiting[]} batch @returns {Promise<boolean>} */
  async #sendOneByOne(batch) {
    for (const one of batch) {
      if (!await this.#settle([one], await this.#ask('POST', 'facts', this.#lines([one.queued.fact])))) {
        return false;
      }
    }
    return true;
  }

  /** @param {Fact[]} facts */
  #lines(facts) {
    return facts.map((fact) => this.store.table.line(fact)).join('');
  }

  /**
   * What was done leaves the queue, unless it was changed again meanwhile. False: later again.
   * @param {Waiting[]} sent @param {Answer | undefined} answer
   */
  async #settle(sent, answer) {
    const outcome = answer ? outcomeOf(answer) : 'again';
    const isSession = sent.some(({ queued }) => queued.fact.record === 'session');
    if (outcome === 'done' || (answer?.status === 404 && sent.every(({ queued }) => queued.isGone))) {
      this.isHeld = this.isHeld && !isSession;
    } else if (outcome === 'refused') {
      sent.forEach(({ queued }) => this.refused.set(queued.stamp, { fact: queued.fact, status: answer?.status ?? 0 }));
      return true;
    } else if (outcome === 'held' && sent.every(({ queued }) => queued.isGone)) {
      this.#isPullDue = true; // it is about safety and stays: it comes back
    } else if (outcome === 'held') {
      this.isHeld = true; // it plays elsewhere: the others go on, and this waits for the lease to lapse
      this.#tryLater();
      return true;
    } else {
      this.#become(outcome === 'locked' ? 'locked' : this.state);
      return false;
    }
    await this.store.shelf.write(sent.map(({ key, queued }) => ({ room: 'queue', key, stamp: queued.stamp })));
    return true;
  }

  // -- in ------------------------------------------------------------------------------------------------------------

  /** The server's facts become those of the store; what it does not have yet stays. @returns {Promise<boolean>} */
  async pull() {
    // what waits now, or changes while the answer is under way, is not in it, whether it was sent meanwhile or not
    const own = this.store.beginRecord();
    await this.store.last.catch(() => {});
    (await this.store.shelf.load('queue')).forEach(([key]) => own.add(key));
    const answer = await this.#ask('GET', 'facts');
    if (!answer || outcomeOf(answer) !== 'done') {
      this.store.endRecord(own);
      return false;
    }
    this.#isPullDue = false;
    const facts = this.#read(answer.text);
    const table = this.store.table;
    const keys = new Set(facts.map((fact) => table.key(fact)));
    (await this.store.shelf.load('queue')).forEach(([key]) => own.add(key)); // of another tab
    this.store.endRecord(own);
    await this.store.act((act) => {
      for (const [key, { fact }] of [...this.store.entries]) {
        if (!keys.has(key) && !own.has(key)) { // it was taken back elsewhere
          act.delete(fact);
        }
      }
      for (const fact of facts.filter((one) => !own.has(table.key(one)))) {
        this.#take(act, fact);
      }
    }, { isQueued: false });
    return true;
  }

  /** What stands here already is not written again. @param {any} act @param {Fact} fact */
  #take(act, fact) {
    const there = this.store.get(fact);
    if (there && this.store.table.equal(there, fact)) {
      return;
    }
    try {
      act.put(fact);
    } catch (error) {
      if (!(error instanceof FactError)) {
        throw error;
      }
      this.unknown = true;
    }
  }

  /** Lines of a later version are passed over. @param {string} text @returns {Fact[]} */
  #read(text) {
    this.unknown = false;
    return text.split('\n').filter((line) => line !== '').flatMap((line) => {
      try {
        return this.store.table.parse(line);
      } catch {
        this.unknown = true;
        return [];
      }
    });
  }

  // -- everything ----------------------------------------------------------------------------------------------------

  /** Forgets everything, here and on the server. False: the server did not; then nothing is forgotten.
   * @returns {Promise<boolean>} */
  async purge() {
    const isDone = await this.world.alone('unhunch-sync', () => this.#forget());
    if (isDone !== undefined) {
      return isDone;
    }
    // what is being sent would come back
    await new Promise((done) => void this.world.later(() => done(undefined), FIRST_WAIT_MS));
    return this.purge();
  }

  /** @returns {Promise<boolean>} */
  async #forget() {
    if (this.state !== 'static') {
      const body = JSON.stringify({ purge: 'everything' });
      const answer = await this.world.ask('POST', `${API}purge`, body, 'application/json').catch(() => undefined);
      if (!answer || outcomeOf(answer) !== 'done') {
        return false;
      }
    }
    await this.store.purge();
    return true;
  }
}

const STAGE = 'unhunch-session';

/** The tab in which the session plays: one at a time. A tab that dies lets go by itself. */
export class Stage {
  /** @type {(() => void) | null} */
  #letGo = null;
  /** Has it been let go, as far as this tab had it? @type {Promise<unknown>} */
  #released = Promise.resolve();

  /** @param {LockManager | undefined} [locks] undefined: an old browser, where no tab knows of another */
  constructor(locks = navigator.locks) {
    this.locks = locks;
  }

  /** Takes the stage. False: a session plays in another tab. @returns {Promise<boolean>} */
  async enter() {
    const { locks } = this;
    if (this.#letGo || locks === undefined) {
      return true;
    }
    await this.#released;
    return new Promise((resolve, reject) => {
      this.#released = locks.request(STAGE, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((done) => {
          this.#letGo = () => done(undefined);
        });
      }).catch(reject);
    });
  }

  /** Does a session play in another tab? @returns {Promise<boolean>} */
  async isTaken() {
    if (this.#letGo || this.locks === undefined) {
      return false;
    }
    await this.#released;
    const { held = [] } = await this.locks.query();
    return held.some(({ name, mode }) => name === STAGE && mode !== 'shared');
  }

  /** Calls once no session plays any more. @param {() => void} call @returns {() => void} ends the waiting */
  whenFree(call) {
    const waiting = new AbortController();
    // shared: those who only wait are in nobody's way
    this.locks?.request(STAGE, { mode: 'shared', signal: waiting.signal }, call).catch(() => {});
    return () => waiting.abort();
  }

  leave() {
    this.#letGo?.();
    this.#letGo = null;
  }
}
