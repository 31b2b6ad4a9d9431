// SPDX-License-Identifier: MIT
// session.mjs BUILD SOURCE: whole sessions in a real browser: by keyboard alone, in three sizes, stopped, undone, left and
// taken up again, with the machine away; and the same record as in the terminal.
import assert from 'node:assert/strict';
import { run, unhunch } from '../web/served.mjs';
import { World, assertQuiet, facts, go, ready, shoot, sizes, tests, until } from './world.mjs';
import { finished, lastSession, playing, sessionsOf, setsOf, skipRatings, start, state, stoppedBefore } from './steps.mjs';

const speed = 40;
/** What one finds, the next one frees. */
const collections = 3;
/** Between two looks at the heap. */
const lookMs = 3000;
/** The heap stands higher for a look or two, now and then; the lowest of so many is where it stands. */
const spellLooks = 4;
/** Code that is met for the first time takes room once, later on a slower machine: more spells may show that it stays. */
const spellsAtMost = 5;
/** Coarse, for what leaks two kilobytes a picture: V8 itself keeps and forgets more than less. `make bench` looks at thirty minutes. */
const flatBytes = 100 * 1024;

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page, selector) {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${selector}`);
}

const phase = (page) => page.locator('.session-phase').textContent();

await tests({
  async a_first_visit_by_keyboard_alone_leads_to_a_session_that_is_kept() {
    const world = await World.open({ screened: false });
    const page = await world.window();
    await go(page, 'today', speed);
    await tabTo(page, '[data-act=begin]');
    await shoot(page, 'first-welcome');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-act=none]');
    await shoot(page, 'first-emergency', true);
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-act=none]');
    await shoot(page, 'first-health', true);
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-act=done]');
    await shoot(page, 'first-outcome', true);
    await page.keyboard.press('Enter');
    await playing(page);
    await page.keyboard.press('Space');
    await until(async () => await state(page) === 'paused', 'a pause by the space bar');
    const waits = await page.locator('.dial b').textContent();
    await page.waitForTimeout(400);
    assert.equal(await page.locator('.dial b').textContent(), waits, 'a pause is a pause');
    await page.keyboard.press('Space');
    await until(async () => await state(page) === 'running', 'on again');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog .keys');
    await page.keyboard.press('Escape');
    await until(async () => await state(page) === 'running', 'the help gives the session back');
    await finished(page);
    await page.locator('.leaf input').first().focus();
    await page.keyboard.press('Space');
    await tabTo(page, '.leaf > .button-main');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.today');
    await until(() => lastSession(world)?.end === 'complete' && lastSession(world)?.helped === 'better', 'the session in the store');
    assert.equal(lastSession(world).simulated, true);
    assertQuiet(page, 'the first visit');
    await world.end();
  },

  async a_desk_session_leaves_the_same_record_as_in_the_terminal() {
    const world = await World.open();
    world.command('stretch', 'desk-5', '--plain', '--mute', '--speed', '60');
    const terminal = setsOf(facts(world), lastSession(world));
    const page = await world.window();
    await go(page, 'session/recipe/desk-5', speed);
    await skipRatings(page);
    await tabTo(page, '.button-start');
    await page.keyboard.press('Enter');
    await playing(page);
    await finished(page);
    await until(() => lastSession(world).routine === 'desk-5' && sessionsOf(world).length === 2 && lastSession(world).end === 'complete',
      'both sessions in the store');
    const browser = setsOf(facts(world), lastSession(world));
    assert.ok(browser.length > 4);
    assert.deepEqual(browser, terminal);
    assertQuiet(page, 'a desk session');
    await world.end();
  },

  async the_stretch_of_a_break_begins_by_its_address_alone() {
    const world = await World.open();
    const [offered] = JSON.parse(world.command('plan', '--micro', '--context', 'desk', '--json')).routine;
    const page = await world.window();
    await page.goto(world.token({ at: 'session/micro' }));
    await playing(page);
    await until(async () => (await page.locator('.session-step').textContent()) !== '', 'the first cue');
    assert.equal(await state(page), 'running');
    await shoot(page, 'session-micro');
    assert.equal(await page.evaluate(() => location.hash), '#/session/resume');
    await until(() => lastSession(world)?.origin === 'break', 'where it comes from');
    const entry = facts(world).find(({ record }) => record === 'entry');
    assert.equal(entry.exercise, offered.exercise);
    // a reload goes on with it, and begins no second one
    await page.reload();
    await ready(page);
    await playing(page);
    assert.equal(sessionsOf(world).length, 1);
    assertQuiet(page, 'a break');
    await world.end();
  },

  async the_session_is_whole_in_every_size() {
    const world = await World.open();
    for (const [name, options] of Object.entries({ phone: { size: sizes.phone, touch: true, language: 'de', scheme: 'dark' },
      'phone-200': { size: sizes.phone, touch: true, fontSize: 32 }, side: { size: { width: 640, height: 360 }, touch: true },
      laptop: {}, wall: { size: sizes.wall, scheme: 'dark' } })) {
      const page = await world.window(options);
      await go(page, 'session/names/doorway-stretch');
      await skipRatings(page);
      await page.locator('.button-start').click();
      await playing(page);
      await page.keyboard.press('r');
      await until(async () => (await page.locator('.session-side').textContent()) !== '', 'a side');
      await page.waitForTimeout(6500);
      await shoot(page, `session-${name}`);
      const out = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
        const seen = ['pause', 'stop'].filter((act) => {
          const box = document.querySelector(`[data-act=${act}]`).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight + 1 && box.height >= 40 && box.width >= 40;
        });
        return { wide, seen };
      });
      assert.deepEqual(out, { wide: false, seen: ['pause', 'stop'] }, name);
      if (name === 'laptop' || name === 'phone') {
        const high = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        assert.ok(high <= 1, `${name}: nothing to scroll, but ${high} px`);
      }
      await page.locator('[data-act=stop]').click();
      await page.waitForSelector('dialog [data-choice="4"]');
      await shoot(page, `session-why-${name}`);
      await page.keyboard.press('4');
      await page.waitForSelector('.leaf [data-act=finish]');
      await page.locator('[data-act=finish]').click();
      await page.waitForSelector('.today');
      assertQuiet(page, name);
      await page.context().close();
    }
    await world.end();
  },

  async nobody_gets_past_the_questions_by_an_address_or_a_button() {
    const world = await World.open({ screened: false });
    const page = await world.window();
    for (const address of ['session/plan', 'session/minutes/7', 'session/micro', 'session/first', 'session/resume', 'session/recipe/desk-5',
      'session/names/chin-tuck']) {
      await page.goto(`${world.origin}/#/${address}`);
      await page.waitForFunction(() => location.hash === '#/first');
      await page.waitForSelector('[data-act=begin]');
    }
    for (const view of ['stretch/chin-tuck', 'plan', 'library']) {
      await go(page, view);
      await page.locator('main .button-main, main a[href^="#/session/"]').first().click();
      await page.waitForFunction(() => location.hash === '#/first');
      await page.waitForSelector('[data-act=begin]');
    }
    for (const address of ['constructor', 'stretch/%']) {
      await page.goto(`${world.origin}/#/${address}`);
      await page.waitForSelector('main h1');
    }
    assert.deepEqual(facts(world), []);
    assertQuiet(page, 'without answers');
    await world.end();
  },

  async a_stop_that_needs_help_is_known_everywhere() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'session/names/chin-tuck');
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    await page.keyboard.press('s');
    await page.keyboard.press('2');
    await page.locator('[data-act=signs]').click();
    await page.waitForSelector('.leaf .stop-role');
    await until(() => facts(world).some(({ question, yes }) => question === 'stop-emergency' && yes), 'the answer in the store');
    await page.locator('.leaf .button-main').click(); // nobody taps "seen" on it
    for (const address of ['session/plan', 'session/first', 'session/resume', 'session/recipe/desk-5', 'session/names/cat-cow']) {
      await page.goto(`${world.origin}/#/${address}`);
      await page.waitForFunction(() => location.hash === '#/questions');
      await page.waitForSelector('.question-card');
    }
    const other = await world.window(); // a browser that knows nothing of it
    await other.goto(`${world.origin}/#/session/names/cat-cow`);
    await other.waitForFunction(() => location.hash === '#/questions');
    const { status } = run(unhunch, ['stretch', 'chin-tuck', '--plain', '--mute', '--acknowledge'], world.environment);
    assert.equal(status, 3, 'the terminal knows it, too');
    assert.equal(sessionsOf(world).length, 1);
    assertQuiet(page, 'help is needed');
    await world.end();
  },

  async a_stop_says_what_to_do_now_and_can_be_taken_back() {
    const world = await World.open();
    stoppedBefore(world, 'cat-cow', [1]);
    const page = await world.window();
    await go(page, 'session/names/cat-cow');
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    await page.keyboard.press('r');
    await page.keyboard.press('s');
    await page.waitForSelector('dialog [data-choice="1"]');
    assert.equal(await state(page), 'paused');
    await page.keyboard.press('Escape');
    await until(async () => await state(page) === 'running', 'pressed by mistake');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog [data-choice="2"]');
    await page.keyboard.press('2');
    await page.waitForSelector('.leaf [data-act=signs]');
    await shoot(page, 'session-stopped-nerve', true);
    assert.match(await page.locator('.leaf').textContent(), /emergency number/);
    await page.keyboard.press('u');
    await playing(page);
    await until(async () => await state(page) === 'running', 'it goes on');
    await page.keyboard.press('s');
    await page.keyboard.press('1');
    await page.waitForSelector('.leaf [data-act=signs]');
    assert.match(await page.locator('.leaf').textContent(), /for the second time, so this stretch is set aside/);
    await page.locator('[data-act=signs]').click();
    await page.waitForSelector('.leaf .stop-role');
    await shoot(page, 'session-call', true);
    await page.locator('.leaf .button-plain').click();
    await page.waitForSelector('[data-act=finish]');
    await page.locator('[data-act=finish]').click();
    await until(() => lastSession(world)?.end === 'stopped' && lastSession(world)?.reason === 'pain', 'stopped for pain');
    assert.ok(facts(world).some((fact) => fact.record === 'mark' && fact.mark === 'stop' && fact.reason === 'pain'));
    assertQuiet(page, 'stops');
    await world.end();
  },

  async stop_is_one_key_away_under_the_help_and_the_reasons_to_skip() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'session/names/cat-cow');
    await start(page);
    for (const [key, sheet] of [['?', 'dialog .keys'], ['k', 'dialog [data-choice="3"]']]) {
      await page.keyboard.press(key);
      await page.waitForSelector(sheet);
      await page.keyboard.press('Control+s');
      assert.equal(await page.locator(sheet).count(), 1, 'a key of the browser is none of the session');
      await page.keyboard.press('s');
      await page.locator('dialog h2', { hasText: 'Why stop?' }).waitFor();
      assert.equal(await page.locator('dialog').count(), 1, 'in place of what was open');
      assert.equal(await state(page), 'paused');
      await page.keyboard.press('Escape');
      await until(async () => await state(page) === 'running', 'pressed by mistake');
    }
    const name = await page.locator('.session h1').textContent();
    await page.keyboard.press('k');
    await page.waitForSelector('dialog [data-choice="3"]');
    await page.keyboard.press('Shift+S');
    await page.locator('dialog h2', { hasText: 'Why stop?' }).waitFor();
    assert.equal(await page.locator('.session h1').textContent(), name, 'nothing was skipped');
    await page.keyboard.press('4');
    await page.waitForSelector('.leaf [data-act=finish]');
    await until(() => lastSession(world)?.end === 'stopped', 'it is stopped');
    assertQuiet(page, 'stop from a sheet');
    await world.end();
  },

  async a_skip_an_ease_and_a_letter_that_means_nothing() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'session/recipe/desk-5');
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    const name = await page.locator('.session h1').textContent();
    await page.keyboard.press('x');
    await until(async () => await state(page) === 'paused', 'any letter pauses');
    await page.keyboard.press('x');
    await page.waitForTimeout(150);
    assert.equal(await state(page), 'paused', 'and never lets go on');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift');
    await page.locator('[data-act=pause]').click();
    await until(async () => await state(page) === 'running', 'on by the button');
    await page.keyboard.press('e');
    await until(async () => (await page.locator('.session-counts').textContent()).includes('easier'), 'the easier form');
    await page.keyboard.press('k');
    await page.waitForSelector('dialog [data-choice="3"]');
    await page.locator('[data-choice="3"]').click();
    await until(async () => await page.locator('.session h1').textContent() !== name, 'the next stretch');
    await page.keyboard.press('q');
    await finished(page);
    await page.locator('.leaf > .button-main').click();
    await until(() => lastSession(world)?.end === 'early', 'ended early');
    assertQuiet(page, 'skips');
    await world.end();
  },

  async a_session_that_was_left_or_whose_tab_crashed_goes_on_where_it_was() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'session/names/cat-cow');
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    await page.keyboard.press('r');
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      location.hash = '#/today';
    });
    await page.getByRole('button', { name: 'Go on' }).click();
    await playing(page);
    await until(async () => await state(page) === 'paused', 'it waits where it was');
    await page.keyboard.press('Space');
    await until(async () => await state(page) === 'running', 'and goes on');
    const client = await page.context().newCDPSession(page);
    const second = await page.context().newPage();
    client.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash');
    await second.goto(`${world.origin}/#/today`);
    await ready(second);
    await second.getByRole('button', { name: 'Go on' }).click();
    await playing(second);
    await second.keyboard.press('Space');
    await until(async () => await state(second) === 'running', 'after a crash, too');
    await second.keyboard.press('q');
    await finished(second);
    await until(() => lastSession(world)?.end === 'early', 'its end in the store');
    assert.equal(sessionsOf(world).length, 1, 'it is one session');
    await world.end();
  },

  async a_machine_that_was_away_and_a_clock_that_jumps_are_no_stretching() {
    const world = await World.open();
    const page = await world.window();
    await page.addInitScript(() => {
      globalThis.away = 0;
      globalThis.jump = 0;
      const now = performance.now.bind(performance);
      performance.now = () => now() + globalThis.away;
      const wall = Date.now.bind(Date);
      Date.now = () => wall() + globalThis.jump;
    });
    await go(page, 'session/names/chin-tuck');
    await page.reload();
    await ready(page);
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    await page.evaluate(() => {
      globalThis.jump = -3600000;
    });
    await page.waitForTimeout(600);
    assert.equal(await state(page), 'running', 'a clock that is set back changes nothing');
    const left = await page.evaluate(() => {
      globalThis.away = 60000;
      globalThis.jump += 60000;
      return document.querySelector('.dial b').textContent;
    });
    await until(async () => await state(page) === 'paused', 'it waited');
    assert.ok(Math.abs(Number(left) - Number(await page.locator('.dial b').textContent())) <= 1, 'where it was');
    assert.match(await page.locator('.session-next').textContent(), /away/);
    await page.keyboard.press('Space');
    await until(async () => await state(page) === 'running', 'and goes on');
    assertQuiet(page, 'away');
    await world.end();
  },

  async a_screen_reader_finds_names_and_hears_cues() {
    const world = await World.open();
    const page = await world.window({ motion: 'reduce' });
    await page.addInitScript(() => {
      delete globalThis.speechSynthesis;
      globalThis.heard = [];
    });
    await go(page, 'session/names/chin-tuck', 4);
    await page.reload();
    await ready(page);
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    await page.evaluate(() => new MutationObserver(() => {
      globalThis.heard.push(document.querySelector('.session > .unseen')?.textContent);
    }).observe(document.querySelector('.session > .unseen'), { childList: true, characterData: true, subtree: true }));
    for (const name of ['Back', 'Easier', 'Pause', 'Skip', 'Stop', 'Ready']) {
      await page.getByRole('button', { name: new RegExp(`^${name}$`, 'i') }).waitFor({ state: 'attached' });
    }
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Chin tuck');
    await until(() => page.evaluate(() => globalThis.heard.filter((words) => words).length >= 3), 'three cues');
    await page.keyboard.press('q');
    await finished(page);
    assertQuiet(page, 'a screen reader');
    await world.end();
  },

  async the_main_thread_has_time_to_spare_and_the_heap_stays_flat() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'session/recipe/whole-catalogue', 5); // 265 s: longer than all looks, whatever a collection takes
    world.command('profile', 'equipment=chair,floor,doorway,towel,foam-roller,long-foam-roller', 'places=desk,private-floor');
    await page.reload();
    await ready(page);
    await skipRatings(page);
    await page.locator('.button-start').click();
    await playing(page);
    const client = await page.context().newCDPSession(page);
    const heap = async () => {
      for (let i = 0; i < collections; i++) {
        await client.send('HeapProfiler.collectGarbage');
      }
      return (await client.send('Runtime.getHeapUsage')).usedSize;
    };
    const levels = [];
    while (levels.length < spellsAtMost && !(levels.at(-1) - levels.at(-2) <= flatBytes)) {
      const spell = [];
      while (spell.length < spellLooks) {
        await page.waitForTimeout(lookMs);
        spell.push(await heap());
      }
      levels.push(Math.min(...spell));
    }
    const costs = await page.evaluate(() => globalThis.unhunch.session.frameCosts.filter((one) => one > 0));
    const median = costs.sort((a, b) => a - b)[costs.length >> 1];
    console.log(`page_frame_ms ${median.toFixed(2)} median of ${costs.length}; page_heap_kb ${levels.map((bytes) => (bytes / 1024).toFixed(0)).join(' ')}`);
    assert.ok(costs.length > 100);
    assert.ok(levels.at(-1) - levels.at(-2) <= flatBytes, `the heap grows: ${levels}`);
    await playing(page);
    assertQuiet(page, 'frames');
    await world.end();
  },
});
