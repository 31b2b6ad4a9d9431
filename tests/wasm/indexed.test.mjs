// SPDX-License-Identifier: MIT
// What only a browser can show: the suite on IndexedDB, several tabs, and a tab that dies. UH_CHROMIUM names it.
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { Chromium, serve } from './chromium.mjs';
import { files } from './made.mjs';
import { suite } from './store_suite.mjs';

const here = dirname(fileURLToPath(import.meta.url));
let server;
let chromium;

// A tab's own names, for what is run in it.
const page = `<!doctype html><title>data</title><script type="module">
import { Coach } from '/web/coach.js';
import { History } from '/web/history.js';
import { IndexedShelf } from '/web/indexed.js';
import { Keeper } from '/web/keeper.js';
import { Screener } from '/web/screener.js';
import { Store } from '/web/store.js';
import { Stage, Sync } from '/web/sync.js';
import { maker, suite } from '/tests/store_suite.mjs';
const bytes = async (address) => (await fetch(address)).arrayBuffer();
const { instance } = await WebAssembly.instantiate(await bytes('/built/core.wasm'), {});
const core = instance.exports;
const image = new Uint8Array(await bytes('/gen/catalogue.bin'));
new Uint8Array(core.memory.buffer, core.uh_door_catalogue_buffer(image.length)).set(image);
core.uh_door_catalogue_open(image.length);
const coach = new Coach(core);
Object.assign(window, { coach, History, IndexedShelf, Keeper, Screener, Stage, Store, Sync, suite, made: maker(coach.facts),
  openStore: async (name) => Store.open(coach.facts, await IndexedShelf.open(name)) });
window.isReady = true;
</script>`;

before(async () => {
  server = await serve({ web: `${here}/../../web`, tests: here, built: dirname(files.wasm), gen: dirname(files.catalogue) },
    { '/': page });
  chromium = new Chromium(process.env.UH_CHROMIUM);
});

after(async () => {
  server.close();
  await chromium.end();
});

async function open() {
  const tab = await chromium.open(`${server.address}/`);
  await tab.run(async () => {
    while (!window.isReady) {
      await new Promise((done) => requestAnimationFrame(done));
    }
  });
  return tab;
}

test('the suite of every store, on IndexedDB', async (t) => {
  const tab = await open();
  for (const name of Object.keys(suite)) {
    await t.test(name, () => tab.run(async (deed) => {
      let count = 0;
      const database = () => `suite-${deed}-${count++}`;
      await window.suite[deed]({
        table: window.coach.facts,
        open: async () => {
          const name = database();
          return Object.assign(await window.openStore(name), { name });
        },
        again: async (store) => {
          await store.settle();
          store.close();
          return Object.assign(await window.openStore(store.name), { name: store.name });
        },
      });
    }, name));
  }
  await tab.close();
});

test('what one tab writes the other one has', async () => {
  const [one, two] = [await open(), await open()];
  await two.run(async () => {
    window.store = await window.openStore('tabs');
    window.changes = new Promise((done) => window.store.onChange(() => done(true)));
  });
  await one.run(async () => {
    window.store = await window.openStore('tabs');
    await window.store.write([window.made.session('a', 0), window.made.set('a', 0, 0, 1)]);
  });
  assert.equal(await two.run(async () => {
    await window.changes;
    return [...window.store.facts()].length;
  }), 2);
  await one.close();
  await two.close();
});

test('of two tabs that write the same fact the later one stands in both', async () => {
  const [one, two] = [await open(), await open()];
  const write = async (pain, later) => {
    window.store ??= await window.openStore('both');
    const fact = window.made.rating('r', '', 0, pain);
    await window.store.put({ ...fact, changed: fact.changed + later });
  };
  await Promise.all([one.run(write, 1, 5), two.run(write, 2, 9)]);
  const read = async () => {
    await window.store.again();
    return window.store.get(window.made.rating('r', '', 0, 0)).pain;
  };
  assert.deepEqual([await one.run(read), await two.run(read)], [2, 2]);
  await one.close();
  await two.close();
});

// A session that plays in a tab whose clock the test moves.
async function play(ms) {
  const { coach, Keeper, Stage } = window;
  window.store = await window.openStore('play');
  window.stage = new Stage();
  window.clock ??= { bootMs: 1000, wallMs: Date.now(), offsetS: 0 };
  window.keeper = new Keeper(coach, { now: () => ({ ...window.clock }), write: (facts) => void window.store.write(facts) });
  const look = () => coach.look({ facts: window.store.facts(), nowMs: window.clock.wallMs, offsetS: 0 });
  look();
  const screener = new window.Screener(coach, window.keeper.shell);
  screener.none();
  screener.none();
  look();
  if (!await window.stage.enter()) {
    return 'elsewhere';
  }
  coach.named([coach.exercises.get('shoulder-blade-squeeze'), coach.exercises.get('chin-tuck')], 'desk');
  window.keeper.prepare({ origin: 'names' });
  window.keeper.start();
  for (let left = ms; left > 0; left -= 1000) {
    window.clock.bootMs += 1000;
    window.clock.wallMs += 1000;
    while (window.keeper.next(window.clock.bootMs));
  }
  await window.store.settle();
  return 'plays';
}

async function look() {
  const { coach, Keeper, Stage } = window;
  const store = await window.openStore('play');
  const keeper = new Keeper(coach, { now: () => ({ bootMs: 7, wallMs: Date.now() + 2 * 60000, offsetS: 0 }),
    write: (facts) => void store.write(facts) });
  coach.look({ facts: store.facts(), nowMs: Date.now() + 2 * 60000, offsetS: 0 });
  const left = keeper.left(store.facts());
  const isTaken = await new Stage().isTaken();
  return { state: left?.state, entry: left?.entry, sets: [...store.facts({ kinds: ['set'] })].length, isTaken };
}

test('a tab that dies in a session loses the set in progress at most, and lets go', async () => {
  const [one, two] = [await open(), await open()];
  assert.equal(await one.run(play, 95000), 'plays');
  assert.equal(await two.run(play, 0), 'elsewhere');
  assert.deepEqual(await two.run(look), { state: 'ready', entry: 1, sets: 1, isTaken: true });
  await one.crash();
  assert.deepEqual(await two.run(look), { state: 'ready', entry: 1, sets: 1, isTaken: false });
  await two.close();
});

test('what waits for the server outlives its tab', async () => {
  const one = await open();
  await one.run(async () => {
    const store = await window.openStore('queue');
    const down = { ask: () => Promise.reject(new TypeError('down')), later: () => {}, alone: (_, call) => call() };
    await new window.Sync(store, down).refresh();
    await store.write([window.made.session('a', 0), window.made.set('a', 0, 0, 1), window.made.break('p', 0)]);
  });
  await one.crash();
  const two = await open();
  const sent = await two.run(async () => {
    const store = await window.openStore('queue');
    const requests = [];
    const ask = async (method, path, body = '') => {
      requests.push([method, path, body.split('\n').filter((line) => line !== '').length]);
      return { status: 200, text: path.endsWith('facts') && method === 'GET' ? '' : '{}' };
    };
    const { browser } = await import('/web/sync.js');
    const sync = new window.Sync(store, { ...browser, ask });
    sync.pull = async () => true; // this double gives nothing back
    await sync.refresh();
    return { requests, waiting: await sync.waitingCount() };
  });
  assert.deepEqual(sent, { requests: [['GET', 'api/v1/hello', 0], ['PUT', 'api/v1/sessions/a', 2], ['POST', 'api/v1/facts', 1]],
    waiting: 0 });
  await two.close();
});

test('a purge in one tab empties the other', async () => {
  const [one, two] = [await open(), await open()];
  await one.run(async () => {
    window.store = await window.openStore('purge');
    await window.store.write([window.made.break('p', 0)]);
  });
  await two.run(async () => {
    window.store = await window.openStore('purge');
    window.changes = new Promise((done) => window.store.onChange(() => done(true)));
  });
  await one.run(() => window.store.purge());
  assert.equal(await two.run(async () => {
    await window.changes;
    return [...window.store.facts()].length;
  }), 0);
  await one.close();
  await two.close();
});
