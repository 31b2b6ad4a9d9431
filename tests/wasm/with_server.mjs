// SPDX-License-Identifier: MIT
// with_server.mjs BUILD SOURCE: the page's data beside the real programs: a session kept through sync and the server is
// the record that the terminal makes of the same session, also where the server is killed in between.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { newHome, run, Served, unhunch } from '../web/served.mjs';

const [build] = process.argv.slice(2);
process.env.UH_WASM = join(build, 'web', 'core.wasm');
process.env.UH_CATALOGUE = join(build, 'gen', 'catalogue.bin');
process.env.UH_PROGRAM = unhunch;
const { makeCoach, screened } = await import('./made.mjs');
const { settled, Timers } = await import('./server_double.mjs');
const { Keeper } = await import('../../web/keeper.js');
const { standing } = await import('../../web/screener.js');
const { History } = await import('../../web/history.js');
const { MemoryShelf, Store } = await import('../../web/store.js');
const { Sync } = await import('../../web/sync.js');

const STRETCHES = ['shoulder-blade-squeeze', 'chin-tuck', 'seated-cervical-rotation'];

/** A tab at a real server, whose own clock the test moves. */
async function openTab(served, shelf = new MemoryShelf(), wallMs = Date.now()) {
  const coach = makeCoach();
  const store = await Store.open(coach.facts, shelf);
  const timers = new Timers();
  const ask = async (method, path, body, media = 'application/x-ndjson') => {
    const { status, text } = await served.ask(method, `/${path}`, { body,
      fields: body === undefined ? {} : { 'Content-Type': media } });
    return { status, text };
  };
  const sync = new Sync(store, { ask, later: timers.later, alone: (_, call) => call() });
  const clock = { bootMs: 3600000, wallMs, offsetS: 0 };
  const shell = { now: () => ({ ...clock }), write: (facts) => void store.write(facts) };
  const tab = { coach, store, shelf, sync, timers, clock, shell, keeper: new Keeper(coach, shell) };
  tab.look = () => coach.look({ facts: store.facts(), nowMs: clock.wallMs, offsetS: 0, config: sync.config() });
  await sync.refresh();
  tab.look();
  return tab;
}

/** Plays on, a tick a second, until so many seconds have passed or it is over. */
function pass({ coach, keeper, clock }, seconds = Infinity) {
  const isDone = () => new Float64Array(coach.core.memory.buffer, coach.core.uh_door_session_view(clock.bootMs), 1)[0] === 3;
  for (let i = 0; i < seconds && !isDone(); i++) {
    clock.bootMs += 1000;
    clock.wallMs += 1000;
    while (keeper.next(clock.bootMs));
  }
}

/** Who has not answered the questions does so. */
function begin(tab) {
  if (standing(tab.coach).state === 'never') {
    tab.store.write(screened(tab.coach, tab.clock.wallMs));
    tab.look();
  }
  tab.coach.named(STRETCHES.map((key) => tab.coach.exercises.get(key)), 'desk');
  tab.keeper.prepare({ origin: 'names' });
  assert.equal(tab.keeper.start(), 0);
}

/** Once everything that is under way has an answer. */
async function sent({ store, sync }) {
  await store.settle();
  do {
    await sync.flush();
    await settled();
  } while (sync.isSending);
}

/** The server of a test, which ends with it whatever happens. */
async function serve(t, how) {
  const served = await Served.start(how);
  t.after(() => served.child.kill('SIGKILL'));
  return served;
}

const withoutIds = (facts) => facts.map(({ id, session, changed, ...fact }) => fact);

test('a session in the page ends in the store as the same record as in the terminal', async (t) => {
  const fake = join(build, 'tests', 'fake', 'unhunch');
  const { environment } = newHome();
  const terminal = (...words) => execFileSync(fake, words, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  terminal('screen', '--none');
  const answers = terminal('export', 'jsonl');
  terminal('stretch', ...STRETCHES, '--context', 'desk', '--plain', '--mute');
  const kinds = ['session', 'entry', 'set'];
  const lines = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  const wanted = withoutIds(lines(terminal('export', 'jsonl')).filter(({ record }) => kinds.includes(record)));

  const served = await serve(t);
  await served.open();
  assert.equal((await served.lines('POST', '/api/v1/facts', answers)).status, 200);
  const tab = await openTab(served, undefined, wanted[0].began);
  begin(tab);
  pass(tab);
  tab.keeper.end();
  await sent(tab);
  const kept = lines(run(unhunch, ['export', 'jsonl'], served.home.environment).stdout);
  assert.deepEqual(withoutIds(kept.filter(({ record }) => kinds.includes(record))), wanted);
  assert.equal(await tab.sync.waitingCount(), 0);
  assert.equal(await served.stop(), 0);
});

test('with the server killed in mid-session everything arrives once', async (t) => {
  let served = await serve(t);
  await served.open();
  const { home, port, cookie } = served;
  const tab = await openTab({ ask: (...request) => served.ask(...request) });
  begin(tab);
  pass(tab, 40);
  await sent(tab);
  assert.equal(await served.stop('SIGKILL'), 'SIGKILL');
  pass(tab, 60);
  await sent(tab);
  assert.equal(tab.sync.state, 'offline');
  served = await serve(t, { home, port });
  served.cookie = cookie;
  await tab.sync.refresh();
  await sent(tab);
  pass(tab);
  tab.keeper.end();
  tab.keeper.correct('all');
  await sent(tab);
  assert.equal(tab.sync.state, 'online');
  const { days: [{ sessions: [session, ...others] }] } = JSON.parse(run(unhunch, ['log', '--json'], home.environment).stdout);
  assert.deepEqual([others.length, session.end, session.correction], [0, 'complete', 'all']);
  assert.equal(session.sets.length, [...tab.store.facts({ kinds: ['set'] })].length);
  assert.equal(await served.stop(), 0);
});

test('a tab that died goes on in the next one, beside the same server', async (t) => {
  const served = await serve(t);
  await served.open();
  const first = await openTab(served);
  begin(first);
  pass(first, 100);
  await sent(first);
  const next = await openTab(served, new MemoryShelf(), first.clock.wallMs + 60000); // another browser even
  const left = next.keeper.left(next.store.facts());
  assert.equal(left.state, 'ready');
  assert.equal(next.keeper.goOn(), 0);
  pass(next); // in a chair it runs at once
  next.keeper.end();
  await sent(next);
  const { days: [{ sessions }] } = JSON.parse(run(unhunch, ['log', '--json'], served.home.environment).stdout);
  assert.deepEqual(sessions.map(({ end }) => end), ['complete']);
  assert.equal(await served.stop(), 0);
});

test('what the terminal writes the page sees, and the other way round', async (t) => {
  const served = await serve(t);
  await served.open();
  const tab = await openTab(served);
  const terminal = (...words) => run(unhunch, words, served.home.environment);
  assert.equal(terminal('profile', 'minutes=9').status, 0);
  assert.equal(terminal('log', '--stood').status, 0);
  await tab.sync.refresh();
  tab.look();
  assert.equal(tab.coach.usual().minutes, 9);
  const past = new History(tab.coach, tab.store, tab.shell);
  assert.notEqual(past.today().week, null);
  past.noteDay('flare');
  tab.store.write(tab.coach.settingFact('minutes', '12', tab.clock.wallMs).facts);
  await sent(tab);
  assert.equal(JSON.parse(terminal('profile', '--json').stdout).minutes.value, 12);
  const [{ id }] = JSON.parse(terminal('log', '--json').stdout).days[0].marks;
  assert.ok(await past.delete(id));
  await sent(tab);
  assert.deepEqual(JSON.parse(terminal('log', '--json').stdout).days[0].marks, []);
  assert.ok(await tab.sync.purge());
  assert.equal(terminal('export', 'jsonl').stdout, '');
  assert.equal(await served.stop(), 0);
});
