// SPDX-License-Identifier: MIT
// app.js: the page begins here: core, language, theme, what is known of the person; then the view that the address
// names. Views are functions in files of their own.

import { loadCore } from './core.js';
import { countOnce } from './once.js';
import { choices, Theme } from './theme.js';
import { fill, h, seatIn, sitDown, tell } from './dom.js';
import { icon } from './icons.js';
import { Data } from './data.js';
import { todayView } from './today.js';
import { libraryView } from './library.js';
import { stretchView } from './stretch.js';
import { planView } from './plan.js';
import { progressView } from './progress.js';
import { learnView } from './learn.js';
import { youView } from './you.js';
import { firstView } from './first.js';
import { screenView } from './questions.js';
import { sessionView } from './session.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./core.js').Stretch} Stretch */
/** @typedef {import('./dom.js').Seat} Seat */
/** @typedef {{title: string, element: HTMLElement, end?: () => void, bare?: boolean, focus?: HTMLElement | null,
 *   scroll?: number, placed?: () => void}} Shown `scroll`: where somebody was in it; `placed`: called when it stands in the page; it sees to the focus itself */
/** @typedef {(app: App, rest: string) => Shown | Promise<Shown>} ViewMaker */

/** By the first part of the address. @type {Record<string, ViewMaker>} */
const views = {
  today: todayView,
  library: libraryView,
  stretch: stretchView,
  plan: planView,
  progress: progressView,
  learn: learnView,
  you: youView,
  first: firstView,
  questions: screenView,
  session: sessionView,
};

/** What the bar leads to; a stretch belongs to the library. */
const ways = [['today', 'WEB_TODAY'], ['library', 'WEB_LIBRARY'], ['plan', 'WEB_PLAN'], ['progress', 'WEB_PROGRESS'],
  ['learn', 'WEB_LEARN'], ['you', 'WEB_YOU']];
/** @type {Record<string, string>} */
const belongsTo = { stretch: 'library', questions: 'you', first: 'today' };

const toastMs = 6000;
/** So long an emptied region takes to be noticed. */
const announceMs = 50;

export class App {
  #root;
  #shownCount = 0;
  /** @type {HTMLElement | null} */
  #toastElement = null;
  #list;

  /**
   * @param {Core} core
   * @param {HTMLElement} root
   */
  constructor(core, root) {
    this.core = core;
    this.#root = root;
    this.theme = new Theme(core);
    this.data = new Data(core);
    /** @type {Shown | null} */
    this.shown = null;
    /** The last one that was begun. @type {import('./session.js').Session | null} */
    this.session = null;
    /** @type {Stretch[]} */
    this.stretches = [];
    /** The view that is shown, and its rest. */
    this.at = { view: '', rest: '' };
    /** The one that was shown before. */
    this.cameFrom = this.at;
    this.news = h('div', { class: 'unseen', 'aria-live': 'polite', role: 'status' });
    this.main = h('main', { id: 'main', tabindex: '-1' });
    this.#list = h('ul');
    this.bar = h('nav', { class: 'ways' }, this.#list);
    this.brand = h('a', { class: 'brand', href: '#/today' },
      h('img', { src: 'icon.svg', alt: '', width: 34, height: 34 }), 'unhunch');
    this.top = h('header', { class: 'top' }, this.brand, this.bar);
    this.jump = h('a', { class: 'skip-link', href: '#main', onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      this.main.focus();
    } });
    addEventListener('hashchange', () => this.show());
    fill(root, this.jump, this.top, this.main, this.news);
  }

  /** The same where nobody shall come back to what is left. @param {string} address */
  instead(address) {
    history.replaceState(null, '', `#/${address}`);
    void this.show();
  }

  /** A sentence. @type {Core['say']} */
  say(name, ...values) {
    return this.core.say(name, ...values);
  }

  /** Takes the language over: that of the person's choice, else the first of the browser's that is spoken here. */
  async speak() {
    const wanted = choices().language === 'auto' ? navigator.languages : [choices().language];
    const spoken = this.core.languages();
    const tag = wanted.map((one) => one.toLowerCase().split('-')[0]).find((one) => spoken.includes(one)) ?? 'en';
    await this.core.speak(tag);
    this.data.coach.translate();
    this.stretches = this.core.stretches();
    document.documentElement.lang = this.core.language;
    this.keep(`${this.core.language}.bin`);
    tell(this.jump, this.say('WEB_SKIP_TO_CONTENT'));
    this.bar.setAttribute('aria-label', this.say('WEB_WAYS'));
    fill(this.#list, ways.map(([name, message]) => h('li', null,
      h('a', { href: `#/${name}`, 'data-way': name }, icon(name), this.say(message)))));
  }

  /** The worker keeps a file that not everybody needs. @param {string} name */
  keep(name) {
    void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(name));
  }

  /** The address as view and rest. */
  static address() {
    const [, view = '', rest = ''] = /^#\/([a-z]+)\/?(.*)$/.exec(location.hash) ?? [];
    try {
      return { view, rest: decodeURIComponent(rest) };
    } catch { // typed by hand, or cut off
      return { view, rest };
    }
  }

  /** @param {string} address such as "today" */
  go(address) {
    if (location.hash === `#/${address}`) {
      void this.show();
    } else {
      location.hash = `#/${address}`;
    }
  }

  /** A hand pressed start: what comes was seen here. @param {string} what see Data.prepare() */
  play(what) {
    this.data.hand = true;
    this.data.lookedRound &&= what === 'plan'; // asked for before what Today plans, and nothing else
    this.go(`session/${what}`);
  }

  /**
   * Shows what the address names; nobody gets further than the first questions before they are answered.
   * @param {Seat | null} [seat] where somebody is in it already
   */
  async show(seat = null) {
    let { view, rest } = App.address();
    if (!Object.hasOwn(views, view)) {
      view = this.data.isNew() ? 'first' : 'today';
      rest = '';
    }
    const count = ++this.#shownCount;
    this.cameFrom = this.at;
    this.at = { view, rest };
    this.shown?.end?.();
    this.shown = null;
    const shown = await views[view](this, rest);
    if (count !== this.#shownCount) {
      shown.end?.();
      return;
    }
    this.shown = shown;
    this.place(shown, belongsTo[view] ?? view, seat);
  }

  /** @param {Shown} shown @param {string} way @param {Seat | null} seat */
  place(shown, way, seat) {
    document.title = shown.title === 'unhunch' ? shown.title : `${shown.title} · unhunch`;
    this.top.hidden = shown.bare === true;
    this.main.className = shown.bare === true ? 'bare' : '';
    for (const link of this.#list.querySelectorAll('a')) {
      if (link.dataset.way === way) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    fill(this.main, this.data.isLocked() && shown.bare !== true && h('p', { class: 'note' }, this.say('WEB_LOCKED')), shown.element);
    if (shown.placed) {
      shown.placed();
      return;
    }
    if (seat !== null) {
      sitDown(this.main, seat);
      return;
    }
    scrollTo(0, shown.scroll ?? 0);
    // the first page keeps the focus where a browser puts it
    if (this.#shownCount > 1) {
      (shown.focus ?? this.main).focus({ preventScroll: true });
    }
  }

  /** Facts came from elsewhere: what only shows them is shown anew, what is being answered stays. */
  refresh() {
    const asks = this.main.querySelector('dialog') !== null;
    if (!asks && ['today', 'plan', 'progress'].includes(App.address().view)) {
      void this.again();
    }
  }

  /** Once more what is shown, after something changed: who is somewhere in it stays there. */
  again() {
    return this.show(seatIn(this.main));
  }

  /** Said by screen readers, when they are done with what they say. @param {string} words */
  announce(words) {
    tell(this.news, ''); // the same words again are news again
    setTimeout(() => tell(this.news, words), announceMs);
  }

  /** A line for a moment. @param {string} words */
  toast(words) {
    this.#toastElement?.remove();
    const element = h('p', { class: 'toast', role: 'status' }, words);
    this.#toastElement = element;
    this.#root.append(element);
    setTimeout(() => element.remove(), toastMs);
  }
}

/** What was fetched, as its server names it. @type {Map<string, string | null>} */
const tags = new Map();

/** @param {string} name */
async function fetchFile(name) {
  const answer = await fetch(name);
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status}`);
  }
  tags.set(name, answer.headers.get('etag'));
  return answer.arrayBuffer();
}

async function begin() {
  countOnce();
  const core = await loadCore(fetchFile);
  const app = new App(core, /** @type {HTMLElement} */ (document.getElementById('app')));
  app.data.onTrouble = () => app.toast(app.say('WEB_NOT_KEPT'));
  await app.speak();
  app.data.catalogueTag = tags.get('catalogue.bin') ?? null;
  app.data.onCatalogue = () => {
    app.stretches = core.stretches();
  };
  await app.data.open();
  app.data.onNews = () => app.refresh();
  if (!app.data.hasServer()) {
    app.keep('site.json');
  }
  await app.show();
  Object.assign(globalThis, { unhunch: app }); // for tests and the bench
  document.documentElement.dataset.ready = '';
  if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
    navigator.serviceWorker.register('sw.js').catch(() => {});
  }
}

void begin();
