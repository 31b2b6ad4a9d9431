// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { Status } from '../../web/coach.js';
import { Keeper, makeId } from '../../web/keeper.js';
import { standing } from '../../web/screener.js';
import { DAY_MS, Home, makeCoach, NOW_MS, screened } from './made.mjs';

const BEGAN = NOW_MS - 10 * 60000;
const DAY_BEGINS_MS = 4 * 3600000;

/** A page with a clock that the test moves, and a store that only keeps the last of each fact; who it is has answered. */
class Page {
  constructor(wallMs = BEGAN, bootMs = 5000, kept = undefined) {
    this.coach = makeCoach();
    this.wallMs = wallMs;
    this.bootMs = bootMs;
    this.kept = kept ?? new Map(screened(this.coach, wallMs).map((fact) => [this.coach.facts.key(fact), fact]));
    this.written = 0;
    this.keeper = new Keeper(this.coach, {
      now: () => ({ bootMs: this.bootMs, wallMs: this.wallMs, offsetS: 0 }),
      write: (facts) => this.write(facts),
      has: (fact) => this.kept.has(this.coach.facts.key(fact)),
    });
    this.look();
  }

  look() {
    this.coach.look({ facts: this.facts(), nowMs: this.wallMs, offsetS: 0 });
  }

  write(facts) {
    this.written++;
    for (const fact of facts) {
      this.coach.facts.put(fact); // each is good by itself
      this.kept.set(this.coach.facts.key(fact), fact);
    }
  }

  facts() {
    return [...this.kept.values()];
  }

  of(record) {
    return this.facts().filter((fact) => fact.record === record && fact.mark !== 'screened');
  }

  begin() {
    this.coach.named([this.coach.exercises.get('shoulder-blade-squeeze'), this.coach.exercises.get('chin-tuck')], 'desk');
    this.keeper.prepare({ origin: 'names' });
    assert.equal(this.keeper.start(), Status.OK);
  }

  /** Time passes in steps of a second, as a page ticks. */
  pass(ms) {
    for (let left = ms; left > 0; left -= 1000) {
      const step = Math.min(left, 1000);
      this.bootMs += step;
      this.wallMs += step;
      while (this.keeper.next(this.bootMs));
    }
  }

  tell(command, reason) {
    while (this.keeper.next(this.bootMs)); // what the last command led to
    return this.keeper.tell(command, this.bootMs, reason);
  }

  get state() {
    return new Float64Array(this.coach.core.memory.buffer, this.coach.core.uh_door_session_view(this.bootMs), 5);
  }
}

const DONE = 3;
const PAUSED = 1;

function playToEnd(page) {
  for (let minutes = 0; page.state[0] !== DONE && minutes < 60; minutes++) {
    page.pass(60000);
  }
  page.keeper.end();
}

test('an id is a UUID that sorts by time', () => {
  const ids = [1, 2 ** 32, BEGAN].map(makeId);
  assert.ok(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  assert.deepEqual([...ids].sort(), ids);
  assert.notEqual(makeId(BEGAN), makeId(BEGAN));
});

test('a session that begins is written with its routine', () => {
  const page = new Page();
  page.begin();
  const [session] = page.of('session');
  assert.deepEqual([session.end, session.origin, session.context, session.began, session.simulated],
    ['open', 'names', 'desk', BEGAN, false]);
  assert.ok(session.lease > BEGAN && session.planned_ms > 60000);
  assert.deepEqual(page.of('entry').map(({ exercise }) => exercise), ['shoulder-blade-squeeze', 'chin-tuck']);
  assert.equal(page.written, 1); // as one
});

test('a set is written when it ends', () => {
  const page = new Page();
  page.begin();
  page.pass(20000);
  assert.equal(page.of('set').length, 0);
  page.pass(70000);
  const [set] = page.of('set');
  assert.deepEqual([set.exercise, set.end, set.session], ['shoulder-blade-squeeze', 'complete', page.of('session')[0].id]);
  assert.ok(set.ended - set.began > 10000 && set.began >= BEGAN);
});

test('a whole session is one that the program takes in and counts', () => {
  const page = new Page();
  page.keeper.prepare({ origin: 'names' });
  page.begin();
  playToEnd(page);
  page.keeper.correct('all');
  page.keeper.helped('better');
  const [session] = page.of('session');
  assert.deepEqual([session.end, session.correction, session.helped], ['complete', 'all', 'better']);
  assert.ok(session.ended > session.began);
  const home = new Home(page.facts(), page.coach.facts);
  try {
    const { days: [day] } = JSON.parse(home.run('log', '--json'));
    assert.equal(day.sessions[0].id, session.id);
    assert.equal(day.sessions[0].sets.length, page.of('set').length);
    assert.equal(JSON.parse(home.run('progress', '--json')).sessions, 1);
  } finally {
    home.end();
  }
});

test('commands are facts, and a refused one is none', () => {
  const page = new Page();
  page.begin();
  page.pass(8000);
  assert.equal(page.tell('pause'), Status.OK);
  assert.equal(page.tell('pause'), Status.STATE);
  page.pass(4000);
  assert.equal(page.tell('resume'), Status.OK);
  assert.equal(page.tell('skip', 'no-room'), Status.OK);
  assert.deepEqual(page.of('command').map(({ number, command, at_ms, reason }) => [number, command, at_ms, reason]),
    [[0, 'pause', 8000, 'none'], [1, 'resume', 12000, 'none'], [2, 'skip', 12000, 'no-room']]);
});

test('a stop is marked with its stretch, and the mark taken back with the stop', () => {
  const page = new Page();
  page.begin();
  page.pass(20000);
  assert.equal(page.tell('stop', 'pain'), Status.OK);
  let [mark] = page.of('mark');
  assert.deepEqual([mark.mark, mark.reason, mark.exercise], ['stop', 'pain', 'shoulder-blade-squeeze']);
  assert.equal(page.of('session')[0].end, 'stopped');
  assert.equal(page.tell('undo-stop'), Status.OK);
  [mark] = page.of('mark');
  assert.deepEqual([mark.reason, mark.exercise], ['none', null]);
  assert.deepEqual([page.of('session')[0].end, page.of('session')[0].reason], ['open', 'none']);
});

test('signs of an emergency are an answer, and a wrong key gives back what was known', () => {
  const page = new Page();
  const find = (key) => page.kept.get(page.coach.facts.key(key));
  page.begin();
  page.pass(20000);
  page.tell('stop', 'nerve');
  page.keeper.emergency(true, find);
  page.look();
  assert.equal(page.coach.plan().refused.reason, 'emergency');
  page.keeper.emergency(false, find);
  page.look();
  assert.notEqual(page.coach.plan().refused?.reason, 'emergency');
});

test('a session whose tab died goes on where it was', () => {
  const page = new Page();
  page.begin();
  page.pass(90000);
  const before = page.of('set').length;
  assert.ok(before > 0);
  page.pass(5000);

  const next = new Page(page.wallMs + 3 * 60000, 100, page.kept); // another clock, three minutes later
  const left = next.keeper.left(next.facts());
  assert.deepEqual([left.state, left.id, left.entries, left.held], ['ready', page.of('session')[0].id, 2, true]);
  assert.equal(left.entry, 1);
  assert.equal(next.keeper.goOn(), Status.OK);
  assert.notEqual(next.state[0], PAUSED); // in a chair one is in place
  playToEnd(next);
  assert.equal(next.of('session').length, 1);
  assert.equal(next.of('session')[0].end, 'complete');
  assert.ok(next.of('set').length > before);
  next.look();
  assert.equal(next.keeper.left(next.facts()), null);
});

test('killed twice it comes back twice, and after half an hour no more', () => {
  let page = new Page();
  page.begin();
  page.pass(50000);
  for (let times = 0; times < 2; times++) {
    page = new Page(page.wallMs + 60000, 77, page.kept);
    assert.equal(page.keeper.left(page.facts()).state, 'ready');
    assert.equal(page.keeper.goOn(), Status.OK);
    page.pass(10000);
  }
  const late = new Page(page.wallMs + 31 * 60000, 5, page.kept);
  assert.equal(late.keeper.left(late.facts()), null);
});

test('what felt worse rests for today, and the page says why', () => {
  const page = new Page();
  page.begin();
  playToEnd(page);
  page.keeper.helped('worse');
  page.look();
  const worked = new Set(page.of('set').map(({ exercise }) => page.coach.exercises.get(exercise)));
  const resting = () => page.coach.plan().stretches.filter(({ reason }) => reason === 'rests-today');
  assert.ok(worked.size > 0);
  assert.deepEqual(new Set(resting().map(({ exercise }) => exercise)), worked);
  assert.ok(resting().every(({ text }) => /felt worse/.test(text)));
  page.keeper.helped('better'); // on second thought
  page.look();
  assert.equal(resting().length, 0);
});

test('a session that is left is over, and a refused one says why', () => {
  const page = new Page();
  page.begin();
  page.pass(90000);
  const next = new Page(page.wallMs + 60000, 5, page.kept);
  next.keeper.left(next.facts());
  next.keeper.leave();
  assert.equal(next.of('session')[0].end, 'early');
  next.look();
  assert.equal(next.keeper.left(next.facts()), null);

  const other = new Page();
  other.begin();
  other.pass(90000);
  const [answer] = other.coach.facts.parse(JSON.stringify({ record: 'answer', question: 'chest-pain', at: other.wallMs,
    offset_s: 0, day: other.of('session')[0].day, yes: true, seen: null, changed: other.wallMs }));
  other.write([answer]);
  const after = new Page(other.wallMs + 1000, 5, other.kept);
  const left = after.keeper.left(after.facts());
  assert.equal(left.state, 'refused');
  assert.ok(left.why_not.length > 0);
});

test('what was taken back meanwhile does not come back, but for the screening', () => {
  const page = new Page();
  page.begin();
  page.pass(20000);
  page.kept.clear(); // in another window
  page.pass(70000);
  page.tell('pause');
  assert.ok(page.keeper.isGone);
  assert.deepEqual(page.facts(), []);
  page.tell('resume');
  assert.equal(page.tell('stop', 'nerve'), Status.OK);
  page.keeper.rate('after', 1, 1);
  assert.deepEqual(page.facts().map(({ record }) => record), ['mark']);
  page.keeper.rate('day', 1, 1);
  assert.deepEqual(page.facts().map(({ record }) => record), ['mark', 'rating']);
  page.begin();
  assert.ok(!page.keeper.isGone);
  assert.equal(page.of('session').length, 1);
});

test('ratings go round a session and are asked for by its length', () => {
  const page = new Page();
  page.coach.plan({ context: 'any', minutes: 20 });
  assert.deepEqual(page.keeper.ratings(), { before: true, after: true });
  page.keeper.prepare({ origin: 'plan', minutes: 20 });
  page.keeper.rate('before', 3, null);
  assert.equal(page.of('rating').length, 0);
  assert.equal(page.keeper.start(), Status.OK);
  const [before] = page.of('rating');
  assert.deepEqual([before.moment, before.pain, before.stiffness, before.session],
    ['before', 3, null, page.of('session')[0].id]);
  page.pass(30000);
  assert.equal(page.tell('end'), Status.OK);
  playToEnd(page);
  assert.equal(page.of('session')[0].end, 'early');
  page.keeper.rate('after', 5, 1);
  assert.equal(page.of('rating').length, 2);
  assert.equal(page.keeper.rise({ pain: 3, stiffness: null }, { pain: 3, stiffness: 1 }), '');
  assert.notEqual(page.keeper.rise({ pain: 3, stiffness: null }, { pain: 5, stiffness: 1 }), '');
  assert.ok(page.keeper.isTooMuch(6, null));
  assert.ok(!page.keeper.isTooMuch(null, 10));
});

test('at another speed it is marked as simulated', () => {
  const page = new Page();
  page.coach.named([page.coach.exercises.get('chin-tuck')], 'desk');
  page.keeper.prepare({ origin: 'names' });
  page.keeper.start(2000);
  page.pass(20000);
  page.keeper.end();
  assert.ok(page.of('session')[0].simulated && page.of('set').every(({ simulated }) => simulated));
});

test('nobody begins before the questions are answered, by whatever name the routine comes', () => {
  const page = new Page(BEGAN, 5000, new Map());
  const ways = { plan: () => page.coach.plan({ context: 'desk', minutes: 5 }).routine, first: () => page.coach.plan().routine,
    names: () => page.coach.named([page.coach.exercises.get('chin-tuck')], 'desk'), recipe: () => page.coach.stored(0) };
  for (const [origin, make] of Object.entries(ways)) {
    assert.ok(make().entries.length > 0, origin);
    page.keeper.prepare({ origin: 'names' });
    assert.equal(page.keeper.start(), Status.REFUSED, origin);
  }
  assert.deepEqual(page.facts(), []);
});

test('nobody begins or goes on while the questions are due again', () => {
  const page = new Page();
  const dueMs = (Math.floor((BEGAN - DAY_BEGINS_MS) / DAY_MS) + 90) * DAY_MS + DAY_BEGINS_MS; // as the ninetieth day begins
  page.wallMs = dueMs - 5 * 60000;
  page.look();
  page.begin();
  page.pass(90000);
  const next = new Page(dueMs + 5 * 60000, 5, page.kept);
  assert.equal(standing(next.coach).state, 'due');
  assert.equal(next.keeper.left(next.facts()).state, 'ready');
  assert.equal(next.keeper.goOn(), Status.REFUSED);
  next.coach.named([next.coach.exercises.get('chin-tuck')], 'desk');
  next.keeper.prepare({ origin: 'names' });
  assert.equal(next.keeper.start(), Status.REFUSED);
});
