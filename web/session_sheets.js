// SPDX-License-Identifier: MIT
// session_sheets.js: the pages over a session: why stop, why skip, the keys. A choice by thumb, by digit or by Tab.

import { h } from './dom.js';
import { acts, keyName } from './session_stage.js';
import { button, words } from './parts.js';

/** @typedef {import('./app.js').App} App */

/**
 * A modal page; resolves when it is closed. Escape closes it with null.
 * @template Value
 * @param {HTMLElement} host
 * @param {(close: (value: Value | null) => void) => HTMLElement[]} build
 * @param {(key: string, close: (value: Value | null) => void) => void} [onKey]
 * @returns {Promise<Value | null>}
 */
export function openSheet(host, build, onKey) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'sheet' });
    /** @type {Value | null} */
    let result = null;
    const close = (/** @type {Value | null} */ value) => {
      result = value;
      dialog.close();
    };
    dialog.append(...build(close));
    const title = dialog.querySelector('h2');
    if (title !== null) {
      title.id = 'sheet-title';
      title.tabIndex = -1;
      title.autofocus = true; // a second press of Enter finds nothing to press
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
 * Asks before what does not come back.
 * @param {App} app
 * @param {string} title
 * @param {string} asks message
 * @param {string} yes message
 */
export async function isSure(app, title, asks, yes) {
  /** @param {(value: boolean | null) => void} close */
  const build = (close) => [
    h('h2', null, title),
    h('p', null, app.say(asks)),
    h('div', { class: 'sheet-choices' },
      h('button', { class: 'button-stop', 'data-act': 'sure', onclick: () => close(true) }, app.say(yes)),
      button('', () => close(false), app.say('WEB_PURGE_NO')))];
  return await openSheet(app.main, build) === true;
}

/** Stop is one key away at every moment. @param {string} key @param {(value: 'stop') => void} close */
function stopByKey(key, close) {
  if (key.toLowerCase() === acts.stop.key) {
    close('stop');
  }
}

/**
 * One of several, by number: 1, 2 ...; null: pressed by mistake.
 * @template {string} [Other=never]
 * @param {App} app
 * @param {HTMLElement} host
 * @param {string} question message
 * @param {string[]} choices messages
 * @param {(key: string, close: (value: Other) => void) => void} [onKey] for any other key
 * @returns {Promise<number | Other | null>}
 */
export function choose(app, host, question, choices, onKey) {
  /** @param {(value: number | Other | null) => void} close */
  const build = (close) => [
    h('h2', null, app.say(question)),
    h('div', { class: 'sheet-choices' }, choices.map((choice, i) =>
      h('button', { 'data-choice': i + 1, onclick: () => close(i + 1) },
        h('kbd', { 'aria-hidden': 'true' }, i + 1), words(app.say(choice))))),
    button('button-plain', () => close(null), words(app.say('WHY_ESCAPE'))),
  ];
  return openSheet(host, build, (key, close) => {
    if (key >= '1' && key <= String(choices.length)) {
      close(Number(key));
    } else {
      onKey?.(key, close);
    }
  });
}

/** @param {App} app @param {HTMLElement} host */
export function whyStop(app, host) {
  return choose(app, host, 'WHY_STOP', ['WHY_STOP_PAIN', 'WHY_STOP_NERVE', 'WHY_STOP_DIZZY', 'WHY_STOP_OTHER']);
}

/** @param {App} app @param {HTMLElement} host @returns {Promise<number | 'stop' | null>} */
export function whySkip(app, host) {
  return choose(app, host, 'WHY_SKIP', ['WHY_SKIP_NOT_NOW', 'WHY_SKIP_NO_ROOM', 'WHY_SKIP_UNCOMFORTABLE',
    'WHY_SKIP_DONE_ALREADY'], stopByKey);
}

/** Those that have no button of their own. */
const more = ['repeat', 'more', 'less', 'end'];

/** @param {App} app @param {HTMLElement} host @returns {Promise<string | null>} what is asked for */
export function showHelp(app, host) {
  /** @param {(value: string | null) => void} close */
  const build = (close) => [
    h('h2', null, app.say('WEB_MORE')),
    h('div', { class: 'sheet-choices' }, more.map((act) =>
      h('button', { 'data-act': act, onclick: () => close(act) }, words(app.say(acts[act].help))))),
    h('h3', null, app.say('HELP_TITLE')),
    h('dl', { class: 'keys' }, Object.values(acts).map(({ key, help }) => [
      h('dt', null, keyName(app, key)), h('dd', null, app.say(help))])),
    button('button-main', () => close(null), words(app.say('WEB_BACK_TO_SESSION'))),
  ];
  return openSheet(host, build, stopByKey);
}
