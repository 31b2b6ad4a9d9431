// SPDX-License-Identifier: MIT
// senses.mjs BUILD SOURCE: what the page asks of the browser's senses: its sound, its voices, a screen that stays awake, what a hand
// drags, and a page that is written from right to left. The browser's own objects are replaced by such as keep what they are asked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source } from '../web/served.mjs';
import { World, assertQuiet, facts, go, overflow, ready, shoot, sizes, tests, until, views } from './world.mjs';
import { finished, lastSession, playing, sessionsOf, skipRatings, start, state, toTheEnd } from './steps.mjs';

/** Between two patterns of bells, in seconds (UH_BELL_SILENCE_MS). */
const silenceS = 0.4;
/** Of all that rings. */
const bellHz = 528;

/** The terminal's rhythms and which phase has which, as src/present/bells.c has them. */
function bellsOfTheTerminal() {
  const text = readFileSync(join(source, 'src/present/bells.c'), 'utf8');
  const rhythms = Object.fromEntries([...text.matchAll(/\[UH_BELL_[A-Z]+\] = \{"([a-z]+)", \d+, \{([\d, ]+)\}\}/g)]
    .map(([, name, times]) => [name, times.split(',').map(Number)]));
  const phases = Object.fromEntries([...text.matchAll(/\[UH_PHASE_([A-Z_]+)\] = UH_BELL_([A-Z]+)/g)]
    .map(([, phase, bell]) => [phase.toLowerCase().replaceAll('_', '-'), bell.toLowerCase()]));
  assert.ok(Object.keys(rhythms).length >= 9 && Object.keys(phases).length >= 10, 'the table is found');
  return { rhythms, phases };
}

const local = { name: 'Local', lang: 'en-GB', localService: true, default: false };
const remote = { name: 'Remote', lang: 'en-US', localService: false, default: true };
const foreign = { name: 'Foreign', lang: 'de-DE', localService: true, default: true };

/** Stands in for sound, speech and the lock of the screen. Runs in the page before its scripts. */
function replaceSenses(voices) {
  const msOfALetter = 200; // so slow that the next words come before these are said
  const zeroS = 1000; // the clock of the sound is none of the others
  const soundS = () => zeroS + performance.now() / 1000;
  // fewer pictures than on a screen: nobody looks
  globalThis.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 200);
  globalThis.cancelAnimationFrame = clearTimeout;
  const asked = { strikes: [], spoken: [], overlaps: 0, locks: [] };
  Object.assign(globalThis, { asked });

  class Part {
    to = null;

    connect(other) {
      this.to = other;
      return other;
    }

    disconnect() {
      this.to = null;
    }

    /** Is it heard? */
    leadsTo(end) {
      return this.to === end || (this.to instanceof Part && this.to.leadsTo(end));
    }
  }
  class Gain extends Part {
    gain = { value: 1, ramps: [], setValueAtTime: (value, at) => this.gain.ramps.push([value, at]),
      linearRampToValueAtTime: (value, at) => this.gain.ramps.push([value, at]),
      exponentialRampToValueAtTime: (value, at) => this.gain.ramps.push([value, at]) };
  }
  class Oscillator extends Part {
    frequency = { value: 440 };

    start(at) {
      this.startS = at;
      asked.strikes.push({ tone: this, askedS: soundS(), startS: at, silencedS: Infinity });
    }

    stop(at) {
      const strike = asked.strikes.find(({ tone }) => tone === this);
      if (at === undefined && soundS() < this.startS) {
        strike.silencedS = soundS();
      }
    }
  }
  globalThis.AudioContext = class {
    state = 'suspended';
    destination = new Part();

    get currentTime() {
      return soundS();
    }

    createGain() {
      return new Gain();
    }

    createOscillator() {
      return new Oscillator();
    }

    async resume() {
      this.state = 'running';
      asked.context = this;
    }

    async close() {
      this.state = 'closed';
    }
  };

  const speech = new EventTarget();
  let saying = null;
  Object.assign(speech, {
    getVoices: () => voices,
    speak(utterance) {
      asked.overlaps += saying === null ? 0 : 1;
      saying = utterance;
      utterance.said = { words: utterance.text, voice: utterance.voice?.name, language: utterance.lang, atMs: performance.now(), cutMs: null };
      asked.spoken.push(utterance.said);
      utterance.timer = setTimeout(() => {
        saying = null;
      }, msOfALetter * utterance.text.length);
    },
    cancel() {
      if (saying !== null) {
        saying.said.cutMs = performance.now();
        clearTimeout(saying.timer);
        saying = null;
      }
    },
  });
  asked.isSaying = () => saying !== null;
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };

  let isHidden = false;
  Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
  asked.hide = (hidden) => {
    isHidden = hidden;
    if (hidden) {
      asked.locks.forEach((lock) => {
        lock.released = true; // as a browser does
      });
    }
    document.dispatchEvent(new Event('visibilitychange'));
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { async request(kind) {
    const lock = { kind, released: false, async release() {
      lock.released = true;
    } };
    asked.locks.push(lock);
    return lock;
  } } });
}

/** Keeps what the session that comes is told, with the moment of each clock. */
function keepEvents() {
  const { core, session } = globalThis.unhunch;
  const { asked } = globalThis;
  const phases = core.names('phase');
  const take = session.player.onEvent;
  asked.told = [];
  session.player.onEvent = (event) => {
    const phase = phases[new Float64Array(core.exports.memory.buffer, core.exports.uh_door_session_event(), 18)[3]];
    asked.told.push({ ...event, phase, soundS: asked.context?.currentTime, nowMs: performance.now() });
    take(event);
  };
}

/** A page on a clock of ours, with these voices, in front of a session. */
async function facing(world, view, voices) {
  const page = await world.window({ motion: 'reduce' });
  await page.clock.install();
  await page.addInitScript(replaceSenses, voices);
  await go(page, view);
  await page.reload();
  await ready(page);
  await page.locator('.leaf').waitFor();
  await skipRatings(page);
  await page.evaluate(keepEvents);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10000));
  await start(page);
  return page;
}

/** Times differ by what a double cannot tell. */
function assertTimes(actual, expected, what) {
  assert.deepEqual(actual.map((at) => Math.round(at * 1000)), expected.map((at) => Math.round(at * 1000)), what);
}

/** What was asked of the sound: each bell once, though it has several tones. */
async function bellsOf(page) {
  const strikes = await page.evaluate(() => globalThis.asked.strikes.map(({ tone, askedS, startS, silencedS }) => {
    let one = tone;
    while (one.gain === undefined || one.gain.ramps.length === 0) {
      one = one.to;
    }
    return { hz: tone.frequency.value, askedS, startS, silencedS, ramps: one.gain.ramps,
      isHeard: tone.leadsTo(globalThis.asked.context.destination) };
  }));
  for (const { startS, silencedS, ramps, isHeard } of strikes) {
    assert.equal(isHeard, silencedS === Infinity);
    assert.deepEqual(ramps[0], [0, startS], 'it is silent until it begins');
    assert.ok(ramps[1][0] > 0.1 && ramps[1][1] - startS < 0.05, 'and then there');
  }
  return strikes.filter(({ hz }) => hz === bellHz);
}

/** With the times of each clock, and what the table has for it. */
async function toldOf(page) {
  const { phases } = bellsOfTheTerminal();
  return (await page.evaluate(() => globalThis.asked.told)).map((event) => (
    { ...event, bell: event.kind === 'start' ? phases[event.phase] : event.kind === 'count' ? 'count' : 'none' }));
}

const spokenOf = (page) => page.evaluate(() => globalThis.asked.spoken);

await tests({
  async bells_ring_on_the_clock_of_the_sound_in_the_rhythm_of_the_terminal() {
    const world = await World.open();
    const page = await facing(world, 'session/names/doorway-stretch', [remote, foreign]);
    await page.clock.runFor(65000);
    const { rhythms } = bellsOfTheTerminal();
    const rung = await bellsOf(page);
    const told = (await toldOf(page)).filter(({ bell }) => bell !== 'none');
    assert.deepEqual([...new Set(told.map(({ bell }) => bell))].sort(), ['count', 'done', 'hold', 'move', 'release', 'side', 'start']);
    for (const { bell, soundS } of told) {
      // all of it is asked for at once, ahead of its time: no timer has to be on time
      const asked = rung.filter(({ askedS }) => Math.abs(askedS - soundS) < 0.001);
      assertTimes(asked.map(({ startS }) => startS), rhythms[bell].map((ms) => soundS + ms / 1000), bell);
    }
    assert.equal(rung.length, told.reduce((sum, { bell }) => sum + rhythms[bell].length, 0), 'and nothing else');
    assert.deepEqual(await spokenOf(page), [], 'neither a voice of the network nor one of another language speaks');
    assertQuiet(page, 'bells');
    await world.end();
  },

  async no_two_rhythms_of_bells_are_heard_mixed_and_none_in_a_pause() {
    const world = await World.open();
    const page = await facing(world, 'session/names/doorway-stretch', []);
    await page.clock.runFor(650); // two of three have begun
    await page.keyboard.press('r');
    const [, second, third, ...next] = await bellsOf(page);
    assert.equal(second.silencedS, Infinity);
    assertTimes([third.silencedS], [second.askedS + 0.65], 'what was to come is taken back');
    assertTimes(next.map(({ startS }) => startS - second.startS), [silenceS, silenceS + 0.6, silenceS + 0.8], 'after a silence');
    await page.clock.runFor(800);
    await page.keyboard.press('Space');
    await until(async () => await state(page) === 'paused', 'a pause');
    assert.deepEqual((await bellsOf(page)).slice(3).map(({ silencedS }) => silencedS < Infinity), [false, true, true], 'a pause is silent');
    const count = (await bellsOf(page)).length;
    await page.clock.runFor(8000);
    assert.equal((await bellsOf(page)).length, count, 'and stays so');
    assertQuiet(page, 'two rhythms');
    await world.end();
  },

  async a_voice_of_this_machine_alone_says_each_cue_in_order() {
    const world = await World.open();
    const page = await facing(world, 'session/names/chin-tuck', [remote, foreign, local]);
    await page.clock.runFor(50000);
    const spoken = await spokenOf(page);
    const told = await toldOf(page);
    assert.deepEqual([...new Set(spoken.map(({ voice, language }) => `${voice} ${language}`))], ['Local en-GB']);
    assert.deepEqual(await bellsOf(page), [], 'a voice or bells');
    const instants = [...new Set(told.filter(({ text }) => text !== '').map(({ nowMs }) => nowMs))];
    assert.ok(instants.length > 10);
    assert.deepEqual(spoken.map(({ atMs }) => atMs), instants, 'once for each moment that has words, when they are due');
    for (const { words, atMs } of spoken) {
      const said = told.filter(({ nowMs, text }) => nowMs === atMs && words.includes(text)).map(({ text }) => text).filter((text) => text !== '');
      assert.equal(words, said.join(' '), 'in the order in which it is told');
      const cues = told.filter(({ nowMs, kind }) => nowMs === atMs && kind === 'cue');
      assert.ok(cues.every(({ text }) => words.includes(text)), 'no cue is left out');
    }
    assert.ok(spoken.some(({ words }) => words === 'Rest. Halfway.'), 'two in one breath');
    assert.equal(await page.evaluate(() => globalThis.asked.overlaps), 0, 'what was said before is not in the way');
    assertQuiet(page, 'a voice');
    await world.end();
  },

  async a_voice_is_hushed_by_a_pause_and_waits_for_its_end() {
    const world = await World.open();
    const page = await facing(world, 'session/names/doorway-stretch', [local]);
    for (const [key, back, says] of [['Space', 'Space', ['Paused. Come out of the position if you like; there is no hurry.']], ['?', 'Escape', []]]) {
      await until(async () => {
        await page.clock.runFor(500);
        return page.evaluate(() => globalThis.asked.isSaying());
      }, 'words');
      const { length } = await spokenOf(page);
      await page.keyboard.press(key);
      await until(async () => await state(page) === 'paused', 'a pause');
      const spoken = await spokenOf(page);
      assert.equal(spoken[length - 1].cutMs, await page.evaluate(() => performance.now()), 'in the middle of a word');
      assert.deepEqual(spoken.slice(length).map(({ words }) => words), says);
      await page.clock.runFor(10000);
      assert.equal((await spokenOf(page)).length, spoken.length, 'nothing is said meanwhile');
      await page.keyboard.press(back);
      await until(async () => await state(page) === 'running', 'on again');
      await until(async () => {
        await page.clock.runFor(500);
        return (await spokenOf(page)).length > spoken.length;
      }, 'the next words');
    }
    assertQuiet(page, 'hushed');
    await world.end();
  },

  async the_screen_stays_awake_while_a_session_runs_and_no_longer() {
    const world = await World.open();
    const page = await world.window();
    await page.addInitScript(replaceSenses, []);
    await go(page, 'session/names/cat-cow', 20);
    const locks = () => page.evaluate(() => globalThis.asked.locks.map(({ kind, released }) => `${kind} ${released ? 'free' : 'held'}`));
    await page.locator('.button-start, .scale').first().waitFor();
    assert.deepEqual(await locks(), [], 'not before it begins');
    await start(page);
    await until(async () => (await locks()).length > 0, 'the first');
    assert.deepEqual(await locks(), ['screen held']);
    await page.evaluate(() => globalThis.asked.hide(true));
    assert.deepEqual(await locks(), ['screen free'], 'another tab was in front');
    await page.evaluate(() => globalThis.asked.hide(false));
    await until(async () => (await locks()).length > 1, 'once more');
    assert.deepEqual(await locks(), ['screen free', 'screen held']);
    await page.keyboard.press('q');
    await finished(page);
    await page.locator('.leaf > .button-main').click();
    await page.waitForSelector('.today');
    await until(async () => !(await locks()).includes('screen held'), 'it is let go');
    await page.evaluate(() => globalThis.asked.hide(true));
    await page.evaluate(() => globalThis.asked.hide(false));
    assert.equal((await locks()).length, 2, 'and not asked for again');
    assertQuiet(page, 'awake');
    await world.end();
  },

  async a_plan_that_is_put_in_order_by_the_pointer_is_played_in_that_order() {
    const world = await World.open();
    const page = await world.window();
    await go(page, 'plan');
    const keys = () => page.locator('.plan-item').evaluateAll((items) => items.map((item) => item.dataset.key));
    await page.locator('input[name="How long"][value="8"]').press('Space'); // the very first session has two
    await until(async () => (await keys()).length >= 3, 'eight minutes');
    const before = await keys();
    assert.ok(before.length >= 3);
    const drag = (from, to) => page.locator('.plan-item').nth(from).locator('.grip').dragTo(page.locator('.plan-item').nth(to));
    await page.locator('.plan-item').nth(2).scrollIntoViewIfNeeded();
    await drag(0, 2);
    const [first, second, third, ...rest] = before;
    await until(async () => (await keys())[2] === first, 'the first is the third');
    assert.deepEqual(await keys(), [second, third, first, ...rest]);
    await drag(1, 0);
    await until(async () => (await keys())[0] === third, 'the second is the first');
    const after = [third, second, first, ...rest];
    assert.deepEqual(await keys(), after);
    assert.equal(await page.locator('.plan-item.held').count(), 0, 'nothing is held any more');
    await page.locator('a[data-way=library]').click();
    await page.locator('.shelf').waitFor();
    await page.locator('a[data-way=plan]').click();
    await page.locator('.plan-item').first().waitFor();
    assert.deepEqual(await keys(), after, 'it holds');
    await page.locator('main .button-main').first().click();
    await skipRatings(page);
    await playing(page);
    await until(() => facts(world).some(({ record }) => record === 'entry'), 'the session in the store');
    const entries = facts(world).filter(({ record }) => record === 'entry').sort((a, b) => a.entry - b.entry);
    assert.deepEqual(entries.map(({ exercise }) => exercise), after);
    assertQuiet(page, 'dragged');
    await world.end();
  },

  async who_looked_over_the_shoulders_before_is_asked_what_it_feels_like_now() {
    const world = await World.open();
    const page = await world.window();
    const look = 'look over each shoulder';
    const ask = async (words) => {
      await toTheEnd(page);
      assert.equal(await page.locator('.leaf legend').first().textContent(), words);
    };
    await go(page, 'session/recipe/neck-3', 60);
    await start(page);
    await ask('How does it feel now?'); // nobody looked
    await page.locator('.leaf > .button-main').click();
    await page.locator('.today').getByText(`Before you start, ${look}`).waitFor();
    await page.locator('[data-act=start]').click();
    await skipRatings(page);
    await ask('Look over each shoulder again. How does it feel now?');
    await shoot(page, 'felt-after');
    await page.locator('.leaf fieldset').first().locator('label', { hasText: 'Better' }).click();
    await until(() => sessionsOf(world).length === 2 && lastSession(world)?.helped === 'better', 'the answer in the store');
    assert.equal(sessionsOf(world)[0].helped, 'not-asked');
    assertQuiet(page, 'felt');
    await page.context().close();

    world.command('screen', '--yes', 'blood-thinners'); // the neck is left out of it
    const careful = await world.window();
    await go(careful, 'today', 60);
    await careful.locator('[data-act=start]').waitFor();
    assert.equal(await careful.getByText(look).count(), 0, 'who may not turn the neck is not asked to');
    assertQuiet(careful, 'no neck');
    await world.end();
  },

  async nothing_runs_out_of_a_small_window_that_is_read_from_right_to_left() {
    const world = await World.open();
    const page = await world.window({ size: sizes.phone, touch: true, language: 'de' });
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dir = 'rtl';
      });
    });
    await page.reload();
    await ready(page);
    for (const view of views) {
      await go(page, view);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('main')).direction), 'rtl');
      await shoot(page, `${view.replaceAll('/', '-')}-rtl`);
      assert.deepEqual(await overflow(page), [], view);
    }
    await go(page, 'session/names/chin-tuck');
    await start(page);
    await until(async () => await page.locator('.session-step').textContent() !== '', 'the first cue');
    await shoot(page, 'session-rtl');
    assert.deepEqual(await overflow(page), [], 'the session');
    const boxes = await page.locator('.session button').evaluateAll((buttons) => buttons.map((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { name: button.dataset.act ?? button.title, inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight, left };
    }));
    assert.deepEqual(boxes.filter(({ inside }) => !inside), [], 'every control is inside');
    const left = Object.fromEntries(boxes.map((box) => [box.name, box.left]));
    assert.ok(left.back > left.ease && left.pause > left.stop, 'what comes first is on the right');
    await page.keyboard.press('s');
    await page.waitForSelector('dialog [data-choice="4"]');
    assert.deepEqual(await overflow(page), [], 'a sheet');
    assertQuiet(page, 'from right to left');
    await world.end();
  },
});
