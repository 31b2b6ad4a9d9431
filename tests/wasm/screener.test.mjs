// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { Screener, standing } from '../../web/screener.js';
import { DAY_MS, Home, makeCoach, NOW_MS } from './made.mjs';


/** Somebody at the page, whose facts are kept. */
class Person {
  constructor(language) {
    this.coach = makeCoach(language);
    this.kept = new Map();
    this.nowMs = NOW_MS;
    this.look();
  }

  look() {
    this.coach.look({ facts: this.kept.values(), nowMs: this.nowMs, offsetS: 0 });
    return standing(this.coach);
  }

  ask(how) {
    return new Screener(this.coach, {
      now: () => ({ bootMs: 0, wallMs: this.nowMs, offsetS: 0 }),
      write: (facts) => facts.forEach((fact) => this.kept.set(this.coach.facts.key(fact), fact)),
    }, how);
  }

  answers() {
    return Object.fromEntries([...this.kept.values()].filter(({ record }) => record === 'answer')
      .map(({ question, yes }) => [question, yes]));
  }
}

/** Ticks the row of that key or, on the health card, of that line. */
function tick(screener, key) {
  const row = screener.page().rows.findIndex((one) => one.key === key);
  assert.ok(row >= 0, key);
  return screener.turn(row);
}

test('nothing ticked leads over both cards to a free outcome, and is written at once', () => {
  const person = new Person();
  assert.equal(standing(person.coach).state, 'never');
  const screener = person.ask();
  assert.equal(screener.page().page, 'emergency');
  assert.equal(screener.none().page, 'health');
  assert.equal(person.kept.size, 0);
  const outcome = screener.none();
  assert.deepEqual([outcome.page, outcome.outcome.kind], ['outcome', 'free']);
  const { precautions, ...answers } = person.answers();
  assert.ok(precautions && Object.values(answers).every((yes) => yes === false));
  assert.equal([...person.kept.values()].filter(({ mark }) => mark === 'screened').length, 1);
  const after = person.look();
  assert.deepEqual([after.state, after.outcome.kind, after.blocked], ['valid', 'free', []]);
});

test('a tick on the first card leads to the outcome at once, and it is kept before it is read', () => {
  const person = new Person();
  const screener = person.ask();
  const [first] = screener.page().rows;
  assert.equal(screener.turn(0).rows[0].tick, 'yes');
  const page = screener.next();
  assert.deepEqual([page.page, page.outcome.kind], ['outcome', 'emergency']);
  assert.equal(person.answers()[first.key], true);
  const { outcome, blocked } = person.look();
  assert.deepEqual([outcome.kind, blocked.map(({ key }) => key)], ['emergency', [first.key]]);
  assert.equal(person.coach.plan().refused.reason, 'emergency');
});

test('what is behind a line is asked, and one can go back', () => {
  const person = new Person();
  const screener = person.ask();
  screener.none();
  tick(screener, 'joints');
  assert.equal(screener.next().page, 'follow-up');
  assert.equal(screener.back().page, 'health');
  assert.equal(screener.page().rows.find(({ key }) => key === 'joints').tick, 'yes');
  screener.next();
  const [row] = screener.page().rows;
  screener.turn(0);
  let page = screener.next();
  page = page.page === 'seen' ? screener.next() : page;
  assert.equal(page.page, 'outcome');
  assert.equal(person.answers()[row.key], true);
  assert.ok(page.can_go_back);
});

test('who was sent to somebody says that they were seen', () => {
  const person = new Person();
  const screener = person.ask();
  screener.none();
  tick(screener, 'spine');
  screener.next();
  screener.turn(0);
  assert.equal(screener.next().page, 'seen');
  const page = screener.next(); // not yet
  assert.equal(page.outcome.kind, 'clinician-first');
  const { blocked: [{ key }], visit, text } = person.look();
  assert.ok(visit.includes(person.coach.json(person.coach.core.uh_door_screening_words()).blocked[0].text));
  assert.ok(text.length > 0);
  assert.ok(!person.ask().see('kneeling'));
  assert.ok(!person.ask().see('no-such-question'));
  person.nowMs += DAY_MS;
  person.look();
  assert.ok(person.ask().see(key));
  assert.deepEqual(person.look().blocked, []);
  assert.notEqual(person.look().outcome.kind, 'clinician-first');
});

test('after ninety days it is asked again, only what is due', () => {
  const person = new Person();
  const screener = person.ask();
  screener.none();
  screener.none();
  person.nowMs += 89 * DAY_MS;
  assert.equal(person.look().state, 'valid');
  assert.equal(person.ask({ whole: false }).page().page, 'outcome');
  person.nowMs += 2 * DAY_MS;
  assert.equal(person.look().state, 'due');
  assert.equal(person.ask({ whole: false }).page().page, 'emergency');
});

test('the program sees the same outcome', () => {
  const person = new Person();
  const screener = person.ask();
  screener.none();
  tick(screener, 'pain');
  screener.next();
  screener.turn(0);
  screener.next();
  const home = new Home([...person.kept.values()], person.coach.facts);
  try {
    const wanted = JSON.parse(home.run('screen', '--json'));
    const { state, outcome, due, screened } = person.look();
    assert.deepEqual([state, outcome.kind, outcome.limits, due, screened],
      [wanted.state, wanted.outcome, wanted.limits, wanted.due, wanted.screened]);
    const printed = home.run('screen', '--questions').replace(/\s+/g, ' ').trim();
    assert.equal(person.look().visit.replace(/\s+/g, ' ').trim(), printed);
  } finally {
    home.end();
  }
});

test('pages speak German', () => {
  const english = new Person('en').ask().page();
  const german = new Person('de').ask().page();
  assert.deepEqual(german.rows.map(({ key }) => key), english.rows.map(({ key }) => key));
  german.rows.forEach(({ text }, row) => assert.notEqual(text, english.rows[row].text));
});
