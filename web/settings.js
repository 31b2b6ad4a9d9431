// SPDX-License-Identifier: MIT
// settings.js: one field for each row of the core's table of settings. A value that config.yaml says is shown and left.

import { h } from './dom.js';
import { icon } from './icons.js';
import { button, chip, fold, radios, words } from './parts.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./coach.js').Setting} Setting */

/** Lists of the core whose values have words. @type {Record<string, string>} */
const lists = { equipment: 'equipment', stiff: 'region', agreed: 'opt_in' };

/** @param {string} name "tight-side" as part of a message's name */
const upper = (name) => name.toUpperCase().replaceAll('-', '_');

/** @param {App} app @param {Setting} setting @param {string} value */
function wordsOf(app, setting, value) {
  const list = lists[setting.name];
  const named = list === undefined ? undefined : app.data.coach.names[list].find(({ name }) => name === value);
  return named?.words ?? app.say(`WEB_${upper(setting.name)}_${upper(value)}`);
}

/** @typedef {(value: string) => void} Keep */
/** @typedef {(app: App, setting: Setting, keep: Keep, isFixed: boolean) => HTMLElement} Field */

/** @type {Field} */
function enumField(app, setting, keep, disabled) {
  return radios({ name: setting.name, disabled }, setting.choices.map((value) => [value, wordsOf(app, setting, value)]),
    setting.value, keep);
}

/** @param {string} value */
const several = (value) => value.split(',').map((one) => one.trim());

/** Any of several. @param {Setting} setting @param {Keep} keep @param {boolean} disabled @param {[string, Node | string][]} values */
function ticks(setting, keep, disabled, values) {
  const now = several(setting.value);
  const group = h('div', { class: 'chips' }, values.map(([value, text]) => chip({ type: 'checkbox', name: setting.name, value,
    checked: now.includes(value), disabled, onchange() {
      const chosen = [...group.querySelectorAll('input')].filter((input) => input.checked);
      keep(chosen.map((input) => input.value).join(',') || 'none');
    } }, text)));
  return group;
}

/** @type {Field} */
function flagsField(app, setting, keep, disabled) {
  return ticks(setting, keep, disabled, setting.choices.map((value) => [value, words(wordsOf(app, setting, value))]));
}

/** @type {Field} */
function stretchesField(app, setting, keep, disabled) {
  const now = several(setting.value);
  const names = app.stretches.filter(({ key }) => now.includes(key)).map(({ name }) => name).join(', ');
  return fold(names || app.say('WEB_NONE_CHOSEN'),
    ticks(setting, keep, disabled, app.stretches.map(({ key, name }) => [key, name])));
}

/** @type {Field} */
function numberField(app, setting, keep, disabled) {
  const auto = setting.value === 'auto';
  const input = h('input', { type: 'number', min: setting.min, max: setting.max, value: auto ? '' : setting.value,
    disabled, 'aria-label': setting.unit, inputmode: 'numeric', onchange() {
      tick.checked = false;
      keep(input.value);
    } });
  const tick = h('input', { type: 'checkbox', checked: auto, disabled, onchange() {
    input.value = tick.checked ? '' : String(setting.min);
    keep(tick.checked ? 'auto' : input.value);
  } });
  return h('div', { class: 'row' }, input, h('span', { class: 'soft' }, setting.unit),
    setting.automatic && h('label', { class: 'chip' }, tick, h('span', null, app.say('WEB_AUTO'))));
}

/** @type {Field} */
function boolField(app, setting, keep, disabled) {
  return radios({ name: setting.name, disabled }, [['yes', app.say('WEB_YES')], ['no', app.say('WEB_NO')]], setting.value, keep);
}

/** "after the stand-up meeting: chin-tuck; ..." @param {string} value */
function anchorsOf(value) {
  return value === 'none' ? [] : value.split(';').map((one) => {
    const at = one.lastIndexOf(':');
    return { when: one.slice(0, at).trim(), stretch: one.slice(at + 1).trim() };
  });
}

const anchorsMost = 8;

/** @type {Field} */
function anchorsField(app, setting, keep, isFixed) {
  const anchors = anchorsOf(setting.value);
  const save = (/** @type {{when: string, stretch: string}[]} */ list) => keep(list.length === 0 ? 'none'
    : list.map(({ when, stretch }) => `${when}: ${stretch}`).join('; '));
  const when = h('input', { type: 'text', id: 'anchor-when', maxlength: 60, placeholder: app.say('WEB_ANCHOR_HINT'),
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && add() });
  const stretch = h('select', { 'aria-label': app.say('WEB_ANCHOR_STRETCH') }, app.stretches.map(({ key, name }) => h('option', { value: key }, name)));
  const add = () => {
    const words = when.value.replace(/[;:]/g, ' ').trim();
    if (words !== '') {
      save([...anchors, { when: words, stretch: stretch.value }]);
    }
  };
  return h('div', { class: 'stack' },
    anchors.length > 0 && h('ul', { class: 'plain' }, anchors.map((anchor, i) => h('li', { class: 'row' },
      app.say('WEB_ANCHOR', anchor.when, app.stretches.find(({ key }) => key === anchor.stretch)?.name ?? anchor.stretch),
      !isFixed && h('button', { class: 'button-plain button-round', 'aria-label': app.say('WEB_ANCHOR_DROP', anchor.when),
        onclick: () => save(anchors.filter((_, j) => j !== i)) }, icon('close'))))),
    !isFixed && anchors.length < anchorsMost && h('div', { class: 'row' },
      h('label', { class: 'unseen', for: 'anchor-when' }, app.say('WEB_ANCHOR_WHEN')), when, stretch,
      button('', add, icon('plus'), app.say('WEB_ANCHOR_ADD'))));
}

/** @type {Record<Setting['type'], Field>} */
const fields = { enum: enumField, flags: flagsField, number: numberField, bool: boolField, stretches: stretchesField, anchors: anchorsField };

/**
 * @param {App} app
 * @param {Setting} setting
 */
export function settingField(app, setting) {
  const isFixed = setting.source === 'config' || app.data.isReadOnly();
  const problem = h('p', { class: 'stop-role small', role: 'alert' });
  /** @type {Keep} */
  const keep = (value) => {
    void app.data.keepSetting(setting.name, value).then((words) => {
      problem.textContent = words;
      if (words === '') {
        app.announce(app.say('WEB_KEPT'));
        if (setting.type === 'anchors') {
          app.again();
        }
      }
    });
  };
  return h('fieldset', { class: 'setting', 'data-setting': setting.name },
    h('legend', null, h('h3', null, app.say(`WEB_SETTING_${upper(setting.name)}`))),
    h('p', { class: 'small soft' }, setting.type === 'anchors' ? app.say('WEB_ANCHORS_HELP') : setting.help),
    fields[setting.type](app, setting, keep, isFixed),
    setting.source === 'config' && h('p', { class: 'small soft' },
      app.say('WEB_FROM_CONFIG', setting.line > 0 ? `config.yaml:${setting.line}` : 'config.yaml')), problem);
}
