// SPDX-License-Identifier: MIT
// questions.js: the safety questions, card by card, and one clear page of what to do now. The core asks; here are only
// the ticks and the buttons.

import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { paper } from './leaves.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./screener.js').Page} Page */
/** @typedef {import('./screener.js').Screener} Screener */

class Cards {
  /**
   * @param {App} app
   * @param {Screener} screener
   * @param {{done: () => void, leave: (() => void) | null, head?: HTMLElement | null}} ways
   */
  constructor(app, screener, ways) {
    this.app = app;
    this.screener = screener;
    this.ways = ways;
    this.element = h('div', { class: 'question-card' });
    this.show(screener.page());
  }

  /** @param {Page} page */
  show(page) {
    const { ways } = this;
    const isOutcome = page.page === 'outcome';
    const paragraphs = page.paragraphs.map((one) => ({ role: 'text', ...one }));
    const grave = page.outcome?.kind === 'emergency';
    fill(this.element, ways.head, h('div', grave ? { class: 'warning', role: 'alert' } : null, paper(paragraphs)),
      isOutcome ? this.outcome(page) : this.card(page));
    ways.head = null;
    const title = this.element.querySelector('h1, h2');
    title?.setAttribute('tabindex', '-1');
    /** @type {HTMLElement | null} */ (title)?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {Page['rows'][number]} row @param {number} index */
  tick(row, index) {
    const { app } = this;
    const note = { 'as-before': 'WEB_SAID_BEFORE', changed: 'WEB_SAID_CHANGED', yes: '', no: '' }[row.tick];
    return h('li', null, h('label', { class: 'tick', 'data-key': row.key },
      h('input', { type: 'checkbox', checked: row.tick !== 'no', onchange: () => {
        const scroll = scrollY;
        const page = this.screener.turn(index);
        const fresh = this.tick(page.rows[index], index);
        this.element.querySelectorAll('.ticks > li')[index].replaceWith(fresh);
        fresh.querySelector('input')?.focus();
        this.buttons.replaceWith(this.buttons = this.answers(page));
        scrollTo(0, scroll);
      } }),
      h('span', null, row.text, note !== '' && h('span', { class: 'small soft' }, ` (${app.say(note)})`))));
  }

  /** @param {Page} page */
  answers(page) {
    const { app, screener, ways } = this;
    const ticked = page.is_ticked || page.rows.some(({ tick }) => tick === 'changed');
    return h('div', { class: 'row' },
      ticked
        ? h('button', { type: 'button', class: 'button-main', 'data-act': 'next', onclick: () => this.show(screener.next()) },
          app.say('WEB_TICK_THESE'))
        : h('button', { type: 'button', class: 'button-main', 'data-act': 'none', onclick: () => this.show(screener.none()) },
          app.say(page.has_before ? 'WEB_TICK_NOTHING_NEW' : 'WEB_TICK_NONE')),
      page.can_go_back && h('button', { type: 'button', class: 'button-plain', 'data-act': 'back',
        onclick: () => this.show(screener.back()) }, icon('back'), app.say('WEB_BACK')),
      ways.leave && h('button', { type: 'button', class: 'button-plain', 'data-act': 'leave', onclick: ways.leave }, app.say('WEB_LATER')));
  }

  /** @param {Page} page */
  card(page) {
    this.buttons = this.answers(page);
    return [h('ul', { class: 'ticks' }, page.rows.map((row, index) => this.tick(row, index))), this.buttons];
  }

  /** @param {Page} page */
  outcome(page) {
    const { app, screener, ways } = this;
    const mayStretch = page.outcome?.kind === 'free' || page.outcome?.kind === 'limited';
    return h('div', { class: 'row' },
      h('button', { type: 'button', class: 'button-main', 'data-act': 'done', onclick: ways.done },
        app.say(mayStretch ? 'WEB_GO_ON' : 'WEB_TODAY')),
      page.outcome?.kind === 'clinician-first' && h('a', { class: 'button', href: '#/questions/visit' }, app.say('WEB_VISIT_QUESTIONS')),
      page.can_go_back && h('button', { type: 'button', class: 'button-plain', 'data-act': 'back',
        onclick: () => this.show(screener.back()) }, app.say('WEB_WRONG_TICK')));
  }

  /** @type {HTMLElement} */
  buttons = h('div');
}

/**
 * @param {App} app
 * @param {{whole: boolean, beforeSession: boolean, done: () => void, leave: (() => void) | null, head?: HTMLElement | null}} how
 */
export function cards(app, how) {
  return new Cards(app, app.data.screener(how), how).element;
}

/** The sheet to print and take along. @param {App} app @returns {Shown} */
function visit(app) {
  return { title: app.say('WEB_VISIT_QUESTIONS'), element: h('div', { class: 'stack' },
    h('h1', null, app.say('WEB_VISIT_QUESTIONS')),
    h('div', { class: 'paper' }, app.data.visitLines().map((line) => h('p', null, line))),
    h('button', { type: 'button', onclick: () => print() }, app.say('WEB_PRINT'))) };
}

/** @param {App} app @param {string} rest @returns {Shown} */
export function screenView(app, rest) {
  if (rest === 'visit') {
    return visit(app);
  }
  const leave = () => app.go('you');
  return { title: app.say('WEB_QUESTIONS'), element: cards(app, { whole: !app.data.needsQuestions(), beforeSession: false,
    done: () => {
      app.data.look();
      app.go('today');
    }, leave }) };
}
