// SPDX-License-Identifier: MIT
// library.js: all stretches as living thumbnails; searched by words, narrowed by place. Below them the routines.

import { fill, h, tell } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { wake } from './leaves.js';
import { chips, head, section } from './parts.js';
import { isStill } from './theme.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./core.js').Stretch} Stretch */

/** @param {App} app @param {Stretch} stretch @param {Living[]} living */
function thumbnail(app, stretch, living) {
  const figure = new Living(app.core, app.theme, '', null, { exercise: stretch.index });
  living.push(figure);
  const link = h('a', { href: `#/stretch/${stretch.key}` },
    h('span', { class: 'thumb' }, figure.canvas), h('strong', null, stretch.name),
    h('span', { class: 'small first-large' }, stretch.position, stretch.needs && ` · ${stretch.needs}`));
  wake(link, figure);
  return h('li', { 'data-key': stretch.key }, link);
}

/** Where nothing hovers, what is in the middle of the screen moves. @param {Living[]} living */
function moveTheMiddle(living) {
  if (matchMedia('(hover: hover)').matches || isStill()) {
    return () => {};
  }
  const look = () => {
    const middle = innerHeight / 2;
    const near = living.map((figure) => {
      const box = figure.canvas.getBoundingClientRect();
      return Math.abs((box.top + box.bottom) / 2 - middle) < box.height / 2;
    });
    living.forEach((figure, i) => (near[i] ? figure.move(true) : figure.wanted && figure.rest()));
  };
  let waits = 0;
  const later = () => {
    waits ||= requestAnimationFrame(() => {
      waits = 0;
      look();
    });
  };
  addEventListener('scroll', later, { passive: true });
  later();
  return () => removeEventListener('scroll', later);
}

/** @param {App} app */
function routines(app) {
  return section(app.say('LIST_ROUTINES'),
    h('ul', { class: 'topics wide' }, app.core.recipes().map((recipe) => h('li', null,
      h('a', { href: `#/session/recipe/${recipe.key}` }, h('strong', null, recipe.name),
        h('span', { class: 'small soft' }, recipe.summary),
        recipe.needs && h('span', { class: 'small soft' }, app.say('INTRO_NEED', recipe.needs)))))));
}

/** What somebody looked for last: it stands there still when they come back from a stretch. */
let place = 'any';
let words = '';
let scroll = 0;

/** @param {App} app @returns {Shown} */
export function libraryView(app) {
  /** @type {Living[]} */
  const living = [];
  const items = new Map(app.stretches.map((stretch) => [stretch.index, thumbnail(app, stretch, living)]));
  const shelf = h('ul', { class: 'shelf' }, [...items.values()]);
  const count = h('p', { class: 'soft small', role: 'status' });
  const show = () => {
    const found = app.core.search(words.trim());
    const fitting = found.exercises.filter((index) => place === 'any' || app.stretches[index].contexts.includes(place));
    fill(shelf, fitting.map((index) => items.get(index)));
    tell(count, fitting.length === 0 ? app.say('WEB_NOTHING_FOUND')
      : found.in_part ? app.say('LIST_IN_PART') : app.say('INTRO_STRETCHES', fitting.length));
  };
  const search = h('input', { type: 'search', id: 'search', value: words, placeholder: app.say('WEB_SEARCH_HINT'), autocomplete: 'off',
    oninput: (/** @type {Event} */ event) => {
      words = /** @type {HTMLInputElement} */ (event.target).value;
      show();
    } });
  show();
  const stop = moveTheMiddle(living);
  const element = h('div', null,
    head(app.say('WEB_LIBRARY'), app.say('WEB_LIBRARY_LEAD')),
    h('div', { class: 'tools' },
      h('div', { class: 'field' }, h('label', { for: 'search' }, app.say('WEB_SEARCH')),
        h('div', { class: 'search' }, icon('search'), search)),
      chips(app.say('WEB_WHERE'), app.data.coach.told('context'), place, (value) => {
        place = value;
        show();
      }), count),
    shelf, routines(app));
  const { view, rest } = app.cameFrom;
  const isBack = view === 'stretch';
  return { title: app.say('WEB_LIBRARY'), element, scroll: isBack ? scroll : 0,
    focus: isBack ? /** @type {HTMLElement | null} */ (shelf.querySelector(`[data-key="${CSS.escape(rest)}"] a`)) : null, end: () => {
    scroll = scrollY;
    stop();
    living.forEach((figure) => figure.end());
  } };
}
