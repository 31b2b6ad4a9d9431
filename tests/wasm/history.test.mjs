// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { History } from '../../web/history.js';
import { MemoryShelf, Store } from '../../web/store.js';
import { DAY_MS, history, Home, make, makeCoach, moment, NOW_MS, session, set } from './made.mjs';


async function person(facts, language) {
  const coach = makeCoach(language);
  const store = await Store.open(coach.facts, new MemoryShelf());
  await store.act((act) => facts(coach.facts, coach).forEach((fact) => act.put(fact)));
  const shell = { now: () => ({ bootMs: 0, wallMs: NOW_MS, offsetS: 0 }), write: (made) => void store.write(made) };
  const look = () => coach.look({ facts: store.facts(), nowMs: NOW_MS, offsetS: 0 });
  look();
  return { coach, store, look, history: new History(coach, store, shell) };
}

/** As `unhunch progress --json` prints it. */
const values = (coach, past, days) => {
  past.progress(days);
  return coach.json(coach.core.uh_door_progress_values());
};

const long = (days, seed) => (table, coach) => history(table, coach, NOW_MS, days, seed);

test('progress is that of the program, value by value', async () => {
  for (const [days, seed] of [[0, 1], [30, 2], [120, 3]]) {
    const { coach, store, history: past } = await person(long(days, seed));
    const home = new Home([...store.facts()], coach.facts);
    try {
      for (const back of [7, 42, 400]) {
        assert.deepEqual(values(coach, past, back), JSON.parse(home.run('progress', '--json', '--days', String(back))));
      }
      past.progress(42);
      assert.equal(past.progressSvg(0).trim(), home.run('progress', '--svg').trim());
    } finally {
      home.end();
    }
  }
});

test('the words of progress are sentences of the program', async () => {
  const { coach, store, history: past } = await person(long(60, 5));
  const { title, sections, empty } = past.progress(42);
  const home = new Home([...store.facts()], coach.facts);
  try {
    const printed = home.run('progress').replace(/\s+/g, ' ');
    assert.equal(empty, null);
    assert.ok(printed.includes(title));
    for (const { heading, lines, key } of sections) {
      assert.ok(printed.includes(heading), heading);
      if (key === 'pain' || key === 'days') {
        lines.forEach((line) => assert.ok(printed.includes(line), line));
      }
    }
  } finally {
    home.end();
  }
  assert.notEqual((await person(() => [])).history.progress().empty, null);
});

test('today says what the program says alone', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const { coach, store, history: past } = await person(long(20, seed));
    const home = new Home([...store.facts()], coach.facts);
    try {
      const printed = home.run().replace(/\s+/g, ' ');
      const today = past.today();
      assert.ok(printed.includes(today.text), `${today.text} in ${printed}`);
      assert.ok(printed.includes(today.last), `${today.last} in ${printed}`);
      assert.ok(today.week === null || printed.includes(today.week));
    } finally {
      home.end();
    }
  }
});

test('nobody known is at the beginning', async () => {
  const { history: past } = await person(() => []);
  const today = past.today();
  assert.deepEqual([today.last, today.week], ['', null]);
});

test('a day of the log has its items, the latest first, with what was done', async () => {
  const { coach, store, history: past } = await person((table) => {
    const of = session(table, '01a21c0d-b0a3-7d39-9e46-a5e7a2cf0548', NOW_MS - 3600000, { helped: 'better' });
    return [of, set(table, of, 'chin-tuck'), make(table, 'break', { id: 'stood', ...moment(NOW_MS, ['began']), kind: 'stood' }),
      make(table, 'rating', { id: 'around', session: of.id, ...moment(NOW_MS - 1000), moment: 'after', pain: 2 }),
      make(table, 'mark', { id: 'rest', ...moment(NOW_MS - 2 * DAY_MS), mark: 'rest' }),
      make(table, 'mark', { id: 'ahead', ...moment(NOW_MS + DAY_MS), mark: 'rest' })];
  });
  const today = History.day(NOW_MS, 0);
  const days = past.log(today - 14, today + 30);
  assert.deepEqual(days.map(({ day }) => day), [today + 1, today, today - 2].map(History.date));
  const [, { items }] = days;
  assert.deepEqual(items.map(({ kind, id }) => [kind, id]), [['break', 'stood'], ['session', '01a21c0d-b0a3-7d39-9e46-a5e7a2cf0548']]);
  assert.match(items[1].text, /Chin tuck/i);
  assert.ok(items[1].lines.length >= 3); // how it ended, what it did, the stretch; the rating
  const home = new Home([...store.facts()], coach.facts);
  try {
    const printed = home.run('log').replace(/\s+/g, ' ');
    items[1].lines.forEach((line) => assert.ok(printed.includes(line), `${line} in ${printed}`));
  } finally {
    home.end();
  }
});

test('what is noted counts', async () => {
  const { coach, look, history: past, store } = await person(() => []);
  assert.ok(past.noteBreak('stood'));
  look();
  assert.notEqual(past.today().week, null);
  assert.ok(past.noteDay('flare'));
  look();
  assert.equal(values(coach, past).flare, 1);
  const [{ items }] = past.log(History.day(NOW_MS, 0), History.day(NOW_MS, 0));
  assert.equal(items.length, 2);
  assert.ok(await past.delete(items[0].id));
  assert.ok(!await past.delete(items[0].id));
  assert.equal([...store.facts()].length, 1);
});

test('what hurt twice comes back on the word of the person', async () => {
  const { coach, look, history: past } = await person((table) => [3, 2].map((ago) => make(table, 'mark',
    { id: `stop-${ago}`, ...moment(NOW_MS - ago * DAY_MS), mark: 'stop', exercise: 'chin-tuck', reason: 'pain' })));
  const tuck = coach.exercises.get('chin-tuck');
  const refused = coach.named([tuck]);
  assert.ok(!refused.admitted);
  const said = [coach.plan(coach.usual()).stretches[tuck], ...refused.objections].map(({ text }) => text);
  assert.equal(said.length, 2);
  assert.ok(said.every((text) => /set aside/.test(text) && !/unhunch log/.test(text)), `a page has no commands: ${said}`);
  assert.ok(!past.noteAgain(coach.exercises.get('cat-cow')));
  assert.ok(past.noteAgain(tuck));
  look();
  assert.ok(coach.named([tuck]).admitted);
});

test('what hurt twice sets its twin aside too, and either brings both back', async () => {
  const { coach, look, history: past } = await person((table) => [3, 2].map((ago) => make(table, 'mark',
    { id: `stop-${ago}`, ...moment(NOW_MS - ago * DAY_MS), mark: 'stop', exercise: 'chest-expansion', reason: 'pain' })));
  const twins = ['chest-expansion', 'backward-shoulder-rolls'].map((key) => coach.exercises.get(key));
  assert.deepEqual(twins.map((one) => coach.named([one]).admitted), [false, false]);
  assert.ok(past.noteAgain(twins[1]));
  look();
  assert.deepEqual(twins.map((one) => coach.named([one]).admitted), [true, true]);
});

test('a session is taken back, what is about safety stays', async () => {
  const { history: past, store } = await person((table) => {
    const of = session(table, 'one', NOW_MS - 3600000);
    return [of, set(table, of, 'chin-tuck'), make(table, 'mark', { id: 'asked', ...moment(NOW_MS), mark: 'screened' })];
  });
  assert.ok(!await past.delete('asked'));
  assert.ok(await past.delete('one'));
  assert.deepEqual([...store.facts()].map(({ record }) => record), ['mark']);
});
