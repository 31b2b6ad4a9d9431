// SPDX-License-Identifier: MIT
// you.js: the safety answers, who somebody is and how they like it, this screen, and what is remembered.

import { h } from './dom.js';
import { icon } from './icons.js';
import { choices, choose } from './theme.js';
import { isSure } from './session_sheets.js';
import { settingField } from './settings.js';
import { chips, head, section } from './parts.js';
import { localVoice } from './sound.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */

/** Settings by what they are about; those of the terminal alone are not here. @type {[string, string[]][]} */
const groups = [
  ['WEB_YOU_BODY', ['profile', 'stiff', 'tight-side', 'agreed']],
  ['WEB_YOU_PLACE', ['equipment', 'places', 'discreet']],
  ['WEB_YOU_PLAN', ['minutes', 'goal-days', 'likes', 'dislikes', 'pace', 'anchors']],
];

/** Lines of the core; those with a dash are points of a list. @param {string[]} lines */
const listed = (lines) => {
  const isPoint = (/** @type {string} */ line) => line.startsWith('- ');
  return [lines.filter((line) => !isPoint(line)).map((line) => h('p', null, line)),
    lines.some(isPoint) && h('ul', null, lines.filter(isPoint).map((line) => h('li', null, line.slice(2))))];
};

/** @param {App} app */
function safety(app) {
  return section(app.say('WEB_YOU_SAFETY'),
    listed(app.data.screeningLines()),
    app.data.standing().blocked.map(({ key, text }) => h('div', { class: 'card stack' }, h('p', null, text),
      h('button', { 'data-seen': key, disabled: app.data.isReadOnly(), onclick: () => {
        app.data.see(key);
        app.again();
      } }, icon('ready'), app.say('WEB_SEEN')))),
    h('div', { class: 'row' },
      h('a', { class: 'button', href: '#/questions' }, app.say('WEB_QUESTIONS_AGAIN')),
      app.data.standing().blocked.length > 0 && h('a', { class: 'button', href: '#/questions/visit' }, app.say('WEB_VISIT_QUESTIONS'))));
}

/** @param {App} app */
function screen(app) {
  const now = choices();
  const take = async (/** @type {Partial<import('./theme.js').Choices>} */ changed) => {
    choose(changed);
    app.theme.apply();
    if (changed.language !== undefined) {
      await app.speak();
    }
    app.again();
  };
  /** @param {[string, string][]} list */
  const said = (list) => list.map(([value, message]) => /** @type {[string, string]} */ ([value, app.say(message)]));
  const voice = localVoice(app.core.language);
  return section(app.say('WEB_YOU_SCREEN'),
    h('div', { class: 'settings' },
      chips(app.say('WEB_LANGUAGE'), [['auto', app.say('WEB_AS_BROWSER')], ...app.core.languages().map((tag) =>
        /** @type {[string, string]} */ ([tag, new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag]))], now.language,
      (language) => take({ language })),
      chips(app.say('WEB_THEME'), said([['auto', 'WEB_AS_BROWSER'], ['light', 'WEB_LIGHT'], ['dark', 'WEB_DARK'],
        ['high-contrast', 'WEB_HIGH_CONTRAST']]), now.theme, (theme) => take({ theme })),
      chips(app.say('WEB_TEXT'), said([['auto', 'WEB_AS_BROWSER'], ['large', 'WEB_TEXT_LARGE']]), now.text, (text) => take({ text })),
      chips(app.say('WEB_SOUND'), said([['auto', 'WEB_VOICE_AUTO'], ['voice', 'WEB_VOICE_VOICE'], ['bells', 'WEB_VOICE_BELLS'],
        ['none', 'WEB_VOICE_NONE']]), app.data.soundWanted(), (sound) => take({ sound })),
      h('p', { class: 'small soft' }, voice === null ? app.say('WEB_NO_VOICE') : app.say('WEB_HAS_VOICE', voice.name))));
}

/** @param {App} app */
async function purge(app) {
  if (await isSure(app, app.say('WEB_PURGE_TITLE'), 'WEB_PURGE_ASK', 'WEB_PURGE_YES') && await app.data.purge()) {
    app.toast(app.say('WEB_PURGED'));
    app.go('first');
  }
}

/** @param {App} app @param {Event} event */
async function take(app, event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const file = input.files?.[0];
  if (file !== undefined) {
    const words = await app.data.takeIn(await file.text());
    app.toast(words);
    app.again();
  }
}

/** @param {App} app */
function memory(app) {
  const file = h('input', { type: 'file', class: 'unseen', accept: '.jsonl,.ndjson,application/x-ndjson', tabindex: '-1',
    'aria-hidden': 'true', onchange: (/** @type {Event} */ event) => void take(app, event) });
  return section(app.say('WEB_YOU_DATA'),
    h('p', { class: 'soft' }, app.say(app.data.hasServer() ? 'WEB_DATA_SERVER' : 'WEB_DATA_BROWSER')),
    app.data.waitingCount > 0 && h('p', { class: 'note' }, app.say('WEB_DATA_WAITING', app.data.waitingCount)),
    h('div', { class: 'row' },
      h('button', { 'data-act': 'export', onclick: () => app.data.giveOut() }, icon('down'), app.say('WEB_EXPORT')),
      h('button', { 'data-act': 'import', disabled: app.data.isReadOnly(), onclick: () => file.click() }, icon('up'), app.say('WEB_IMPORT')), file,
      h('button', { class: 'button-stop', 'data-act': 'ask-purge', disabled: app.data.isReadOnly(),
        onclick: () => void purge(app) }, app.say('WEB_PURGE'))));
}

/** @param {App} app @returns {Shown} */
export function youView(app) {
  const settings = new Map(app.data.coach.settings().map((setting) => [setting.name, setting]));
  const element = h('div', null,
    head(app.say('WEB_YOU'), app.say('WEB_YOU_LEAD')),
    app.data.isReadOnly() && h('p', { class: 'note' }, app.say('WEB_READ_ONLY')),
    safety(app),
    groups.map(([title, names]) => section(app.say(title),
      h('div', { class: 'settings' }, names.map((name) => {
        const setting = settings.get(name);
        return setting && settingField(app, setting);
      })))),
    screen(app), memory(app));
  return { title: app.say('WEB_YOU'), element };
}
