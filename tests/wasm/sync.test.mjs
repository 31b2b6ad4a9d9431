// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { exportLines, importLines } from '../../web/backup.js';
import { FactError } from '../../web/facts.js';
import { MemoryShelf, Store } from '../../web/store.js';
import { Stage, Sync } from '../../web/sync.js';
import { history, Home, makeCoach, NOW_MS } from './made.mjs';
import { Locks, ServerDouble, settled, Timers } from './server_double.mjs';
import { maker } from './store_suite.mjs';

const coach = makeCoach();
const { facts: table } = coach;
const made = maker(table);

/** A tab on a server. */
async function tab(server, shelf = new MemoryShelf(), locks = new Locks()) {
  const store = await Store.open(table, shelf);
  const timers = new Timers();
  const sync = new Sync(store, { ask: server.ask, later: timers.later, alone: locks.alone });
  return { store, shelf, timers, sync, locks };
}

const all = (store) => exportLines(store);

test('the facts of the server are there, and what is new goes to it', async () => {
  const server = await ServerDouble.make(table);
  await server.store.put(made.break('p', 0));
  const { sync, store } = await tab(server);
  assert.equal(await sync.refresh(), 'online');
  assert.deepEqual(store.get(made.break('p', 0)), made.break('p', 0));
  await store.write([made.session('a', 0), made.entry('a', 0)]);
  await settled();
  assert.equal(all(server.store), all(store));
  assert.ok(server.requests.includes('PUT api/v1/sessions/a'));
  assert.equal(await sync.waitingCount(), 0);
});

test('settings of the file come with their lines', async () => {
  const server = await ServerDouble.make(table);
  server.hello.settings_from_file = { minutes: { value: '12', where: 'config.yaml:7' } };
  const { sync } = await tab(server);
  assert.deepEqual(sync.config(), {});
  await sync.refresh();
  assert.deepEqual(sync.config(), { minutes: { value: '12', line: 7 } });
});

test('with the server gone what is new waits on the disk, and arrives once when it is back', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, timers, shelf } = await tab(server);
  await sync.refresh();
  server.line = 'down';
  await store.write([made.session('a', 0), made.entry('a', 0)]);
  await store.write([made.set('a', 0, 0, 1)]);
  await settled();
  assert.equal(sync.state, 'offline');
  assert.equal((await shelf.load('queue')).length, 3);
  server.line = 'up';
  await timers.goOff();
  assert.equal(sync.state, 'online');
  assert.equal(all(server.store), all(store));
  assert.equal((await shelf.load('queue')).length, 0);
});

test('an answer that was lost does no harm: the same facts once', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, timers } = await tab(server);
  await sync.refresh();
  server.line = 'deaf';
  await store.write([made.session('a', 0), made.entry('a', 0), made.set('a', 0, 0, 1), made.rating('r', 'a', 0, 3)]);
  await settled();
  assert.ok(await sync.waitingCount() > 0);
  server.line = 'up';
  await timers.goOff();
  assert.equal(all(server.store), all(store));
  assert.equal([...server.store.facts()].length, 4);
  assert.equal(await sync.waitingCount(), 0);
});

test('a tab that dies loses nothing: the next one sends it', async () => {
  const server = await ServerDouble.make(table);
  const first = await tab(server);
  await first.sync.refresh();
  server.line = 'down';
  await first.store.write([made.session('a', 0), made.set('a', 0, 0, 1)]);
  await settled();
  server.line = 'up';
  const second = await tab(server, first.shelf);
  await second.sync.refresh();
  await settled();
  assert.equal(all(server.store), all(first.store));
  assert.equal(await second.sync.waitingCount(), 0);
});

test('begun without the server, everything arrives too', async () => {
  const server = await ServerDouble.make(table);
  server.line = 'down';
  const { sync, store, timers } = await tab(server);
  assert.equal(await sync.refresh(), 'offline');
  await store.write([made.break('p', 0)]);
  server.line = 'up';
  await timers.goOff();
  assert.equal(all(server.store), all(store));
});

test('what is kept and sent while the answer is on its way stays', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store } = await tab(server);
  await store.write([made.break('p', 0)]);
  await sync.refresh();
  await server.store.delete(made.break('p', 0)); // taken back elsewhere
  const { ask } = sync.world;
  sync.world = { ...sync.world, async ask(method, path, body) {
    const answer = await ask(method, path, body);
    if (method === 'GET') { // a set of the session that plays goes out, and is durable there
      await store.write([made.session('a', 0), made.set('a', 0, 0, 1)]);
      await settled();
    }
    return answer;
  } };
  assert.ok(await sync.pull());
  assert.equal(await sync.waitingCount(), 0);
  assert.equal(all(store), all(server.store));
  assert.equal([...store.facts()].length, 2);
});

test('it asks less and less often, at least once a minute', async () => {
  const server = await ServerDouble.make(table);
  server.line = 'down';
  const { sync, timers } = await tab(server);
  await sync.refresh();
  for (let i = 0; i < 8; i++) {
    await timers.goOff();
  }
  assert.deepEqual(timers.waits, [1, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1000));
});

test('what changes while it is sent is sent again', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, shelf } = await tab(server);
  await sync.refresh();
  const fact = made.rating('r', '', 0, 1);
  const send = server.ask;
  let isFirst = true;
  sync.world = { ...sync.world, ask: async (...request) => {
    const answer = await send(...request);
    if (isFirst && request[0] === 'POST') {
      isFirst = false;
      await store.write([{ ...fact, pain: 9 }]);
    }
    return answer;
  } };
  await store.write([fact]);
  await settled();
  assert.equal(server.store.get(fact).pain, 9);
  assert.equal((await shelf.load('queue')).length, 0);
});

test('two tabs send each thing in one of them', async () => {
  const server = await ServerDouble.make(table);
  const one = await tab(server);
  const two = await tab(server, one.shelf, one.locks);
  await one.sync.refresh();
  await two.sync.refresh();
  server.requests.length = 0;
  await one.store.write([made.break('p', 0)]);
  await Promise.all([one.sync.flush(), two.sync.flush()]);
  await settled();
  assert.deepEqual(server.requests, ['POST api/v1/facts']);
});

test('a session that plays elsewhere waits, and the others go on', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, timers } = await tab(server);
  await sync.refresh();
  server.held.add('a');
  await store.write([made.session('a', 0), made.break('p', 0)]);
  await settled();
  assert.ok(sync.isHeld);
  assert.equal(sync.state, 'online');
  assert.deepEqual(server.store.get(made.break('p', 0)), made.break('p', 0));
  server.held.clear();
  await timers.goOff();
  assert.ok(!sync.isHeld);
  assert.equal(all(server.store), all(store));
});

test('one fact that is not taken holds up no other, and is not lost', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, shelf } = await tab(server);
  await sync.refresh();
  const send = server.ask;
  sync.world = { ...sync.world, ask: async (method, path, body) => (body?.includes('bad') ? { status: 422, text: '' }
    : send(method, path, body)) };
  await store.write([made.break('p', 0), made.break('bad', 0), made.break('q', 0)]);
  await settled();
  assert.equal([...server.store.facts()].length, 2);
  assert.deepEqual([...sync.refused.values()].map(({ fact }) => fact.id), ['bad']);
  await sync.pull();
  assert.ok(store.get(made.break('bad', 0)));
  assert.equal((await shelf.load('queue')).length, 1);
});

test('what was taken back goes on both sides', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, timers } = await tab(server);
  await sync.refresh();
  await store.write([made.session('a', 0), made.set('a', 0, 0, 1), made.break('p', 0), made.break('q', 0)]);
  await settled();
  await store.delete(made.session('a', 0));
  await settled();
  assert.equal([...server.store.facts()].length, 2);
  await server.store.delete(made.break('p', 0)); // in the terminal
  await sync.refresh();
  assert.equal(all(store), all(server.store));
  server.line = 'down';
  await store.delete(made.break('q', 0));
  await settled();
  server.line = 'up';
  await timers.goOff();
  assert.equal(all(server.store), '');
});

test('what is about safety comes back', async () => {
  const server = await ServerDouble.make(table);
  await server.store.put(made.mark('m', 0, 'stop'));
  const { sync, store } = await tab(server);
  await sync.refresh();
  await store.delete(made.mark('m', 0, 'stop'));
  await settled();
  assert.ok(store.get(made.mark('m', 0, 'stop')));
});

test('who is not known to the server keeps everything here', async () => {
  const server = await ServerDouble.make(table);
  server.line = 'locked';
  const { sync, store } = await tab(server);
  assert.equal(await sync.refresh(), 'locked');
  await store.write([made.break('p', 0)]);
  await settled();
  assert.equal(await sync.waitingCount(), 1);
  server.line = 'up';
  assert.equal(await sync.refresh(), 'online');
  assert.equal(all(server.store), all(store));
});

test('as a static site nothing is sent and nothing waits', async () => {
  const server = await ServerDouble.make(table);
  server.line = 'static';
  const { sync, store } = await tab(server);
  assert.equal(await sync.refresh(), 'static');
  server.requests.length = 0;
  await store.write([made.break('p', 0)]);
  await settled();
  assert.deepEqual([server.requests, await sync.waitingCount()], [[], 0]);
});

test('a fact of a later version is passed over, and known to be there', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store } = await tab(server);
  const lines = server.lines.bind(server);
  await server.store.put(made.break('p', 0));
  server.lines = () => `{"record": "dance", "id": "x"}\n${lines()}`;
  await sync.refresh();
  assert.ok(sync.unknown);
  assert.equal([...store.facts()].length, 1);
});

test('everything is forgotten on both sides, or nowhere', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store } = await tab(server);
  await sync.refresh();
  await store.write([made.break('p', 0)]);
  await settled();
  server.line = 'down';
  assert.ok(!await sync.purge());
  assert.equal([...store.facts()].length, 1);
  server.line = 'up';
  assert.ok(await sync.purge());
  assert.deepEqual([all(store), all(server.store), await sync.waitingCount()], ['', '', 0]);
});

test('what is being sent while everything is forgotten does not come back', async () => {
  const server = await ServerDouble.make(table);
  const { sync, store, timers } = await tab(server);
  await sync.refresh();
  const { ask } = sync.world;
  let arrive = () => {};
  sync.world.ask = async (...request) => {
    if (request[0] === 'PUT') {
      await new Promise((done) => {
        arrive = done;
      });
    }
    return ask(...request);
  };
  await store.write([made.session('a', 0)]);
  await settled();
  const purged = sync.purge();
  await settled();
  arrive();
  await settled();
  await timers.goOff();
  assert.ok(await purged);
  assert.deepEqual([all(store), all(server.store), await sync.waitingCount()], ['', '', 0]);
});

test('a line that is cut at random loses and doubles nothing', async () => {
  let state = 99;
  const draw = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  const server = await ServerDouble.make(table);
  const shelf = new MemoryShelf();
  let one = await tab(server, shelf);
  await one.sync.refresh();
  for (let i = 0; i < 120; i++) {
    server.line = ['up', 'down', 'deaf'][draw(3)];
    if (draw(6) === 0) { // the tab dies
      one = await tab(server, shelf);
      await one.sync.refresh();
    }
    const day = draw(5);
    const session = made.session(`s${day}`, day);
    await one.store.write([session, made.set(`s${day}`, day, draw(4), 1), made.rating(`r${draw(9)}`, '', day, draw(9))]);
    if (draw(4) === 0) {
      await one.timers.goOff();
    }
  }
  server.line = 'up';
  await one.timers.goOff();
  await one.sync.refresh();
  await settled();
  assert.equal(all(server.store), all(one.store));
  assert.equal(await one.sync.waitingCount(), 0);
});

// -- the tab that plays -----------------------------------------------------------------------------------------------

/** Web Locks in one process, for several tabs. */
class LockTable {
  names = new Set();

  async request(name, { ifAvailable }, call) {
    assert.ok(ifAvailable);
    if (this.names.has(name)) {
      return call(null);
    }
    this.names.add(name);
    try {
      return await call({ name });
    } finally {
      this.names.delete(name);
    }
  }

  async query() {
    return { held: [...this.names].map((name) => ({ name, mode: 'exclusive' })) };
  }
}

test('a session plays in one tab at a time', async () => {
  const locks = new LockTable();
  const [one, two] = [new Stage(locks), new Stage(locks)];
  assert.ok(!await one.isTaken());
  assert.ok(await one.enter());
  assert.ok(await one.enter());
  assert.ok(!await two.enter());
  assert.ok(await two.isTaken());
  one.leave();
  await settled();
  assert.ok(await two.enter());
});

// -- one file and back ------------------------------------------------------------------------------------------------

test('a file from here is read by the program, and back again', async () => {
  const here = await Store.open(table, new MemoryShelf());
  await here.act((act) => history(table, coach, NOW_MS, 40, 8).forEach((fact) => act.put(fact)));
  const home = new Home([...here.facts()], table);
  try {
    const there = await Store.open(table, new MemoryShelf());
    const counts = await importLines(there, home.run('export', 'jsonl'));
    assert.equal(exportLines(there), exportLines(here));
    assert.deepEqual(counts, { fresh: [...here.facts()].length, changed: 0, known: 0 });
    const again = await importLines(there, exportLines(here).split('\n').reverse().join('\n'));
    assert.deepEqual(again, { fresh: 0, changed: 0, known: counts.fresh });
  } finally {
    home.end();
  }
});

test('of a file with one wrong line nothing is taken', async () => {
  const store = await Store.open(table, new MemoryShelf());
  const good = table.line(made.break('p', 0));
  await assert.rejects(importLines(store, `${good}{"record": "break"}\n`), { problem: 'missing', line: 2 });
  await assert.rejects(importLines(store, `${good}${table.line(made.set('gone', 0, 0, 1))}`),
    (error) => error instanceof FactError && error.problem === 'orphan');
  assert.equal([...store.facts()].length, 0);
});

test('what stands here and is newer stays', async () => {
  const store = await Store.open(table, new MemoryShelf());
  const fact = made.rating('r', '', 0, 1);
  await store.put({ ...fact, changed: fact.changed + 9 });
  assert.deepEqual(await importLines(store, table.line({ ...fact, pain: 5 })), { fresh: 0, changed: 0, known: 1 });
  assert.deepEqual(await importLines(store, table.line({ ...fact, pain: 6, changed: fact.changed + 10 })),
    { fresh: 0, changed: 1, known: 0 });
  assert.equal(store.get(fact).pain, 6);
});

test('what is said and sent while the facts of the server are under way stays', async () => {
  const server = await ServerDouble.make(table);
  await server.store.put(made.break('p', 0));
  const { sync, store } = await tab(server);
  await sync.refresh();
  const { ask } = sync.world;
  sync.world.ask = async (method, path, body) => {
    const answer = await ask(method, path, body); // as it was then
    if (method === 'GET' && path.endsWith('facts')) {
      sync.world.ask = ask;
      await store.write([made.session('a', 0), made.set('a', 0, 0, 1)]);
      await store.delete(made.break('p', 0));
      await settled();
      assert.equal(await sync.waitingCount(), 0);
    }
    return answer;
  };
  await sync.pull();
  assert.ok(store.get(made.session('a', 0)));
  assert.ok(store.get(made.set('a', 0, 0, 1)));
  assert.equal(store.get(made.break('p', 0)), undefined);
  assert.equal(all(server.store), all(store));
});
