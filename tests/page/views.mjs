// SPDX-License-Identifier: MIT
// views.mjs BUILD SOURCE: every view in every theme, in both languages, with text of twice the size on a small phone:
// axe finds nothing, nothing runs out of the window, the console is quiet.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { finished, playing, ratedBefore, skipRatings, state, stoppedBefore } from './steps.mjs';
import { World, assertQuiet, facts, go, overflow, ready, shoot, sizes, tests, until, views } from './world.mjs';

const axe = readFileSync(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const world = await World.open();

/** What axe says against what is shown. */
async function findings(page) {
  // evaluated by the browser's own tools, so that the page's policy stays as it is
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    await page.evaluate(`${axe}; 0`);
  }
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
}

async function eachView(page, name, look) {
  for (const view of views) {
    await go(page, view);
    await page.waitForTimeout(60);
    await shoot(page, `${view.replaceAll('/', '-')}-${name}`);
    await look(view);
  }
  assertQuiet(page, name);
}

/** From the first question to the first session: both cards, and what follows from their answers. */
async function throughTheCards(page, look) {
  const press = async (act) => page.locator(`.question-card [data-act=${act}]`).click();
  const turn = async () => page.locator('.tick').first().click();
  await page.locator('[data-act=begin]').click();
  await look('card-emergency');
  await turn();
  await press('next');
  await page.waitForSelector('.question-card .warning');
  await look('outcome-emergency');
  await press('back');
  await turn();
  await press('none');
  await page.waitForSelector('.tick');
  await look('card-health');
  await turn();
  await press('next');
  await look('card-follow-up');
  await press('back');
  await turn();
  await press('none');
  await look('outcome-free');
  await press('done');
  await playing(page);
}

/** A page that has the focus at its heading is read from there; an alert would say it a second time. */
async function saidOnce(page) {
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  assert.equal(await page.locator('[role=alert]').count(), 0);
}

/** A session that is stopped, and all that may lie over it. */
async function throughAStop(page, look) {
  await until(async () => await page.locator('.session-step').textContent() !== '', 'the first cue');
  await look('session-running');
  await page.keyboard.press('Space');
  await until(async () => await state(page) === 'paused', 'a pause');
  await look('session-paused');
  for (const [key, name] of [['?', 'help'], ['k', 'skip'], ['s', 'stop']]) {
    await page.keyboard.press(key);
    await page.locator('dialog[open]').waitFor();
    await look(`session-sheet-${name}`);
    await page.keyboard.press(name === 'stop' ? '1' : 'Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
  await page.locator('.leaf [data-act=signs]').waitFor();
  await saidOnce(page);
  await look('session-stopped');
  await page.locator('[data-act=signs]').click();
  await page.locator('.leaf .stop-role').first().waitFor();
  await saidOnce(page);
  await look('session-call');
  await page.locator('.leaf .button-plain').click();
  await page.locator('[data-act=finish]').click();
  await page.locator('.today').waitFor();
}

/** One that is rated before and after, to its end. */
async function throughRatings(page, look) {
  await go(page, 'session/recipe/post-workout-8', 20);
  await page.locator('.scale').waitFor();
  await look('rating-before');
  await skipRatings(page);
  await page.locator('.button-start').click();
  await playing(page);
  await until(async () => {
    await page.keyboard.press('r');
    return page.evaluate(() => {
      const { core, session } = globalThis.unhunch;
      return core.exports.uh_door_session_worked(session.player.lastTick) > 0;
    });
  }, 'a stretch that is done');
  await page.keyboard.press('q');
  await page.locator('.scale').waitFor();
  await look('rating-after');
  await skipRatings(page);
  await finished(page);
  await page.locator('.leaf summary').click();
  await page.locator('.leaf label', { hasText: 'Worse' }).click();
  await look('session-finished');
  await go(page, 'session/recipe/post-workout-8');
  await page.locator('.scale button').last().click();
  await page.locator('.scale').waitFor();
  await skipRatings(page);
  await page.locator('.leaf .button-main').waitFor();
  await look('rest-today');
}

const themes = { light: {}, dark: { scheme: 'dark' }, contrast: { contrast: 'more' } };

await tests({
  async axe_finds_nothing_in_any_view_and_theme() {
    for (const [name, options] of Object.entries(themes)) {
      const page = await world.window({ ...options, motion: 'reduce' });
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), name === 'contrast' ? 'high-contrast' : name);
      await eachView(page, `${name}-laptop`, async (view) => assert.deepEqual(await findings(page), [], `${view} ${name}`));
      await page.context().close();
    }
  },

  async axe_finds_nothing_in_a_session_and_on_what_lies_over_it() {
    const found = [];
    for (const [name, options] of Object.entries(themes)) {
      const own = await World.open({ screened: false });
      const page = await own.window({ ...options, motion: 'reduce' });
      const look = async (what) => {
        await shoot(page, `${what}-${name}`);
        found.push(...(await findings(page)).map((finding) => `${what} ${name}: ${finding}`));
      };
      for (const through of [throughTheCards, throughAStop, throughRatings]) {
        await through(page, look);
      }
      assertQuiet(page, name);
      await own.end();
    }
    assert.deepEqual(found, []);
  },

  async every_view_works_on_a_small_phone_with_text_of_twice_the_size() {
    for (const [name, fontSize] of [['phone', 16], ['phone-200', 32]]) {
      const page = await world.window({ size: sizes.phone, fontSize, touch: true, language: 'de', scheme: fontSize === 16 ? 'dark' : 'light' });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${fontSize}px`);
      await eachView(page, `${name}-de`, async (view) => assert.deepEqual(await overflow(page), [], `${view} ${name}`));
      await page.context().close();
    }
  },

  async charts_fit_the_window_and_change_with_its_colours() {
    const own = await World.open();
    ratedBefore(own, Array.from({ length: 20 }, (_, day) => day + 1));
    own.command('log', '--stood');
    own.command('log', '--rest');
    for (const size of [sizes.phone, sizes.laptop]) {
      const page = await own.window({ size, language: 'de', scheme: 'dark' });
      await go(page, 'progress');
      await shoot(page, `progress-chart-${size.width}`, true);
      assert.ok(await page.locator('.chart path').count() >= 2, 'both courses are drawn');
      const out = await page.locator('.chart').evaluate((chart) => {
        const { left, right } = chart.querySelector('svg').getBoundingClientRect();
        const inside = (box) => box.left >= left - 1 && box.right <= right + 1;
        const frame = chart.getBoundingClientRect();
        const parts = [...chart.querySelectorAll('svg text, svg line, svg rect')];
        return [left < frame.left || right > frame.right ? 'the chart' : '',
          ...parts.map((part) => (inside(part.getBoundingClientRect()) ? '' : part.textContent || part.tagName))].filter((one) => one !== '');
      });
      assert.deepEqual(out, [], `${size.width}`);
      const ground = () => page.locator('.chart svg > rect').first().getAttribute('fill');
      const dark = await ground();
      await page.emulateMedia({ colorScheme: 'light' });
      await until(async () => await ground() !== dark, 'the colours of the light page');
      assertQuiet(page, 'charts');
      await page.context().close();
    }
    await own.end();
  },

  async what_is_chosen_of_this_screen_holds() {
    const page = await world.window();
    await go(page, 'you');
    await page.locator('.chip', { hasText: 'Deutsch' }).click();
    await until(() => page.evaluate(() => document.documentElement.lang === 'de'), 'German');
    assert.equal(await page.locator('.brand img').evaluate((image) => image.naturalWidth), 512, 'the icon is a picture');
    const name = await page.locator('[data-way=you]').textContent();
    assert.notEqual(name, 'You');
    assert.equal(await page.title(), `${name} · unhunch`);
    await page.locator('.chip', { hasText: 'dunkel' }).click();
    await until(() => page.evaluate(() => document.documentElement.dataset.theme === 'dark'), 'dark');
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('h1').textContent(), name);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    assertQuiet(page, 'choices');
    await page.context().close();
  },

  async a_setting_reaches_the_store_and_the_next_plan() {
    const page = await world.window();
    await go(page, 'you');
    await page.locator('[data-setting=equipment] label', { hasText: 'An open doorway' }).click();
    await until(() => /doorway/.test(world.command('profile', '--json')), 'the setting in the store');
    await page.locator('[data-setting=minutes] input').fill('8');
    await page.locator('[data-setting=minutes] input').blur();
    await until(() => /"minutes"[^}]*8/.test(world.command('profile', '--json')), 'eight minutes');
    await go(page, 'plan');
    assert.equal(await page.locator('input[name="How long"][value="8"]').count(), 1, 'the usual length is offered');
    assertQuiet(page, 'settings');
    await page.context().close();
  },

  async a_plan_is_changed_by_key_and_says_why() {
    const page = await world.window();
    await go(page, 'plan');
    const keys = () => page.locator('.plan-item').evaluateAll((items) => items.map((item) => item.dataset.key));
    const before = await keys();
    assert.ok(before.length >= 2);
    const told = await page.locator('.plan-item > div, .plan-out li > div').evaluateAll((all) => all.map((one) =>
      [one.querySelector('a')?.textContent, one.querySelector('p:last-of-type')?.textContent]).filter(([name]) => name));
    assert.deepEqual(told.filter(([name, reason]) => reason.startsWith(`${name}:`)), [], 'a name is said once');
    await page.locator('.plan-item').first().locator('[data-act=down]').press('Enter');
    await until(async () => (await keys())[1] === before[0], 'the other order');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.plan-item').dataset.key), before[0], 'the focus goes with it');
    await page.locator('.plan-item').first().locator('[data-act=close]').press('Enter');
    await until(async () => !(await keys()).includes(before[1]), 'without it');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'close', 'at the next one');
    await until(async () => await page.locator('.unseen[role=status]').first().textContent() === await page.locator('h1').textContent(),
      'what it became is said');
    const put = page.locator('ul.plain li', { has: page.locator(`a[href="#/stretch/${before[1]}"]`) });
    assert.match(await put.textContent(), /./);
    await put.locator('[data-act=put-in]').click();
    await until(async () => (await keys()).includes(before[1]), 'with it again');
    await go(page, 'session/plan');
    assertQuiet(page, 'plan');
    await page.context().close();
  },

  async who_chooses_by_key_stays_where_they_are() {
    const page = await world.window({ size: sizes.phone, motion: 'reduce' });
    for (const [view, name] of [['today', 'How long'], ['today', 'Where or when'], ['plan', 'How long'], ['you', 'Colours'], ['you', 'Language']]) {
      await go(page, view);
      const radios = page.locator(`input[name="${name}"]`);
      await radios.and(page.locator(await radios.and(page.locator(':checked')).count() > 0 ? ':checked' : '*')).first().focus();
      const before = await page.evaluate(() => ({ y: scrollY, value: document.activeElement.value }));
      const main = await page.evaluateHandle(() => document.querySelector('main').firstElementChild);
      await page.keyboard.press('ArrowDown');
      await until(() => page.evaluate((was) => !was.isConnected, main), 'it is shown anew');
      const after = await page.evaluate(() => ({ y: scrollY, type: document.activeElement.type, checked: document.activeElement.checked,
        value: document.activeElement.value }));
      assert.deepEqual({ type: after.type, checked: after.checked }, { type: 'radio', checked: true }, `${view} ${name}`);
      assert.notEqual(after.value, before.value);
      assert.ok(Math.abs(after.y - before.y) < 200, `${view} ${name}: from ${before.y} to ${after.y}`);
      await page.keyboard.press('ArrowUp');
      await until(async () => await page.evaluate(() => document.activeElement.value) === before.value, 'as before');
    }
    assertQuiet(page, 'chosen by key');
    await page.context().close();
  },

  async what_was_noted_is_taken_back_after_a_question() {
    const own = await World.open();
    const page = await own.window();
    await go(page, 'progress');
    for (const words of ['I stood up and walked', 'A bad day']) {
      await page.getByRole('button', { name: words }).click();
      await page.locator('.toast', { hasText: words === 'A bad day' ? 'Start doses today' : 'It counts in full' }).waitFor();
    }
    const items = page.locator('.log-item', { has: page.locator('[data-act=forget]') });
    const count = await items.count();
    assert.ok(count >= 2, `${count} that may go`);
    await items.first().locator('[data-act=forget]').click();
    await shoot(page, 'progress-forget');
    await page.locator('.sheet').getByRole('button', { name: 'Keep it' }).click();
    await until(async () => await page.locator('.sheet').count() === 0, 'closed');
    assert.equal(await items.count(), count);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'forget');
    await page.keyboard.press('Enter');
    await page.locator('.sheet').getByRole('button', { name: 'Take it back' }).click();
    await until(async () => await items.count() === count - 1, 'one is gone');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.act), 'forget', 'at its neighbour');
    await until(() => facts(own).filter(({ record }) => record === 'break' || record === 'day').length === 1, 'in the store, too');
    assertQuiet(page, 'taken back');
    await own.end();
  },

  async what_was_set_aside_comes_back_by_a_button() {
    const own = await World.open();
    stoppedBefore(own, 'chin-tuck', [2, 1]);
    const page = await own.window();
    await go(page, 'plan');
    const aside = page.locator('ul.plain li', { has: page.locator('a[href="#/stretch/chin-tuck"]') });
    assert.doesNotMatch(await aside.textContent(), /unhunch/);
    await go(page, 'stretch/chin-tuck');
    assert.match(await page.locator('header .note').textContent(), /set aside after it hurt twice/);
    assert.equal(await page.getByRole('button', { name: 'Do it now' }).count(), 0);
    await go(page, 'plan');
    await shoot(page, 'plan-set-aside', true);
    await aside.locator('[data-act=try-again]').click();
    await until(async () => await page.locator('[data-act=try-again]').count() === 0, 'it may be offered');
    await until(() => facts(own).some(({ mark }) => mark === 'try-again'), 'it is known');
    await go(page, 'stretch/chin-tuck');
    await page.getByRole('button', { name: 'Do it now' }).waitFor();
    assertQuiet(page, 'set aside');
    await own.end();
  },

  async a_search_finds_by_the_words_of_a_person() {
    const page = await world.window({ motion: 'reduce' });
    await go(page, 'library');
    await page.fill('#search', 'stiff neck');
    await page.getByText('Nothing here answers to all of that; to some of it:').waitFor();
    assert.equal(await page.locator('.shelf li').first().getAttribute('data-key'), 'neck-flexion-extension');
    await page.fill('#search', 'door squats');
    await until(async () => await page.locator('.shelf li').count() === 1, 'one stretch');
    assert.equal(await page.locator('.shelf li').getAttribute('data-key'), 'doorway-stretch');
    await page.locator('.shelf a').press('Enter');
    await page.waitForSelector('.steps li');
    await page.locator('.stage input[type=range]').focus();
    const label = () => page.locator('.stage input[type=range]').getAttribute('aria-valuetext');
    const was = await label();
    await page.keyboard.press('End');
    assert.notEqual(await label(), was, 'the slider says where it is');
    assertQuiet(page, 'search');
    await page.context().close();
  },

  async figures_rest_where_nobody_wants_movement() {
    const page = await world.window({ motion: 'reduce' });
    await go(page, 'stretch/cat-cow');
    const picture = () => page.locator('.stage canvas').evaluate((canvas) => canvas.toDataURL());
    const first = await picture();
    await page.waitForTimeout(700);
    assert.equal(await picture(), first);
    await page.context().close();
    const moving = await world.window();
    await go(moving, 'stretch/cat-cow');
    const before = await moving.locator('.stage canvas').evaluate((canvas) => canvas.toDataURL());
    await until(async () => await moving.locator('.stage canvas').evaluate((canvas) => canvas.toDataURL()) !== before, 'it moves');
    await moving.context().close();
  },
}, { keep: true });
await world.end();
