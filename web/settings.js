// SPDX-License-Identifier: MIT
// settings.js: one field for each row of the core's table of settings. A value that config.yaml says is shown and left.

import { h } from './dom.js';
import { icon } from './icons.js';

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
function enumField(app, setting, keep, isFixed) {
  return h('div', { class: 'chips' }, setting.choices.map((value) => h('label', { class: 'chip' },
    h('input', { type: 'radio', name: setting.name, value, checked: value === setting.value, disabled: isFixed,
      onchange: () => keep(value) }),
    h('span', null, h('span', { class: 'words' }, wordsOf(app, setting, value))))));
}

/** What is chosen of several, as the core reads it. @param {HTMLElement} group */
function chosen(group) {
  const values = [...group.querySelectorAll('input')].filter((input) => input.checked).map((input) => input.value);
  return values.length === 0 ? 'none' : values.join(',');
}

/** @param {string} value */
const several = (value) => value.split(',').map((one) => one.trim());

/** @type {Field} */
function flagsField(app, setting, keep, isFixed) {
  const now = several(setting.value);
  const group = h('div', { class: 'chips' }, setting.choices.map((value) => h('label', { class: 'chip' },
    h('input', { type: 'checkbox', name: setting.name, value, checked: now.includes(value), disabled: isFixed,
      onchange: () => keep(chosen(group)) }),
    h('span', null, h('span', { class: 'words' }, wordsOf(app, setting, value))))));
  return group;
}

/** @type {Field} */
function stretchesField(app, setting, keep, isFixed) {
  const now = several(setting.value);
  const group = h('div', { class: 'chips' }, app.stretches.map(({ key, name }) => h('label', { class: 'chip' },
    h('input', { type: 'checkbox', name: setting.name, value: key, checked: now.includes(key), disabled: isFixed,
      onchange: () => keep(chosen(group)) }),
    h('span', null, name))));
  const names = app.stretches.filter(({ key }) => now.includes(key)).map(({ name }) => name).join(', ');
  return h('details', null, h('summary', null, icon('chevron'), names === '' ? app.say('WEB_NONE_CHOSEN') : names), group);
}

/** @type {Field} */
function numberField(app, setting, keep, isFixed) {
  const auto = setting.value === 'auto';
  const input = h('input', { type: 'number', min: setting.min, max: setting.max, value: auto ? '' : setting.value,
    disabled: isFixed, 'aria-label': setting.unit, inputmode: 'numeric', onchange: () => keep(input.value === '' ? '' : input.value) });
  return h('div', { class: 'row' }, input, h('span', { class: 'soft' }, setting.unit),
    setting.automatic && h('label', { class: 'chip' },
      h('input', { type: 'checkbox', checked: auto, disabled: isFixed, onchange: (/** @type {Event} */ event) =>
        keep(/** @type {HTMLInputElement} */ (event.target).checked ? 'auto' : String(setting.min)) }),
      h('span', null, app.say('WEB_AUTO'))));
}

/** @type {Field} */
function boolField(app, setting, keep, isFixed) {
  return h('div', { class: 'chips' }, ['yes', 'no'].map((value) => h('label', { class: 'chip' },
    h('input', { type: 'radio', name: setting.name, value, checked: value === setting.value, disabled: isFixed,
      onchange: () => keep(value) }),
    h('span', null, app.say(`WEB_${upper(value)}`)))));
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
  const when = h('input', { type: 'text', id: 'anchor-when', maxlength: 60, placeholder: app.say('WEB_ANCHOR_HINT') });
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
      !isFixed && h('button', { type: 'button', class: 'button-plain button-round', 'aria-label': app.say('WEB_ANCHOR_DROP', anchor.when),
        onclick: () => save(anchors.filter((_, j) => j !== i)) }, icon('close'))))),
    !isFixed && anchors.length < anchorsMost && h('div', { class: 'row' },
      h('label', { class: 'unseen', for: 'anchor-when' }, app.say('WEB_ANCHOR_WHEN')), when, stretch,
      h('button', { type: 'button', onclick: add }, icon('plus'), app.say('WEB_ANCHOR_ADD'))));
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
        if (setting.type === 'anchors' || setting.type === 'number') {
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
