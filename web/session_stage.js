// SPDX-License-Identifier: MIT
// session_stage.js: what is seen while a session plays: figure, name, side, dial, step, what is next, and the buttons
// that a thumb, a key and a screen reader find.

import { css, fill, h, s, tell } from './dom.js';
import { icon } from './icons.js';
import { words } from './parts.js';
import { Actor } from './figure.js';
import { states } from './player.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./player.js').View} View */
/** @typedef {import('./core.js').Told} Told */

const dialRadius = 45;
const dialLength = 2 * Math.PI * dialRadius;
const breathLeast = 0.42;
const longCountdown = 3;

/** What can be done in a session, in the order of the help: its key, and the messages of the help and of the button.
 * @type {Record<string, {key: string, help: string, says?: string}>} */
export const acts = {
  pause: { key: ' ', help: 'HELP_PAUSE', says: 'KEY_PAUSE' },
  stop: { key: 's', help: 'HELP_STOP', says: 'KEY_STOP' },
  ease: { key: 'e', help: 'HELP_EASE', says: 'KEY_EASE' },
  ready: { key: 'r', help: 'HELP_READY', says: 'KEY_READY' },
  skip: { key: 'k', help: 'HELP_SKIP', says: 'KEY_SKIP' },
  back: { key: 'b', help: 'HELP_BACK', says: 'KEY_BACK' },
  repeat: { key: 'a', help: 'HELP_AGAIN' },
  more: { key: '+', help: 'HELP_MORE' },
  less: { key: '-', help: 'HELP_LESS' },
  end: { key: 'q', help: 'HELP_END' },
  help: { key: '?', help: 'HELP_HELP' },
};

/** The buttons in their order, and how they look. @type {[string, string][]} */
const buttons = [['back', ''], ['ease', ''], ['pause', 'button-main'], ['skip', ''], ['stop', 'button-stop'], ['ready', '']];

/** @param {App} app @param {string} key */
export function keyName(app, key) {
  return key === ' ' ? app.say('KEY_NAME_SPACE') : key;
}

export class Stage {
  #bar;
  #breath;
  #controls;
  #left;
  #news;
  #number;
  #phase;
  #ring;
  #side;
  #step;
  #title;
  #disc;
  #counts;
  #buttons;
  #countedWords = '';

  /**
   * @param {App} app
   * @param {(act: string) => void} act what a button asks for
   */
  constructor(app, act) {
    this.app = app;
    this.actor = new Actor(app.core, app.theme);
    this.#bar = h('div');
    this.#title = h('span', { class: 'session-title' });
    this.#left = h('span');
    this.tools = h('div', { class: 'session-tools' });
    this.name = h('h1');
    this.#side = h('p', { class: 'session-side' });
    this.#ring = s('circle', { class: 'dial-left', cx: 50, cy: 50, r: dialRadius, 'stroke-dasharray': dialLength });
    this.#disc = s('circle', { class: 'dial-breath', cx: 50, cy: 50, r: dialRadius - 5 });
    this.#number = h('b', { role: 'timer', 'aria-live': 'off' });
    this.#phase = h('p', { class: 'session-phase' });
    this.#counts = h('p', { class: 'session-counts' });
    this.#breath = h('p', { class: 'session-breath' });
    this.#step = h('p', { class: 'session-step' });
    this.next = h('p', { class: 'session-next' });
    this.#news = h('div', { class: 'unseen', 'aria-live': 'polite' });
    this.#buttons = new Map(buttons.map(([name, look]) => [name, this.#button(name, look, act)]));
    this.#controls = h('div', { class: 'controls', role: 'group', 'aria-label': app.say('WEB_CONTROLS') },
      [...this.#buttons.values()]);
    this.element = this.#build();
  }

  #build() {
    const dial = h('div', { class: 'dial' },
      s('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
        this.#disc, s('circle', { cx: 50, cy: 50, r: dialRadius }), this.#ring), this.#number);
    return h('div', { class: 'session', 'data-state': 'running' },
      h('div', { class: 'session-top' }, h('p', null, this.#title, ' ', this.#left), this.tools,
        h('div', { class: 'session-bar', 'aria-hidden': 'true' }, this.#bar)),
      h('div', { class: 'session-figure' }, this.actor.main.canvas, this.actor.second.canvas),
      h('div', { class: 'session-words' }, this.name, this.#side,
        h('div', { class: 'dial-row' }, dial, h('div', null, this.#phase, this.#counts, this.#breath)),
        this.#step, this.next),
      this.#controls, this.#news);
  }

  /** @param {string} name @param {string} look class @param {(act: string) => void} act */
  #button(name, look, act) {
    const { app } = this;
    const { key, help, says = '' } = acts[name];
    return h('button', { class: look, 'data-act': name, 'aria-keyshortcuts': key === ' ' ? 'Space' : key,
      title: name !== 'pause' && app.say(help), onclick: () => act(name) },
    icon(name), words(app.say(says)), h('kbd', { 'aria-hidden': 'true' }, keyName(app, key)));
  }

  /** What moves without words. @param {View} view */
  showDial(view) {
    const left = view.phase === 'done' ? 0 : 1 - view.phaseProgress;
    this.#ring.setAttribute('stroke-dashoffset', (dialLength * (1 - left)).toFixed(1));
    const fills = view.guide === 0 || view.state !== states.running ? 0 : breathLeast + (1 - breathLeast) * view.guideFill;
    css(this.#disc, 'transform', `scale(${fills.toFixed(3)})`);
    css(this.#bar, 'transform', `scaleX(${view.progress.toFixed(4)})`);
  }

  /** What is told in words. @param {Told} told @param {View} view */
  showWords(told, view) {
    const paused = view.state === states.paused;
    this.element.dataset.state = paused ? 'paused' : 'running';
    tell(this.#title, `${told.title} ·`);
    tell(this.#left, told.left);
    tell(this.name, told.name);
    tell(this.#side, told.side);
    tell(this.#phase, told.phase);
    tell(this.#number, told.countdown);
    this.#number.classList.toggle('long', (told.countdown ?? '').length > longCountdown);
    tell(this.#breath, told.breath);
    tell(this.#step, told.step);
    tell(this.next, told.next);
    this.#showCounts([told.repetition, told.set, told.eased]);
    this.#showPause(paused);
    const waits = ['next-stretch', 'way-in', 'get-ready', 'switch-side', 'rest'].includes(view.phase);
    // one that is really disabled would lose the focus, and the next Enter would pause
    /** @type {HTMLButtonElement} */ (this.#buttons.get('ready')).ariaDisabled = String(!waits || paused);
  }

  /** @param {(string | null)[]} counts */
  #showCounts(counts) {
    const words = counts.filter((one) => one !== null).join('|');
    if (words !== this.#countedWords) {
      this.#countedWords = words;
      fill(this.#counts, counts.map((one) => one && h('span', null, one)));
    }
  }

  /** @param {boolean} paused */
  #showPause(paused) {
    const button = /** @type {HTMLButtonElement} */ (this.#buttons.get('pause'));
    if (button.dataset.paused !== String(paused)) {
      button.dataset.paused = String(paused);
      button.firstElementChild?.replaceWith(icon(paused ? 'play' : 'pause'));
      tell(/** @type {Element} */ (button.querySelector('.words')), this.app.say(paused ? 'KEY_RESUME' : 'KEY_PAUSE'));
    }
  }

  /** For screen readers. @param {string} words */
  announce(words) {
    tell(this.#news, words);
  }

  end() {
    this.actor.end();
  }
}
