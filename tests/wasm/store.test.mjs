// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { MemoryShelf, Store } from '../../web/store.js';
import { Home, makeCoach } from './made.mjs';
import { drawFact, maker, suite } from './store_suite.mjs';

const { facts: table } = makeCoach();
const made = maker(table);

const stage = {
  table,
  open: () => Store.open(table, new MemoryShelf()),
  again: (store) => Store.open(table, store.shelf),
};

for (const [name, deed] of Object.entries(suite)) {
  test(name, () => deed(stage));
}

test('the stores of the program pass the same list', () => {
  const source = readFileSync(new URL('../store/suite.c', import.meta.url), 'utf8');
  const names = [...source.matchAll(/SUITE_TEST\((\w+)\)/g)].map(([, name]) => name).filter((name) => name !== 'name');
  assert.ok(names.length > 10);
  assert.deepEqual(Object.keys(suite), names);
});

test('facts are told in the order of the program', async () => {
  let state = 4711;
  const draw = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  const facts = Array.from({ length: 12 }, (_, i) => ({ ...drawFact(table, draw, 'session', 1, 1), id: `session-${i}` }));
  for (let i = 0; i < 600; i++) {
    const { name } = table.kinds[draw(table.kinds.length)];
    facts.push({ ...drawFact(table, draw, name, 12, 200) });
  }
  for (const fact of facts) { // a few moments only, so that ties are drawn too
    for (const field of table.byName.get(fact.record).fields) {
      if (field.type === 4 && fact[field.name] !== null) {
        fact[field.name] = 1000000 + draw(7);
      }
    }
  }
  const store = await stage.open();
  await store.act((act) => facts.forEach((fact) => act.put(fact)));
  const home = new Home([...store.facts()], table);
  try {
    // the open ones among them are closed when the program opens its store: of these only the identity is compared
    const key = (fact) => (fact.record === 'session' ? table.key(fact) : table.line(fact));
    assert.deepEqual(table.parseLines(home.run('export', 'jsonl')).map(key), [...store.facts()].map(key));
  } finally {
    home.end();
  }
});

/** A shelf that says no as long as it is told to. */
class BadShelf extends MemoryShelf {
  isFull = true;

  async write(changes) {
    if (this.isFull) {
      throw new Error('QuotaExceededError');
    }
    return super.write(changes);
  }
}

test('where the shelf says no facts wait, and the next one takes them along', async () => {
  const shelf = new BadShelf();
  const store = await Store.open(table, shelf);
  await assert.rejects(store.put(made.break('p', 0)), /Quota/);
  assert.match(store.trouble, /Quota/);
  assert.equal(store.waiting.length, 1);
  assert.deepEqual(store.get(made.break('p', 0)), made.break('p', 0)); // it holds all the same
  shelf.isFull = false;
  await store.put(made.break('q', 0));
  assert.deepEqual([store.trouble, store.waiting.length], ['', 0]);
  assert.equal([...(await Store.open(table, shelf)).facts()].length, 2);
});

test('what was put while another write is on its way is written after it', async () => {
  const store = await stage.open();
  const fact = made.rating('r', '', 0, 1);
  await Promise.all([1, 2, 3].map((pain) => store.write([{ ...fact, pain }])));
  const kept = (await stage.again(store)).get(fact);
  assert.deepEqual([kept.pain, kept.changed], [3, fact.changed + 2]);
});

test('two tabs on one shelf: the later one stands, whoever writes last', async () => {
  const shelf = new MemoryShelf();
  const [a, b] = [await Store.open(table, shelf), await Store.open(table, shelf)];
  const fact = made.rating('r', '', 0, 1);
  await b.put({ ...fact, pain: 9, changed: fact.changed + 5 });
  await a.put({ ...fact, pain: 2 }); // a knows nothing of the other
  assert.equal((await stage.again(a)).get(fact).pain, 9);
  shelf.listeners.forEach((listener) => listener([table.key(fact)]));
  await new Promise((done) => setImmediate(done));
  assert.equal(a.get(fact).pain, 9);
});

test('what a later version wrote is passed over and left where it is', async () => {
  const shelf = new MemoryShelf();
  await shelf.write([{ room: 'facts', key: 'new', value: { fact: { record: 'dance', id: 'x' }, changed: 1 } }]);
  const store = await Store.open(table, shelf);
  assert.equal([...store.facts()].length, 0);
  await store.put(made.break('p', 0));
  assert.ok(await shelf.read('facts', 'new'));
});
