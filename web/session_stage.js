// SPDX-License-Identifier: MIT
// session_stage.js: what is seen while a session plays: figure, name, side, dial, step, what is next, and the buttons
// that a thumb, a key and a screen reader find.

import { css, fill, h, s, tell } from './dom.js';
import { icon } from './icons.js';
import { Actor } from './figure.js';
import { states } from './player.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./player.js').View} View */
/** @typedef {import('./core.js').Told} Told */

const dialRadius = 45;
const dialLength = 2 * Math.PI * dialRadius;
const breathLeast = 0.42;
const longCountdown = 3;

/** The buttons: what they are called, the message of their words, the key, and how they look. */
const buttons = [
  { act: 'back', words: 'KEY_BACK', help: 'HELP_BACK', key: 'b', look: 'button-more' },
  { act: 'ease', words: 'KEY_EASE', help: 'HELP_EASE', key: 'e', look: '' },
  { act: 'pause', words: 'KEY_PAUSE', help: '', key: 'Space', look: 'button-main' },
  { act: 'skip', words: 'KEY_SKIP', help: 'HELP_SKIP', key: 'k', look: 'button-more' },
  { act: 'stop', words: 'KEY_STOP', help: 'HELP_STOP', key: 's', look: 'button-stop' },
  { act: 'ready', words: 'KEY_READY', help: 'HELP_READY', key: 'r', look: 'button-ready' },
];

export class Stage {
  /**
   * @param {App} app
   * @param {(act: string) => void} act what a button asks for
   */
  constructor(app, act) {
    this.app = app;
    this.actor = new Actor(app.core, app.theme);
    this.bar = h('div');
    this.title = h('span', { class: 'session-title' });
    this.left = h('span');
    this.tools = h('div', { class: 'session-tools' });
    this.name = h('h1');
    this.side = h('p', { class: 'session-side' });
    this.ring = s('circle', { class: 'dial-left', cx: 50, cy: 50, r: dialRadius, 'stroke-dasharray': dialLength });
    this.disc = s('circle', { class: 'dial-breath', cx: 50, cy: 50, r: dialRadius - 5 });
    this.number = h('b', { role: 'timer', 'aria-live': 'off' });
    this.phase = h('p', { class: 'session-phase' });
    this.counts = h('p', { class: 'session-counts' });
    this.breath = h('p', { class: 'session-breath' });
    this.step = h('p', { class: 'session-step' });
    this.next = h('p', { class: 'session-next' });
    this.news = h('div', { class: 'unseen', 'aria-live': 'polite' });
    this.buttons = new Map(buttons.map((of) => [of.act, this.button(of, act)]));
    this.controls = h('div', { class: 'controls', role: 'group', 'aria-label': app.say('WEB_CONTROLS') },
      [...this.buttons.values()]);
    this.element = this.build();
    this.countedWords = '';
  }

  build() {
    const dial = h('div', { class: 'dial' },
      s('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
        this.disc, s('circle', { cx: 50, cy: 50, r: dialRadius }), this.ring), this.number);
    return h('div', { class: 'session', 'data-state': 'running' },
      h('div', { class: 'session-top' }, h('p', null, this.title, ' ', this.left), this.tools,
        h('div', { class: 'session-bar', 'aria-hidden': 'true' }, this.bar)),
      h('div', { class: 'session-figure' }, this.actor.main.canvas, this.actor.second.canvas),
      h('div', { class: 'session-words' }, this.name, this.side,
        h('div', { class: 'dial-row' }, dial, h('div', null, this.phase, this.counts, this.breath)),
        this.step, this.next),
      this.controls, this.news);
  }

  /**
   * @param {typeof buttons[number]} of
   * @param {(act: string) => void} act
   */
  button(of, act) {
    const { app } = this;
    const key = of.key === 'Space' ? app.say('KEY_NAME_SPACE') : of.key;
    return h('button', { type: 'button', class: of.look, 'data-act': of.act, 'aria-keyshortcuts': of.key,
      title: of.help === '' ? null : app.say(of.help), onclick: () => act(of.act) },
    icon(of.act), h('span', { class: 'words' }, app.say(of.words)), h('kbd', { 'aria-hidden': 'true' }, key));
  }

  /** @param {View} view @param {number} now of the session's clock */
  showFrame(view, now) {
    this.actor.draw(now);
    this.showDial(view);
  }

  /** What moves without words. @param {View} view */
  showDial(view) {
    const left = view.phase === 'done' ? 0 : 1 - view.phaseProgress;
    this.ring.setAttribute('stroke-dashoffset', (dialLength * (1 - left)).toFixed(1));
    const fills = view.guide === 0 || view.state !== states.running ? 0 : breathLeast + (1 - breathLeast) * view.guideFill;
    css(this.disc, 'transform', `scale(${fills.toFixed(3)})`);
    css(this.bar, 'transform', `scaleX(${view.progress.toFixed(4)})`);
  }

  /** What is told in words. @param {Told} told @param {View} view */
  showWords(told, view) {
    const paused = view.state === states.paused;
    this.element.dataset.state = paused ? 'paused' : 'running';
    tell(this.title, `${told.title} ·`);
    tell(this.left, told.left);
    tell(this.name, told.name);
    tell(this.side, told.side);
    tell(this.phase, told.phase);
    tell(this.number, told.countdown);
    this.number.classList.toggle('long', (told.countdown ?? '').length > longCountdown);
    tell(this.breath, told.breath);
    tell(this.step, told.step);
    tell(this.next, told.next);
    this.showCounts([told.repetition, told.set, told.eased]);
    this.showPause(paused);
    const waits = ['next-stretch', 'way-in', 'get-ready', 'switch-side', 'rest'].includes(view.phase);
    /** @type {HTMLButtonElement} */ (this.buttons.get('ready')).disabled = !waits || paused;
  }

  /** @param {(string | null)[]} counts */
  showCounts(counts) {
    const words = counts.filter((one) => one !== null).join('|');
    if (words !== this.countedWords) {
      this.countedWords = words;
      fill(this.counts, counts.map((one) => one && h('span', null, one)));
    }
  }

  /** @param {boolean} paused */
  showPause(paused) {
    const button = /** @type {HTMLButtonElement} */ (this.buttons.get('pause'));
    if (button.dataset.paused !== String(paused)) {
      button.dataset.paused = String(paused);
      button.firstElementChild?.replaceWith(icon(paused ? 'play' : 'pause'));
      tell(/** @type {Element} */ (button.querySelector('.words')), this.app.say(paused ? 'KEY_RESUME' : 'KEY_PAUSE'));
    }
  }

  /** For screen readers. @param {string} words */
  announce(words) {
    tell(this.news, words);
  }

  end() {
    this.actor.end();
  }
}
