// SPDX-License-Identifier: MIT
// progress.js: what changed, as charts with their numbers beside them; what was done, day by day; and what a person adds.

import { fill, h } from './dom.js';
import { paletteName } from './theme.js';
import { palettes } from './painter.js';
import { chips, fold, head, iconButton, section } from './parts.js';
import { isSure } from './session_sheets.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./history.js').History} History */
/** @typedef {import('./history.js').Progress} Progress */

const spans = [14, 42, 90, 365];
const logDays = 28;
const daysAtFirst = 5;

let span = 42;
let showsEarlier = false;

/** The core's picture in the colours of now; it comes from this machine's own core, as text. @param {App} app */
function picture(app) {
  const text = app.data.history.progressSvg(palettes.indexOf(paletteName()), matchMedia('(max-width: 40em)').matches);
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}

/** The charts in words, for ears and for who likes them better. @param {App} app @param {Progress} progress */
function numbers(app, progress) {
  return fold(app.say('WEB_IN_WORDS'),
    progress.sections.map(({ heading, lines }) => section(heading, lines.map((line) => h('p', null, line)))));
}

/** @param {App} app @param {Progress} progress */
function relief(app, progress) {
  return progress.relief.length > 0 && h('section', { class: 'section' },
    h('ul', { class: 'plain' }, progress.relief.map(({ exercise, text }) =>
      h('li', null, h('a', { href: `#/stretch/${app.stretches[exercise].key}` }, app.stretches[exercise].name), ' ', text))),
    progress.relief_note && h('p', { class: 'soft small' }, progress.relief_note));
}

/** What may be noted: the button, what answers it, what it does. @type {[string, string, (history: History) => void][]} */
const noted = [
  ['WEB_NOTE_STOOD', 'WEB_NOTED', (history) => history.noteBreak('stood')],
  ['WEB_NOTE_BREATHS', 'WEB_NOTED', (history) => history.noteBreak('breaths')],
  ['WEB_NOTE_REST', 'WEB_NOTED_REST', (history) => history.noteDay('rest')],
  ['WEB_NOTE_FLARE', 'WEB_NOTED_FLARE', (history) => history.noteDay('flare')],
];

/** @param {App} app */
function notes(app) {
  return section(app.say('WEB_NOTE_TITLE'),
    h('div', { class: 'row' }, noted.map(([words, answer, note]) => h('button', { disabled: app.data.isReadOnly(),
      onclick() {
        note(app.data.history);
        app.toast(app.say(answer));
        app.data.look();
        void app.again();
      } }, app.say(words)))));
}

/** @param {App} app @param {import('./history.js').LogItem} item */
async function forget(app, item) {
  if (await isSure(app, app.say('WEB_FORGET', item.text), 'WEB_FORGET_ASK', 'WEB_FORGET_YES')) {
    await app.data.history.delete(item.id);
    app.data.look();
    await app.again();
    app.announce(app.say('WEB_FORGOTTEN'));
  }
}

/** @param {App} app @param {import('./history.js').LogItem} item */
function logItem(app, item) {
  const ways = item.may_go && !app.data.isReadOnly() && iconButton('close', app.say('WEB_FORGET', item.text),
    { 'data-act': 'forget', onclick: () => void forget(app, item) });
  const words = h('span', null, item.time && h('span', { class: 'soft' }, `${item.time}  `), item.text);
  return h('li', { class: 'log-item' }, item.lines.length > 0
    ? fold(words, item.lines.map((line) => h('p', { class: 'small soft' }, line)))
    : words, ways);
}

/** @param {App} app */
function log(app) {
  const today = app.data.day();
  const days = app.data.history.log(today - logDays, today);
  const list = (/** @type {import('./history.js').LogDay[]} */ some) => some.map(({ title, items }) => h('div', { class: 'wide' },
    h('h3', null, title), h('ul', { class: 'plain' }, items.map((item) => logItem(app, item)))));
  const rest = fold(app.say('WEB_EARLIER'), list(days.slice(daysAtFirst)));
  rest.open = showsEarlier;
  rest.addEventListener('toggle', () => {
    showsEarlier = rest.open;
  });
  return days.length > 0 && section(app.say('WEB_LOG'), list(days.slice(0, daysAtFirst)),
    days.length > daysAtFirst && h('div', { class: 'wide' }, rest));
}

/** @param {App} app @returns {Shown} */
export function progressView(app) {
  const progress = app.data.history.progress(span);
  const isEmpty = progress.empty !== null;
  const chart = h('div', { class: 'chart', role: 'group', 'aria-label': app.say('WEB_PROGRESS') });
  const paint = () => fill(chart, picture(app));
  if (!isEmpty) {
    paint();
    app.theme.addEventListener('change', paint);
  }
  const element = h('div', null,
    head(app.say('WEB_PROGRESS'), app.say(isEmpty ? 'WEB_PROGRESS_EMPTY' : 'WEB_PROGRESS_LEAD')),
    !isEmpty && h('div', { class: 'stack' },
      chips(app.say('WEB_TIME'), spans.map((days) => [String(days), app.say('WEB_DAYS', days)]), String(span), (value) => {
        span = Number(value);
        app.again();
      }), chart),
    !isEmpty && [numbers(app, progress), relief(app, progress)],
    notes(app), log(app));
  return { title: app.say('WEB_PROGRESS'), element, end: () => app.theme.removeEventListener('change', paint) };
}
