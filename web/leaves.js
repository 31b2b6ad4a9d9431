// SPDX-License-Identifier: MIT
// leaves.js: pages of a session that are read and answered: how is it now, what comes, what was done, what to do after
// a stop. Each returns an element; what is chosen comes back by a call.

import { h } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { button, fold, radios, words } from './parts.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./core.js').Paragraph} Paragraph */

/** @param {number} ms */
export const minutesOf = (ms) => Math.max(1, Math.round(ms / 60000));

/**
 * Paragraphs that the core wrote; keys are not for here.
 * @param {Paragraph[]} paragraphs
 * @param {string} [level]
 */
export function paper(paragraphs, level = 'h1') {
  /** @type {HTMLElement[]} */
  const elements = [];
  /** @type {HTMLUListElement | null} */
  let list = null;
  for (const { kind, role, text } of paragraphs) {
    if (kind === 'point') {
      if (list === null) {
        list = h('ul', { class: 'plain' });
        elements.push(list);
      }
      list.append(h('li', { class: `${role}-role` }, text));
    } else if (kind === 'title' || kind === 'heading' || kind === 'text') {
      list = null;
      const tag = kind === 'title' ? /** @type {'h1'} */ (level) : kind === 'heading' ? 'h2' : 'p';
      elements.push(h(tag, { class: `${role}-role` }, text));
    }
  }
  return h('div', { class: 'paper' }, elements);
}

/**
 * The stretches of a routine, as small figures with their doses.
 * @param {App} app
 * @param {import('./coach.js').Routine} routine
 * @param {(() => void)[]} ends called when the view goes
 */
export function strip(app, routine, ends) {
  return h('ol', { class: 'plan-strip' }, routine.entries.map((entry) => {
    const living = new Living(app.core, app.theme, 'thumb', null, { exercise: entry.exercise, variant: entry.variant });
    ends.push(() => living.end());
    const link = h('a', { href: `#/stretch/${entry.key}` }, h('span', { class: 'thumb' }, living.canvas),
      h('span', null, h('span', null, entry.name), h('br'), h('span', { class: 'small soft' }, entry.dose)));
    wake(link, living);
    return h('li', null, link);
  }));
}

/** Moves while the pointer or the focus is there. @param {HTMLElement} element @param {Living} living */
export function wake(element, living) {
  for (const name of ['pointerenter', 'focusin']) {
    element.addEventListener(name, () => living.move(true));
  }
  for (const name of ['pointerleave', 'focusout']) {
    element.addEventListener(name, () => living.rest());
  }
}

/** So long a 1 waits for its 0. */
const tenMs = 700;

/**
 * From 0 to 10; null: no answer.
 * @param {App} app
 * @param {string} title message
 * @param {boolean} after
 * @param {number} count which of two questions it is
 * @param {(value: number | null) => void} answer
 */
export function scale(app, title, after, count, answer) {
  const most = 10;
  let timer = 0;
  const say = (/** @type {number | null} */ value) => {
    clearTimeout(timer);
    answer(value);
  };
  const element = h('div', { class: 'leaf' },
    h('h1', null, app.say(title)),
    h('p', { class: 'lead' }, app.say(after ? 'WEB_RATE_AFTER' : 'WEB_RATE_BEFORE'), ' ',
      h('span', { class: 'soft' }, app.say('SCREEN_REPETITION', count, 2))),
    h('div', { class: 'scale', role: 'group', 'aria-label': app.say(title) },
      Array.from({ length: most + 1 }, (_, value) => button('', () => say(value), value))),
    h('dl', { class: 'facts soft' },
      [['0', 'RATE_NONE'], ['1 – 3', 'RATE_MILD'], ['4 – 6', 'RATE_MIDDLE'], ['7 – 9', 'RATE_STRONG'], ['10', 'RATE_MOST']]
        .map(([range, message]) => [h('dt', null, range), h('dd', null, app.say(message))])),
    h('p', { class: 'small soft' }, app.say('RATE_WAIT')),
    button('button-plain', () => say(null), words(app.say('RATE_KEY_SKIP'))));
  element.addEventListener('keydown', (event) => {
    const digit = event.key === 'x' ? most : Number.parseInt(event.key, 10);
    if (Number.isNaN(digit) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.stopPropagation(); // the session's own keys may begin to listen now
    if (digit === 1) { // of a ten, perhaps
      clearTimeout(timer);
      timer = window.setTimeout(() => answer(1), tenMs);
    } else {
      say(digit === 0 && timer !== 0 ? most : digit);
    }
  });
  return element;
}

/**
 * What comes, and what to fetch; the button is the hand that lets sound begin.
 * @param {App} app
 * @param {import('./coach.js').Routine} routine
 * @param {{title: string, why: string | null, start: () => void}} about
 * @param {(() => void)[]} ends
 */
export function intro(app, routine, about, ends) {
  return h('div', { class: 'leaf' },
    h('h1', null, about.title),
    about.why && h('p', { class: 'lead' }, about.why),
    button('button-main button-start', about.start, icon('play'), words(app.say('KEY_START'))),
    h('p', { class: 'soft' }, app.say('WEB_HANDS')),
    strip(app, routine, ends));
}

/**
 * @param {App} app
 * @param {{worked: number, entries: number, elapsedMs: number, rise: string, asksHelped: boolean, felt: boolean,
 *   correct: (how: string) => void, helped: (how: string) => void, leave: () => void}} done
 */
export function finished(app, done) {
  const sum = done.worked === 0 ? app.say('FINISHED_NOTHING')
    : done.worked === done.entries ? app.say('FINISHED_SUM', done.worked, { duration: done.elapsedMs })
      : app.say('FINISHED_SUM_OF', done.worked, done.entries, { duration: done.elapsedMs });
  const then = h('p', { role: 'status' });
  return h('div', { class: 'leaf' },
    h('h1', null, app.say('FINISHED_TITLE')),
    h('p', { class: 'lead' }, sum, ' ', done.worked > 0 && !done.felt && app.say('FINISHED_TEXT')),
    done.rise !== '' && h('p', { class: 'note' }, done.rise),
    done.asksHelped && options(app, done.felt ? 'WEB_FELT_AFTER' : 'HELPED_ASK',
      [['better', 'HELPED_BETTER'], ['same', 'HELPED_SAME'], ['worse', 'HELPED_WORSE']], (how) => {
        const advised = how === 'worse' && done.rise === '';
        then.className = advised ? 'note' : '';
        then.textContent = advised ? app.say('HELPED_WORSE_THEN') : '';
        done.helped(how);
      }),
    then,
    fold(app.say('WEB_SET_RIGHT'),
      options(app, 'WEB_HOW_MUCH', [['all', 'FINISHED_ALL'], ['part', 'FINISHED_PART'], ['stopped', 'FINISHED_STOPPED']],
        done.correct)),
    button('button-main', done.leave, words(app.say('KEY_FINISH'))));
}

/**
 * @param {App} app
 * @param {string} question message
 * @param {string[][]} choices value and message
 * @param {(value: string) => void} choose
 */
function options(app, question, choices, choose) {
  return h('fieldset', null, h('legend', null, app.say(question)),
    radios({ name: question }, choices.map(([value, message]) => [value, app.say(message)]), null, choose));
}

/**
 * After a stop: what to do now, in the next hour, and how to come back.
 * @param {App} app
 * @param {Paragraph[]} paragraphs
 * @param {{undo: (() => void) | null, signs: (() => void) | null, finish: () => void}} ways
 */
export function stopped(app, paragraphs, ways) {
  const undo = ways.undo && h('button', { 'data-act': 'undo', onclick: ways.undo }, icon('back'), words(app.say('KEY_UNDO')));
  return { undo, element: h('div', { class: 'leaf' }, paper(paragraphs), // its heading gets the focus, and is read
    h('div', { class: 'row' },
      h('button', { class: 'button-main', 'data-act': 'finish', onclick: ways.finish }, words(app.say('KEY_FINISH'))),
      undo,
      ways.signs && h('button', { class: 'button-stop', 'data-act': 'signs', onclick: ways.signs },
        words(app.say('KEY_ONE_OF_THESE'))))) };
}
