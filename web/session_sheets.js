// SPDX-License-Identifier: MIT
// session_sheets.js: the pages over a session: why stop, why skip, the keys. A choice by thumb, by digit or by Tab.

import { h } from './dom.js';

/** @typedef {import('./app.js').App} App */

/**
 * A modal page; resolves when it is closed. Escape closes it with null.
 * @template Value
 * @param {HTMLElement} host
 * @param {(close: (value: Value) => void) => HTMLElement[]} build
 * @param {(key: string, close: (value: Value) => void) => void} [onKey]
 * @returns {Promise<Value | null>}
 */
export function openSheet(host, build, onKey) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'sheet' });
    /** @type {Value | null} */
    let result = null;
    const close = (/** @type {Value} */ value) => {
      result = value;
      dialog.close();
    };
    dialog.append(...build(close));
    const title = dialog.querySelector('h2');
    if (title !== null) {
      title.id = 'sheet-title';
      dialog.setAttribute('aria-labelledby', title.id);
    }
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (!event.ctrlKey && !event.metaKey && !event.altKey) {
        onKey?.(event.key, close);
      }
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(result);
    });
    host.append(dialog);
    dialog.showModal();
  });
}

/**
 * One of several, by number: 1, 2 ...; null: pressed by mistake.
 * @param {App} app
 * @param {HTMLElement} host
 * @param {string} question message
 * @param {string[]} choices messages
 */
export function choose(app, host, question, choices) {
  /** @param {(value: number) => void} close */
  const build = (close) => [
    h('h2', null, app.say(question)),
    h('div', { class: 'sheet-choices' }, choices.map((choice, i) =>
      h('button', { type: 'button', 'data-choice': i + 1, onclick: () => close(i + 1) },
        h('kbd', { 'aria-hidden': 'true' }, i + 1), h('span', { class: 'words' }, app.say(choice))))),
    h('form', { method: 'dialog' }, h('button', { class: 'button-plain' },
      h('span', { class: 'words' }, app.say('WHY_ESCAPE')))),
  ];
  return openSheet(host, build, (key, close) => {
    if (key >= '1' && key <= String(choices.length)) {
      close(Number(key));
    }
  });
}

/** @param {App} app @param {HTMLElement} host */
export function whyStop(app, host) {
  return choose(app, host, 'WHY_STOP', ['WHY_STOP_PAIN', 'WHY_STOP_NERVE', 'WHY_STOP_DIZZY', 'WHY_STOP_OTHER']);
}

/** @param {App} app @param {HTMLElement} host */
export function whySkip(app, host) {
  return choose(app, host, 'WHY_SKIP', ['WHY_SKIP_NOT_NOW', 'WHY_SKIP_NO_ROOM', 'WHY_SKIP_UNCOMFORTABLE',
    'WHY_SKIP_DONE_ALREADY']);
}

const keys = [['Space', 'HELP_PAUSE'], ['s', 'HELP_STOP'], ['e', 'HELP_EASE'], ['r', 'HELP_READY'], ['k', 'HELP_SKIP'],
  ['b', 'HELP_BACK'], ['a', 'HELP_AGAIN'], ['+', 'HELP_MORE'], ['-', 'HELP_LESS'], ['q', 'HELP_END'], ['?', 'HELP_HELP']];

/** @param {App} app @param {HTMLElement} host @param {(act: string) => void} act those that have no button of their own */
export function showHelp(app, host, act) {
  const more = [['repeat', 'HELP_AGAIN'], ['more', 'HELP_MORE'], ['less', 'HELP_LESS'], ['end', 'HELP_END']];
  return openSheet(host, (close) => [
    h('h2', null, app.say('WEB_MORE')),
    h('div', { class: 'sheet-choices' }, more.map(([name, words]) =>
      h('button', { type: 'button', 'data-act': name, onclick: () => {
        close(true);
        act(name);
      } }, h('span', { class: 'words' }, app.say(words))))),
    h('h3', null, app.say('HELP_TITLE')),
    h('dl', { class: 'keys' }, keys.map(([key, words]) => [
      h('dt', null, key === 'Space' ? app.say('KEY_NAME_SPACE') : key), h('dd', null, app.say(words))])),
    h('form', { method: 'dialog' }, h('button', { class: 'button-main' },
      h('span', { class: 'words' }, app.say('WEB_BACK_TO_SESSION')))),
  ]);
}
