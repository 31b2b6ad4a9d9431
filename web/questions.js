// SPDX-License-Identifier: MIT
// questions.js: the safety questions, card by card, and one clear page of what to do now. The core asks; here are only
// the ticks and the buttons.

import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { paper } from './leaves.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./screener.js').Page} Page */
/** @typedef {import('./dom.js').Child} Child */

/**
 * @param {App} app
 * @param {{whole: boolean, beforeSession: boolean, done: () => void, leave: (() => void) | null}} how
 */
export function cards(app, how) {
  const screener = app.data.screener(how);
  const element = h('div', { class: 'question-card' });
  let buttons = h('div');

  /** @param {Page} page */
  const show = (page) => {
    const grave = page.outcome?.kind === 'emergency';
    if (page.page === 'outcome') {
      app.data.look(); // it holds from here on, wherever somebody goes
    }
    fill(element, h('div', grave ? { class: 'warning' } : null,
      paper(page.paragraphs.map((one) => ({ role: 'text', ...one })))), page.page === 'outcome' ? outcome(page) : card(page));
    const title = titleOf(element);
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  /** @param {Page['rows'][number]} row @param {number} index @returns {HTMLElement} */
  const tick = (row, index) => {
    const note = { 'as-before': 'WEB_SAID_BEFORE', changed: 'WEB_SAID_CHANGED', yes: '', no: '' }[row.tick];
    return h('li', null, h('label', { class: 'tick', 'data-key': row.key },
      h('input', { type: 'checkbox', checked: row.tick !== 'no', onchange() {
        const scroll = scrollY;
        const page = screener.turn(index);
        const fresh = tick(page.rows[index], index);
        element.querySelectorAll('.ticks > li')[index].replaceWith(fresh);
        fresh.querySelector('input')?.focus();
        buttons.replaceWith(buttons = answers(page));
        scrollTo(0, scroll);
      } }),
      h('span', null, row.text, note !== '' && h('span', { class: 'small soft' }, ` (${app.say(note)})`))));
  };

  /** @param {string} act @param {string} words @param {() => void} onclick */
  const main = (act, words, onclick) => h('button', { class: 'button-main', 'data-act': act, onclick }, app.say(words));

  /** @param {Page} page @param {...Child} children */
  const back = (page, ...children) => page.can_go_back && h('button', { class: 'button-plain', 'data-act': 'back',
    onclick: () => show(screener.back()) }, ...children);

  /** @param {Page} page */
  const answers = (page) => h('div', { class: 'row' },
    page.is_ticked || page.rows.some((row) => row.tick === 'changed')
      ? main('next', 'WEB_TICK_THESE', () => show(screener.next()))
      : main('none', page.has_before ? 'WEB_TICK_NOTHING_NEW' : 'WEB_TICK_NONE', () => show(screener.none())),
    back(page, icon('back'), app.say('WEB_BACK')),
    how.leave && h('button', { class: 'button-plain', 'data-act': 'leave', onclick: how.leave }, app.say('WEB_LATER')));

  /** @param {Page} page */
  const card = (page) => {
    buttons = answers(page);
    return [h('ul', { class: 'ticks' }, page.rows.map(tick)), buttons];
  };

  /** @param {Page} page */
  const outcome = (page) => {
    const kind = page.outcome?.kind;
    return h('div', { class: 'row' },
      main('done', kind === 'free' || kind === 'limited' ? 'WEB_GO_ON' : 'WEB_TODAY', how.done),
      kind === 'clinician-first' && h('a', { class: 'button', href: '#/questions/visit' }, app.say('WEB_VISIT_QUESTIONS')),
      back(page, app.say('WEB_WRONG_TICK')));
  };

  show(screener.page());
  return element;
}

/** What the card is about. @param {HTMLElement} card @returns {HTMLElement | null} */
export const titleOf = (card) => card.querySelector('h1, h2');

/** The sheet to print and take along. @param {App} app @returns {Shown} */
function visit(app) {
  return { title: app.say('WEB_VISIT_QUESTIONS'), element: h('div', { class: 'stack' },
    h('h1', null, app.say('WEB_VISIT_QUESTIONS')),
    h('div', { class: 'paper' }, app.data.visitLines().map((line) => h('p', null, line))),
    h('button', { onclick: () => print() }, app.say('WEB_PRINT'))) };
}

/** @param {App} app @param {string} rest @returns {Shown} */
export function screenView(app, rest) {
  if (rest === 'visit') {
    return visit(app);
  }
  const element = cards(app, { whole: !app.data.needsQuestions(), beforeSession: false,
    done: () => app.go('today'), leave: () => app.go('you') });
  return { title: app.say('WEB_QUESTIONS'), element, focus: titleOf(element) };
}
