// SPDX-License-Identifier: MIT
// server_double.mjs: the part of the API that sync.js talks to, on a store in memory, with a line that can be cut before
// or after the work was done. The real server is tried in tests of its own.
import { FactError } from '../../web/facts.js';
import { MemoryShelf, Store } from '../../web/store.js';

const ok = (value = {}) => ({ status: 200, text: JSON.stringify(value) });

export class ServerDouble {
  static async make(table) {
    const double = new ServerDouble();
    double.table = table;
    double.store = await Store.open(table, new MemoryShelf());
    return double;
  }

  constructor() {
    /** "up", "down": nobody answers, "deaf": the work is done and the answer is lost, "locked", "static" */
    this.line = 'up';
    this.hello = { program: 'unhunch', settings_from_file: {} };
    this.requests = [];
    this.held = new Set(); // sessions that play in another shell
  }

  /** As `World.ask`. */
  ask = async (method, path, body = '') => {
    this.requests.push(`${method} ${path}`);
    if (this.line === 'down') {
      throw new TypeError('Failed to fetch');
    }
    if (this.line === 'static') {
      return { status: path === 'site.json' ? 200 : 404, text: '{}' };
    }
    if (this.line === 'locked') {
      return { status: 401, text: '' };
    }
    const answer = this.#answer(method, path, body);
    if (this.line === 'deaf' && method !== 'GET') {
      throw new TypeError('Failed to fetch');
    }
    return answer;
  };

  #answer(method, path, body) {
    const [, , route, id] = path.split('/');
    if (method === 'GET') {
      return { hello: () => ok(this.hello), facts: () => ({ status: 200, text: this.lines() }) }[route]?.() ??
        { status: 404, text: '' };
    }
    if (method === 'DELETE') {
      return this.#delete(decodeURIComponent(id));
    }
    if (route === 'purge') {
      void this.store.purge();
      return { status: 204, text: '' };
    }
    if (method === 'PUT' && this.held.has(decodeURIComponent(id))) {
      return { status: 409, text: '' };
    }
    return this.#take(body);
  }

  #take(body) {
    try {
      void this.store.act((act) => {
        const facts = this.table.parseLines(body);
        const isPart = (fact) => this.table.place(fact).session !== '';
        [...facts.filter((fact) => !isPart(fact)), ...facts.filter(isPart)].forEach((fact) => act.put(fact));
      });
      return ok();
    } catch (error) {
      if (!(error instanceof FactError)) {
        throw error;
      }
      return { status: 422, text: '' };
    }
  }

  #delete(id) {
    const entry = this.store.inOrder().find(({ place }) => place.id === id);
    if (!entry) {
      return { status: 404, text: '' };
    }
    if (entry.fact.mark === 'stop') {
      return { status: 409, text: '' };
    }
    void this.store.delete(entry.fact);
    return { status: 204, text: '' };
  }

  lines() {
    return [...this.store.facts()].map((fact) => this.table.line(fact)).join('');
  }
}

/** One tab on a shelf, whose timers the test lets go off. */
export class Timers {
  constructor() {
    this.waits = [];
    this.calls = [];
    this.later = (call, ms) => {
      this.waits.push(ms);
      this.calls.push(call);
    };
  }

  async goOff() {
    this.calls.splice(0).forEach((call) => call());
    await settled();
  }
}

/** Everything that was promised by now is kept. */
export async function settled() {
  for (let i = 0; i < 50; i++) {
    await new Promise((done) => setImmediate(done));
  }
}

/** As Web Locks, for one process. */
export class Locks {
  held = new Set();

  alone = async (name, call) => {
    if (this.held.has(name)) {
      return undefined;
    }
    this.held.add(name);
    try {
      return await call();
    } finally {
      this.held.delete(name);
    }
  };
}
