// SPDX-License-Identifier: MIT
// away.mjs BUILD SOURCE: what goes away in the middle of things: the server, the tab, the clock, the voice; and the page
// that has no server at all. Nothing is lost, and nothing is there twice.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { World, assertQuiet, facts, go, ready, serve, shoot, sizes, tests, until } from './world.mjs';
import { finished, firstSet, lastSession, playing, sessionsOf, setsOf, skipRatings, start, state, toTheEnd } from './steps.mjs';

const speed = 60;
const routine = 'desk-5';

/** What `routine` leaves behind when nothing goes away: each side of each set. @type {string[]} */
let whole = [];

/** A side of a set: no two of one session have the same. */
const sideOf = ({ entry, set_number, side }) => `${entry}/${set_number}/${side}`;

/** One session was played to its end; it has each side of each set once, as if nothing had happened. */
function assertWhole(world) {
  const sessions = sessionsOf(world);
  assert.equal(sessions.length, 1);
  assert.equal(sessions[0].end, 'complete');
  const sets = setsOf(facts(world), sessions[0]);
  assert.deepEqual(sets.filter(({ end }) => end === 'complete').map(sideOf).sort(), whole);
  const all = sets.map((set) => `${sideOf(set)}/${set.attempt}`);
  assert.equal(new Set(all).size, all.length, 'a set is there twice');
  assert.equal(JSON.parse(world.command('log', '--json')).sessions?.length ?? 1, 1);
}

/** All that is kept in this browser waits for nobody any more. */
const queueOf = (page) => page.evaluate(async () => (await globalThis.unhunch.data.store.shelf.load('queue')).length);

/** After one visit: the worker has every file. */
async function visited(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const complete = (world) => until(() => lastSession(world)?.end === 'complete', 'the whole session in the store');

/** Presses "finish" under what was done. */
async function finish(page) {
  await finished(page);
  await page.locator('.leaf > .button-main').click();
  await page.waitForSelector('.today');
}

/** As when memory is short: no script of the page hears of it. */
async function crash(page) {
  const crashed = page.waitForEvent('crash');
  const client = await page.context().newCDPSession(page);
  client.send('Page.crash').catch(() => {});
  await crashed;
}

/** `unhunch site`, and the plainest web server in front of it. */
async function siteOf(world) {
  const folder = mkdtempSync(join(tmpdir(), 'unhunch-site-'));
  world.command('site', folder);
  const { address, end } = await serve(folder);
  return { address, end() {
    end();
    rmSync(folder, { recursive: true, force: true });
  } };
}

const list = {
  async a_page_that_was_loaded_past_the_worker_is_its_again() {
    const world = await World.open();
    const page = await world.window();
    await visited(page);
    const client = await page.context().newCDPSession(page);
    await client.send('Page.reload', { ignoreCache: true });
    await ready(page);
    await visited(page);
    await world.end();
  },

  async a_session_without_a_server_arrives_once_when_it_is_back() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'today', speed);
    await visited(page);
    await world.kill();
    await page.reload();
    await ready(page);
    await page.evaluate((name) => {
      location.hash = `#/session/recipe/${name}`;
    }, routine);
    await page.waitForSelector('.leaf');
    await start(page);
    await finish(page);
    assert.ok(await queueOf(page) > whole.length);
    assert.equal(sessionsOf(world).length, 0);
    await go(page, 'you');
    await page.getByText('The program is not running now').first().waitFor();
    await shoot(page, 'away-you', true);
    await world.back();
    await complete(world);
    await until(async () => await queueOf(page) === 0, 'nothing waits');
    assertWhole(world);
    await page.reload();
    await ready(page);
    assertWhole(world);
    assertQuiet(page, 'no server', true);
    await world.end();
  },

  async a_server_that_dies_in_mid_session_has_all_of_it_in_the_end() {
    const world = await World.open();
    const page = await world.window();
    await go(page, `session/recipe/${routine}`, speed);
    await start(page);
    await firstSet(world, page);
    await world.kill();
    await page.waitForTimeout(700);
    await world.back();
    await finish(page);
    await complete(world);
    await until(async () => await queueOf(page) === 0, 'nothing waits');
    assertWhole(world);
    assertQuiet(page, 'another server', true);
    await world.end();
  },

  async a_tab_that_crashes_goes_on_where_it_was() {
    const world = await World.open();
    const page = await world.window();
    await page.context().addInitScript(() => { // a real session, on a clock that is in a hurry
      const now = performance.now.bind(performance);
      performance.now = () => now() * 2;
    });
    await go(page, 'session/names/doorway-stretch');
    await page.reload();
    await ready(page);
    await start(page);
    await firstSet(world, page);
    await crash(page);
    const next = await world.tab(page, 'today', 1);
    await next.getByRole('button', { name: 'Go on' }).waitFor();
    await shoot(next, 'away-go-on');
    await next.getByRole('button', { name: 'Go on' }).click();
    await next.waitForSelector('.session');
    await until(async () => await state(next) === 'running', 'who stands is in place');
    await shoot(next, 'away-gone-on');
    await toTheEnd(next);
    await complete(world);
    assert.equal(sessionsOf(world).length, 1);
    const sets = setsOf(facts(world), lastSession(world));
    assert.deepEqual(sets.filter(({ end }) => end === 'complete').map(sideOf), ['0/1/left', '0/1/right']);
    assert.ok(sets.every(({ end, attempt }) => end === 'complete' || attempt === 1), 'what was interrupted was done again');
    assertQuiet(next, 'a crash');
    await world.end();
  },

  async of_two_tabs_one_has_the_session_and_the_other_says_so() {
    const world = await World.open();
    const page = await world.window();
    await go(page, `session/recipe/${routine}`, 4);
    const early = await world.tab(page, 'session/plan', speed); // it was there before
    await skipRatings(early);
    await early.locator('.button-start').waitFor();
    await page.bringToFront();
    await start(page);
    const other = await world.tab(page, 'today', speed);
    await other.getByText('plays in another window').waitFor();
    await shoot(other, 'away-two-tabs');
    assert.equal(await other.getByRole('button', { name: 'Go on' }).count(), 0, 'nothing to go on with');
    await early.bringToFront();
    await early.locator('.button-start').click();
    await early.getByText('plays in another window').waitFor();
    assert.equal(await early.locator('.session').count(), 0);
    await page.bringToFront();
    assert.equal(sessionsOf(world).length, 1);
    await page.keyboard.press('q');
    await finish(page);
    await until(() => lastSession(world)?.end === 'early', 'it ended');
    await other.bringToFront();
    await until(async () => await other.getByText('plays in another window').count() === 0, 'the other is free');
    await other.locator('[data-act=start]').waitFor();
    assertQuiet(page, 'one tab');
    assertQuiet(other, 'the other tab');
    assertQuiet(early, 'the tab that was there before');
    await world.end();
  },

  async a_clock_that_is_set_back_or_ahead_changes_nothing_in_the_record() {
    for (const jump of [-3600000, 3600000]) {
      const world = await World.open();
      const page = await world.window();
      await page.addInitScript(() => {
        globalThis.jump = 0;
        const wall = Date.now.bind(Date);
        Date.now = () => wall() + globalThis.jump;
      });
      await go(page, `session/recipe/${routine}`, jump > 0 ? speed / 3 : speed); // what it waits in is to be seen
      await start(page);
      await firstSet(world, page);
      await page.evaluate((ms) => {
        globalThis.jump = ms;
      }, jump);
      if (jump > 0) { // a machine that slept looks the same: it waits, and loses nothing
        await until(async () => await state(page) === 'paused', 'it waits');
        await page.keyboard.press('Space');
      }
      await finish(page);
      await complete(world);
      await until(async () => await queueOf(page) === 0, 'nothing waits');
      assertWhole(world);
      assertQuiet(page, `a clock that jumps by ${jump}`);
      await world.end();
    }
  },

  async a_small_phone_with_large_text_without_voice_or_movement_leads_to_the_end() {
    const world = await World.open();
    const page = await world.window({ size: sizes.phone, touch: true, fontSize: 32, motion: 'reduce' });
    await page.addInitScript(() => {
      delete globalThis.speechSynthesis;
      delete globalThis.AudioContext;
      globalThis.pictures = new Set();
    });
    await go(page, `session/recipe/${routine}`, speed);
    await start(page);
    await page.evaluate(() => setInterval(() => {
      const canvas = document.querySelector('canvas.actor');
      canvas && globalThis.pictures.add(canvas.toDataURL());
    }, 100));
    await page.waitForTimeout(600);
    await shoot(page, 'away-plain-phone');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await finish(page);
    assert.ok(await page.evaluate(() => globalThis.pictures.size) > 2, 'key poses, one after another');
    await complete(world);
    assertWhole(world);
    assertQuiet(page, 'plain');
    await world.end();
  },

  async who_never_stretched_gets_the_first_session_of_the_terminal_with_a_server_and_without() {
    const world = await World.open();
    const keys = JSON.parse(world.command('plan', '--json')).routine.map(({ exercise }) => exercise);
    const site = await siteOf(world);
    for (const address of [world.token(), site.address]) {
      const page = await world.window({ address });
      await page.evaluate((text) => globalThis.unhunch.data.takeIn(text), world.command('export', 'jsonl'));
      await go(page, 'today');
      assert.deepEqual(await page.locator('.plan-strip a').evaluateAll((links) => links.map(({ hash }) => hash)),
        keys.map((key) => `#/stretch/${key}`), address);
      assert.equal(await page.locator('input[name="How long"]:checked').count(), 0, 'nobody asked for so many minutes');
      await go(page, 'plan');
      assert.deepEqual(await page.locator('.plan-item').evaluateAll((items) => items.map((item) => item.dataset.key)), keys);
      assert.ok(await page.getByText('the very first session stays short').count() > 0);
      await page.locator('main .button-main').click();
      await page.locator('.scale').waitFor();
      await skipRatings(page);
      await playing(page);
      assert.equal(await page.evaluate(() => globalThis.unhunch.session.prepared.routine.entries.length), keys.length);
      await page.context().close();
    }
    site.end();
    await world.end();
  },

  async a_site_without_a_server_keeps_its_history_and_hands_it_on() {
    const world = await World.open();
    const { address, end } = await siteOf(world);
    const page = await world.window({ address: `${address}?speed=${speed}` });
    await page.locator('[data-act=begin]').click();
    await page.locator('[data-act=none]').click();
    await page.locator('[data-act=none]').click();
    await page.locator('[data-act=done]').click();
    await finish(page);
    await visited(page);
    end();
    await page.reload();
    await ready(page);
    await page.locator('[data-act=start]').waitFor();
    await shoot(page, 'away-site');
    await page.evaluate(() => {
      location.hash = '#/you';
    });
    await page.locator('[data-act=import]:enabled').waitFor();
    assert.equal(await page.getByText('The program is not running now').count(), 0, 'a site has no program');
    assert.equal(await queueOf(page), 0, 'nothing waits for nobody');
    const saved = page.waitForEvent('download');
    await page.locator('[data-act=export]').click();
    const file = await (await saved).path();
    const lines = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    assert.equal(lines.filter(({ record }) => record === 'session').length, 1);
    assert.ok(lines.some(({ record }) => record === 'set'));
    assert.deepEqual(page.complaints, [], 'it asks for nothing that is not there');

    const again = await siteOf(world);
    const other = await world.window({ address: again.address });
    await other.evaluate(() => {
      location.hash = '#/you';
    });
    await other.locator('input[type=file]').setInputFiles({ name: 'history.jsonl', mimeType: 'application/x-ndjson',
      buffer: readFileSync(file) });
    await other.locator('.toast').waitFor();
    await go(other, 'today');
    await other.locator('[data-act=start]').waitFor();
    await shoot(other, 'away-site-moved');
    const kept = await other.evaluate(async () => (await globalThis.unhunch.data.store.shelf.load('facts')).length);
    assert.equal(kept, lines.length);
    assert.deepEqual(other.complaints, []);
    again.end();
    await world.end();
  },
};

{
  const world = await World.open();
  world.command('stretch', routine, '--plain', '--mute', '--speed', '100');
  whole = setsOf(facts(world), lastSession(world)).map(sideOf).sort();
  assert.ok(whole.length > 4);
  await world.end();
}
await tests(list);
