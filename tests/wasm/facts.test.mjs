// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import test from 'node:test';
import { dateOf, daysOf, FactError } from '../../web/facts.js';
import { DAY_MS, history, Home, make, makeCoach, moment, NOW_MS, session } from './made.mjs';

const coach = makeCoach();
const table = coach.facts;

test('every kind goes through the door and comes back as it was', () => {
  for (const { name, fields } of table.kinds) {
    const texts = fields.filter((field) => field.identity && field.type === 0);
    const fact = make(table, name, Object.fromEntries(texts.map((field) => [field.name, 'a-name'])));
    assert.deepEqual(table.read(table.put(fact)), fact);
  }
});

test('a day is a date and a date is a day', () => {
  for (const days of [-719162, -1, 0, 1, 19782, 20000, 2932896]) {
    assert.equal(daysOf(dateOf(days)), days);
  }
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'today', '', '2026-11-20T00:00']) {
    assert.ok(Number.isNaN(daysOf(text)), text);
  }
});

test('what is not a fact is refused with its field', () => {
  const good = session(table, 'a', NOW_MS);
  const cases = [
    [{ ...good, record: 'dance' }, 'kind', 'dance'],
    [{ ...good, id: null }, 'type', 'id'],
    [{ ...good, id: '' }, 'range', 'id'],
    [{ ...good, id: 'x'.repeat(40) }, 'range', 'id'],
    [{ ...good, end: 'gladly' }, 'range', 'end'],
    [{ ...good, end: 3 }, 'type', 'end'],
    [{ ...good, day: '2026-02-29' }, 'range', 'day'],
    [{ ...good, minutes: -1 }, 'range', 'minutes'],
    [{ ...good, minutes: 1.5 }, 'type', 'minutes'],
    [{ ...good, minutes: 2 ** 60 }, 'type', 'minutes'],
    [{ ...good, gentle: 1 }, 'type', 'gentle'],
    [{ ...good, ended: 0 }, 'range', 'ended'],
    [{ ...good, changed: null }, 'type', 'changed'],
    [{ ...good, speed_percent: 9 }, 'range', 'speed_percent'],
    [{ ...good, routine: 'a\nb' }, 'range', 'routine'],
    [{ ...good, colour: 'red' }, 'unknown', 'colour'],
  ];
  for (const [fact, problem, field] of cases) {
    assert.throws(() => table.put(fact), (error) => error instanceof FactError && error.problem === problem &&
      error.field === field, `${problem} ${field}`);
  }
  const { minutes: _, ...less } = good;
  assert.throws(() => table.put(less), { problem: 'missing', field: 'minutes' });
});

test('a file that is wrong names its line', () => {
  const line = table.line(session(table, 'a', NOW_MS));
  assert.equal(table.parseLines(`${line}\n${line}`).length, 2);
  assert.equal(table.parse(`[${line.trim()},${line.trim()}]`).length, 2);
  assert.throws(() => table.parseLines(`${line}{"record": "session"}\n`), { problem: 'missing', line: 2 });
  assert.throws(() => table.parseLines(`${line}${line}{"record`), { problem: 'syntax', line: 3 });
  assert.throws(() => table.parseLines('3\n'), { problem: 'syntax', line: 1 });
});

test('lines are those of the program, byte for byte', () => {
  const facts = history(table, coach, NOW_MS, 60, 7);
  const home = new Home(facts, table);
  try {
    const exported = home.run('export', 'jsonl');
    const again = table.parseLines(exported);
    assert.equal(again.length, facts.length);
    assert.equal(again.map((fact) => table.line(fact)).join(''), exported);
    assert.deepEqual(new Set(again.map((fact) => table.line(fact))), new Set(facts.map((fact) => table.line(fact))));
    const odd = make(table, 'setting', { name: 'anchors', value: 'nach "Kaffee" \\ ☕ : chin-tuck', changed: NOW_MS });
    assert.deepEqual(table.parse(table.line(odd)), [odd]);
  } finally {
    home.end();
  }
});

test('what the program sees, the coach sees', () => {
  for (const [days, seed] of [[0, 3], [5, 4], [40, 5], [130, 6], [200, 11]]) {
    const facts = history(table, coach, NOW_MS, days, seed);
    const home = new Home(facts, table);
    try {
      coach.look({ facts: table.parseLines(home.run('export', 'jsonl')), nowMs: NOW_MS, offsetS: 0 });
      for (const [context, minutes] of [['desk', 5], ['floor', 10], ['any', 20]]) {
        const wanted = JSON.parse(planOf(home, context, minutes));
        const plan = coach.plan({ context, minutes });
        assert.equal(plan.routine.duration_ms, wanted.duration_ms);
        assert.equal(plan.refused?.reason, wanted.refused?.reason);
        assert.deepEqual(plan.routine.entries.map((entry) => [entry.key, entry.variant_key, entry.repetitions, entry.sets]),
          wanted.routine.map((entry) => [entry.exercise, entry.variant, entry.dose.repetitions, entry.dose.sets]));
        assert.deepEqual(plan.stretches.map(({ reason, text, group }) => [reason, text, group]),
          wanted.explain.map(({ reason, text, group }) => [reason, text, group]));
      }
      const wanted = JSON.parse(home.run('profile', '--json'));
      const names = coach.settings().map(({ name }) => name);
      assert.deepEqual(names, Object.keys(wanted).filter((name) => name !== 'follows'));
      for (const { name, source } of coach.settings()) {
        assert.equal(source, wanted[name].source, name);
      }
    } finally {
      home.end();
    }
  }
});

// No plan is no failure here: then the refusal is compared.
function planOf(home, context, minutes) {
  try {
    return home.run('plan', '--json', '--context', context, '--minutes', String(minutes));
  } catch (error) {
    return error.stdout;
  }
}

test('config.yaml wins, and a wrong value is told', () => {
  const facts = [make(table, 'setting', { name: 'minutes', value: '8', changed: NOW_MS })];
  const wrong = coach.look({ facts, nowMs: NOW_MS, offsetS: 0,
    config: { minutes: { value: '12', line: 3 }, voice: { value: 'loud', line: 4 } } });
  const [minutes] = coach.settings().filter(({ name }) => name === 'minutes');
  assert.deepEqual([minutes.value, minutes.source, minutes.line], ['12', 'config', 3]);
  assert.match(wrong.voice, /loud/);
  assert.equal(coach.usual().minutes, 12);
  coach.look({ facts, nowMs: NOW_MS, offsetS: 0 });
  assert.equal(coach.usual().minutes, 8);
});

test('a setting is a fact, or a problem in words', () => {
  coach.look({ facts: [], nowMs: NOW_MS, offsetS: 0 });
  assert.deepEqual(coach.settingFact('stiff', 'neck, chest', NOW_MS).facts.map(({ name, value, changed }) => [name, value, changed]),
    [['stiff', 'neck,chest', NOW_MS]]);
  assert.deepEqual(coach.settingFact('stiff', '', NOW_MS).facts[0].value, null);
  const { facts, problem } = coach.settingFact('minutes', 'many', NOW_MS);
  assert.deepEqual(facts, []);
  assert.match(problem, /many/);
});

test('a plan takes the wishes of the person', () => {
  coach.look({ facts: [], nowMs: NOW_MS, offsetS: 0 });
  const plain = coach.plan({ context: 'desk', minutes: 5 });
  const [first] = plain.routine.entries;
  const [out] = plain.stretches.filter(({ group }) => group === 'no-room');
  const wished = coach.plan({ context: 'desk', minutes: 5, leaveOut: [first.exercise], putIn: [out.exercise] });
  const inside = wished.routine.entries.map(({ exercise }) => exercise);
  assert.ok(!inside.includes(first.exercise));
  assert.ok(inside.includes(out.exercise) || wished.not_put_in.length === 1);
  assert.ok(wished.stretches[first.exercise].left_out);
  assert.ok(wished.routine.admitted);
});

test('an entry is moved, and no other', () => {
  coach.look({ facts: [], nowMs: NOW_MS, offsetS: 0 });
  const keys = coach.plan({ context: 'desk', minutes: 8 }).routine.entries.map(({ key }) => key);
  assert.ok(keys.length > 2);
  const moved = coach.move(0, keys.length - 1).entries.map(({ key }) => key);
  assert.deepEqual(moved, [...keys.slice(1), keys[0]]);
  assert.deepEqual(coach.move(keys.length - 1, 0).entries.map(({ key }) => key), keys);
});

test('the very first session, stretches by name and stored routines are admitted', () => {
  coach.look({ facts: [], nowMs: NOW_MS, offsetS: 0 });
  assert.equal(coach.plan().routine.entries.length, 2);
  assert.ok(coach.named([coach.exercises.get('cat-cow')]).admitted);
  assert.ok(!coach.named([coach.exercises.get('cat-cow')], 'desk').admitted);
  assert.ok(coach.stored(0).admitted);
  const sore = make(table, 'answer', { question: 'chest-pain', ...{ at: NOW_MS, offset_s: 0, day: dateOf(NOW_MS / DAY_MS | 0) },
    yes: true, changed: NOW_MS });
  coach.look({ facts: [sore], nowMs: NOW_MS, offsetS: 0 });
  assert.equal(coach.plan().refused.reason, 'emergency');
});

test('on a day that hurts nothing is admitted, by name neither', () => {
  const [rating] = [make(table, 'rating', { id: 'r', ...moment(NOW_MS), moment: 'day', pain: 6, changed: NOW_MS })];
  coach.look({ facts: [rating], nowMs: NOW_MS, offsetS: 0 });
  const routine = coach.named([coach.exercises.get('chin-tuck')]);
  assert.ok(!routine.admitted && routine.sore.length > 0);
  assert.equal(table.core.uh_door_routine_may_play(), 0);
  coach.look({ facts: [{ ...rating, pain: 5 }], nowMs: NOW_MS, offsetS: 0 });
  const again = coach.named([coach.exercises.get('chin-tuck')]);
  assert.ok(again.admitted && again.sore === null);
});
