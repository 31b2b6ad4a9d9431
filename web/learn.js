// SPDX-License-Identifier: MIT
// learn.js: what the articles say beside the stretches: causes, precautions, how often, when, tools, questions.

import { h } from './dom.js';
import { head } from './parts.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./core.js').Point} Point */

/** @param {App} app @param {Point} point */
function pointOf(app, point) {
  return h('li', null, h('p', null, point.text),
    point.from && h('details', null, h('summary', { class: 'small' }, app.say('WEB_WHO_SAYS')),
      h('p', { class: 'small' }, point.from)));
}

/** @param {App} app @param {string} key @returns {Shown} */
export function learnView(app, key) {
  const topics = app.core.topics();
  const topic = topics.find((one) => one.key === key);
  if (topic === undefined) {
    return { title: app.say('WEB_LEARN'), element: h('div', null,
      head(app.say('WEB_LEARN'), app.say('WEB_LEARN_LEAD')),
      h('ul', { class: 'topics' }, topics.map((one) => h('li', null, h('a', { href: `#/learn/${one.key}` },
        h('strong', null, one.title), h('span', { class: 'small soft' }, one.summary)))))) };
  }
  return { title: topic.title, element: h('article', { class: 'stack' },
    h('p', { class: 'small' }, h('a', { href: '#/learn' }, app.say('WEB_LEARN'))),
    h('h1', null, topic.title), h('p', { class: 'lead' }, topic.summary),
    topic.warnings.length > 0 && h('section', { class: 'warning stack' }, h('h2', null, app.say('LEARN_WARNINGS')),
      h('ul', { class: 'points' }, topic.warnings.map((point) => pointOf(app, point)))),
    h('ul', { class: 'points' }, topic.points.map((point) => pointOf(app, point)))) };
}
