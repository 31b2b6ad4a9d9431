// SPDX-License-Identifier: MIT
// hands.mjs BUILD SOURCE: what hands do with the page that nobody planned: hold a key down, press twice, tap twice, go back,
// reload, type a ten; and where the focus is after each of it.
import assert from 'node:assert/strict';
import { playing, sessionsOf, start, state } from './steps.mjs';
import { World, assertQuiet, facts, go, ready, sizes, tests, until } from './world.mjs';

const world = await World.open();
const focus = (page) => page.evaluate(() => {
  const { tagName, dataset, textContent } = document.activeElement;
  return { tag: tagName, act: dataset.act ?? '', words: textContent.slice(0, 40) };
});
const press = (page, key) => page.keyboard.press(key);
/** As a keyboard repeats a key that is not let go. */
async function hold(page, key, times) {
  for (let i = 0; i < times; i++) {
    await page.keyboard.down(key);
  }
  await page.keyboard.up(key);
}

await tests({
  async a_key_that_is_held_or_pressed_twice_forgets_nothing() {
    const page = await world.window();
    await go(page, 'you');
    const count = facts(world).length;
    assert.ok(count > 0);
    await page.locator('[data-act=ask-purge]').focus();
    await hold(page, 'Enter', 4);
    await page.locator('.sheet').waitFor();
    await press(page, 'Enter');
    assert.equal((await focus(page)).tag, 'H2');
    await press(page, 'Escape');
    await until(async () => (await focus(page)).act === 'ask-purge', 'the focus is where it was');
    assert.equal(facts(world).length, count);
    assertQuiet(page, 'held');
    await page.context().close();
  },

  async a_note_counts_once_however_it_is_pressed() {
    const own = await World.open();
    const page = await own.window();
    await go(page, 'progress');
    const breaks = () => facts(own).filter(({ record }) => record === 'break').length;
    const note = () => page.getByRole('button', { name: 'Five slow breaths', exact: true });
    await note().dblclick();
    await until(() => breaks() > 0, 'it is kept');
    await note().focus();
    await hold(page, 'Enter', 5);
    await until(() => breaks() > 1, 'once more');
    await go(page, 'today');
    assert.equal(breaks(), 2);
    assertQuiet(page, 'noted');
    await own.end();
  },

  async stop_pressed_twice_gives_no_reason_and_a_held_key_does_one_thing() {
    const page = await world.window();
    await go(page, 'session/names/shoulder-blade-squeeze');
    await start(page);
    await hold(page, 'Space', 5);
    await until(async () => await state(page) === 'paused', 'paused, and not more');
    await press(page, 'Space');
    await until(async () => await state(page) === 'running', 'it goes on');
    await page.locator('.controls [data-act=stop]').focus();
    await press(page, 'Enter');
    await page.locator('.sheet').waitFor();
    await press(page, 'Enter');
    assert.equal(await page.locator('.sheet').count(), 1, 'it still asks why');
    await press(page, 'Escape');
    await until(async () => await page.locator('.sheet').count() === 0, 'by mistake');
    assert.equal(facts(world).filter(({ mark }) => mark === 'stop').length, 0);
    await go(page, 'today');
    assertQuiet(page, 'twice');
    await page.context().close();
  },

  async signs_of_an_emergency_hold_wherever_somebody_goes() {
    const own = await World.open();
    const page = await own.window();
    await go(page, 'questions');
    assert.equal((await focus(page)).tag, 'H1');
    await page.locator('.tick').first().click();
    await page.locator('[data-act=next]').click();
    await page.locator('.question-card .warning').waitFor();
    await go(page, 'today');
    assert.equal(await page.locator('[data-act=start]').count(), 0);
    await page.getByText('No stretch for now').first().waitFor();
    assertQuiet(page, 'emergency');
    await own.end();
  },

  async a_ten_can_be_typed_and_nobody_stretches_with_it() {
    const own = await World.open();
    own.command('profile', 'equipment=chair,floor', 'places=desk,private-floor');
    const page = await own.window();
    await go(page, 'session/recipe/floor-10');
    await page.locator('.scale').waitFor();
    const first = await page.locator('.leaf h1').textContent();
    await press(page, '1');
    await press(page, '0');
    await until(async () => await page.locator('.leaf h1').textContent() !== first, 'the second question');
    await press(page, '2');
    await page.getByRole('heading', { name: 'Today no stretching' }).waitFor();
    assert.equal(await page.locator('.button-start').count(), 0);
    await until(() => facts(own).some(({ record, pain }) => record === 'rating' && pain === 10), 'a ten');
    assertQuiet(page, 'ten');
    await own.end();
  },

  async a_question_that_nobody_answers_goes_after_twenty_seconds() {
    world.command('profile', 'equipment=chair,floor', 'places=desk,private-floor');
    const page = await world.window({ address: 'about:blank', isReady: false });
    await page.clock.install();
    await page.goto(world.token());
    await ready(page);
    await go(page, 'session/recipe/floor-10');
    await page.locator('.scale').waitFor();
    await page.clock.fastForward(15000);
    await press(page, 'Tab'); // somebody is on the way to an answer
    await page.clock.fastForward(15000);
    assert.equal(await page.locator('.scale').count(), 1);
    await page.clock.fastForward(6000);
    await page.locator('.button-start').waitFor();
    assertQuiet(page, 'unanswered');
    await page.context().close();
  },

  async pause_and_stop_never_leave_the_window() {
    const own = await World.open();
    own.command('profile', 'equipment=chair,floor', 'places=desk,private-floor');
    for (const [size, fontSize] of [[sizes.phone, 16], [sizes.phone, 20], [{ width: 640, height: 360 }, 16], [sizes.laptop, 16]]) {
      const page = await own.window({ size, fontSize, language: 'de', motion: 'reduce' });
      for (const key of ['seated-twist', 'thoracic-rotation', 'quadruped-rotation']) {
        await go(page, `session/names/${key}`);
        await start(page);
        const below = await page.locator('.controls button').evaluateAll((buttons) => Math.max(...buttons.map((one) =>
          one.getBoundingClientRect().bottom - innerHeight)));
        assert.ok(below <= 0, `${key} ${size.width}x${size.height} ${fontSize}: ${below} px below`);
        assert.ok(await page.locator('.session-words').evaluate((words) => words.clientHeight > 60), 'some words are seen');
      }
      assertQuiet(page, 'in view');
      await page.context().close();
    }
    await own.end();
  },

  async back_is_never_a_trap() {
    const own = await World.open({ screened: false });
    const page = await own.window();
    await go(page, 'library');
    await go(page, 'stretch/cat-cow');
    await page.getByRole('button', { name: 'Do it now' }).click();
    await page.locator('[data-act=begin]').waitFor();
    await page.goBack();
    await page.waitForSelector('.steps li');
    await page.goBack();
    await page.locator('.shelf').waitFor();
    assertQuiet(page, 'back');
    await own.end();
  },

  async a_reload_goes_on_with_the_session() {
    const own = await World.open();
    const page = await own.window();
    await go(page, 'session/names/chin-tuck,cat-cow');
    await start(page);
    await until(() => sessionsOf(own).length === 1, 'it is kept');
    await page.reload();
    await playing(page);
    await until(async () => await state(page) === 'paused', 'it waits where it was');
    await page.locator('.session [data-act=pause]').click();
    await until(async () => await state(page) === 'running', 'one press goes on');
    assert.equal((await page.locator('.session h1').textContent()) !== '', true);
    assert.equal(facts(own).filter(({ record }) => record === 'session').length, 1);
    await go(page, 'today');
    assertQuiet(page, 'reload');
    await own.end();
  },

  async a_number_that_was_typed_swallows_no_click() {
    const own = await World.open();
    const page = await own.window();
    await go(page, 'you');
    await page.locator('[data-setting=minutes] input').first().fill('7');
    await page.locator('[data-setting=pace] input[value=unhurried]').click({ force: true });
    await until(() => /"pace"[^}]*unhurried/.test(own.command('profile', '--json')), 'the pace');
    assert.match(own.command('profile', '--json'), /"minutes"[^}]*7/);
    assertQuiet(page, 'number');
    await own.end();
  },

  async ready_keeps_the_focus_and_never_pauses() {
    const page = await world.window();
    await go(page, 'session/names/chin-tuck');
    await start(page);
    await page.locator('.controls [data-act=ready]').focus();
    for (let i = 0; i < 4; i++) {
      await press(page, 'Enter');
    }
    assert.equal((await focus(page)).act, 'ready');
    assert.equal(await state(page), 'running');
    await go(page, 'today');
    assertQuiet(page, 'ready');
    await page.context().close();
  },

  async the_first_question_has_the_focus_and_a_double_click_ticks_nothing() {
    const own = await World.open({ screened: false });
    const page = await own.window({ size: sizes.phone });
    await page.locator('[data-act=begin]').press('Enter');
    await page.locator('.tick').first().waitFor();
    assert.match((await focus(page)).tag, /^H[12]$/);
    await page.reload();
    await page.locator('[data-act=begin]').dblclick();
    await page.locator('.tick').first().waitFor();
    assert.equal(await page.locator('.tick input:checked').count(), 0);
    await page.locator('[data-act=none]').dblclick();
    await until(async () => (await page.locator('.question-card h1, .question-card h2').first().textContent()) !== '', 'the next card');
    assert.equal(await page.locator('.tick input:checked').count(), 0);
    assertQuiet(page, 'first');
    await own.end();
  },

  async a_search_is_still_there_after_a_look_at_a_stretch() {
    const page = await world.window({ motion: 'reduce' });
    await go(page, 'library');
    await page.fill('#search', 'neck');
    await until(async () => await page.locator('.shelf li').count() < 17, 'some');
    const count = await page.locator('.shelf li').count();
    await page.locator('.shelf a').first().click();
    await page.waitForSelector('.steps li');
    await page.goBack();
    await page.locator('.shelf').waitFor();
    assert.equal(await page.locator('#search').inputValue(), 'neck');
    assert.equal(await page.locator('.shelf li').count(), count);
    assertQuiet(page, 'search');
    await page.context().close();
  },

  async what_a_hand_does_to_the_figure_is_said() {
    const page = await world.window({ motion: 'reduce' });
    await go(page, 'stretch/doorway-stretch');
    const says = (words) => until(async () => await page.locator('.unseen[role=status]').first().textContent() === words, words);
    await page.getByRole('button', { name: 'Turn' }).click();
    await says('Turned by 30 degrees');
    await page.getByRole('button', { name: 'Turn' }).click();
    await says('Turned by 60 degrees');
    await page.getByRole('button', { name: 'Other view' }).click();
    await until(async () => /^View 1 of 1|^View 2 of 2/.test(await page.locator('.unseen[role=status]').first().textContent()), 'the view');
    await page.context().close();
  },

  async who_comes_back_from_a_stretch_is_where_they_were() {
    const page = await world.window({ motion: 'reduce', size: sizes.phone });
    await go(page, 'library');
    const link = page.locator('.shelf a').nth(12);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 500);
    await link.click();
    await page.waitForSelector('.steps li');
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.locator('[data-way=library]').click();
    await page.locator('.shelf').waitFor();
    assert.equal(await page.evaluate(() => scrollY), before);
    assert.equal(await page.evaluate(() => document.activeElement.closest('li')?.dataset.key), await link.evaluate((one) => one.closest('li').dataset.key));
    await go(page, 'today');
    await go(page, 'library');
    assert.equal(await page.evaluate(() => scrollY), 0, 'who comes from elsewhere begins above');
    assertQuiet(page, 'back');
    await page.context().close();
  },

  async what_is_pressed_is_large_enough_for_a_thumb() {
    const page = await world.window({ motion: 'reduce', size: sizes.phone, touch: true });
    for (const view of ['today', 'plan', 'progress', 'library']) {
      await go(page, view);
      const small = await page.locator('header a, main a, main button').evaluateAll((all) => all
        .filter((one) => getComputedStyle(one).display !== 'inline' && one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 44)
        .map((one) => `${one.textContent} ${one.getBoundingClientRect().height}`));
      assert.deepEqual(small, [], view);
    }
    assert.ok(await page.locator('.brand').evaluate((one) => one.getBoundingClientRect().height) >= 44);
    await page.context().close();
  },

  async days_are_written_as_the_reader_does_and_for_machines() {
    for (const [language, day] of [['en-GB', /\d{1,2} [A-Z][a-z]+ \d{4}/], ['de-DE', /\d{1,2}\. [A-ZÄ][a-zä]+ \d{4}/]]) {
      const page = await world.window({ language });
      for (const view of ['you', 'questions']) {
        await go(page, view);
        const time = page.locator('main time').first();
        assert.match(await time.textContent(), day);
        assert.match(await time.getAttribute('datetime'), /^\d{4}-\d\d-\d\d$/);
        assert.ok(!/\d{4}-\d\d-\d\d/.test(await page.locator('main').innerText()), view);
      }
      await page.context().close();
    }
  },

  async two_questions_say_which_of_them_it_is() {
    const page = await world.window();
    await go(page, 'session/recipe/post-workout-8');
    for (const count of ['1 of 2', '2 of 2']) {
      await page.locator('.scale').waitFor();
      await page.getByText(count).waitFor();
      await page.locator('.leaf .button-plain').last().click();
    }
    await page.context().close();
  },

  async start_is_in_sight_on_a_small_phone_and_no_name_is_broken() {
    const phone = { size: sizes.phone, touch: true, language: 'de-DE', motion: 'reduce' };
    const inSight = async (page, which) => {
      const [begin, bar] = await Promise.all([which, '.ways'].map((one) => page.locator(one).first().boundingBox()));
      assert.ok(begin.y + begin.height <= bar.y, `${which}: ${begin.y + begin.height} of ${bar.y}`);
      return bar;
    };
    const stranger = await World.open({ screened: false });
    await inSight(await stranger.window(phone), '[data-act=begin]');
    await stranger.end();
    const own = await World.open();
    const page = await own.window(phone);
    await go(page, 'today');
    const bar = await inSight(page, '[data-act=start]');
    await go(page, 'plan');
    await inSight(page, '.section .button-main');
    assert.ok((await page.locator('.ways').boundingBox()).height <= bar.height, 'no name in the bar needs a second line');
    await go(page, 'session/names/cat-cow');
    await start(page);
    const lines = await page.locator('.controls .words').evaluateAll((all) => all.map((one) => one.getClientRects().length));
    assert.ok(lines.every((count) => count === 1), String(lines));
    await own.end();
  },
}, { keep: true });
await world.end();
