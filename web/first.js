// SPDX-License-Identifier: MIT
// first.js: the first visit: what this is, in one breath; the precautions with the emergency card, the health card; then
// the first two stretches begin at once.

import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { cards, titleOf } from './questions.js';
import { isStill } from './theme.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */

/** What welcomes: it shows what all of this is about. */
const welcome = 'shoulder-blade-squeeze';

/** @param {App} app @returns {Shown} */
export function firstView(app) {
  const stretch = app.stretches.find(({ key }) => key === welcome) ?? app.stretches[0];
  const living = new Living(app.core, app.theme, 'living', app.say('WEB_FIGURE', stretch.name), { exercise: stretch.index });
  living.move(!isStill());
  const element = h('div');
  const ask = () => {
    living.end();
    const card = cards(app, { whole: false, beforeSession: true, leave: null, done() {
      if (app.data.mayStretch()) {
        app.play('first');
      } else {
        app.go('today');
      }
    } });
    fill(element, card);
    titleOf(card)?.focus({ preventScroll: true });
  };
  fill(element, h('div', { class: 'today welcome' },
    h('div', { class: 'today-words' },
      h('h1', null, app.say('WEB_FIRST_TITLE')),
      h('p', { class: 'lead' }, app.say('WEB_FIRST_LEAD')),
      h('button', { class: 'button-main button-start', 'data-act': 'begin', onclick: ask }, icon('play'),
        app.say('WEB_FIRST_BEGIN')),
      h('p', { class: 'soft' }, app.say('WEB_FIRST_PRIVATE'), ' ',
        h('a', { href: '#/learn/precautions' }, app.say('WEB_FIRST_MORE')))),
    h('div', { class: 'today-figure' }, living.canvas)));
  return { title: 'unhunch', element, end: () => living.end() };
}
