// SPDX-License-Identifier: MIT
// parts.js: what several views are made of.

import { h } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./dom.js').Child} Child */
/** @typedef {import('./dom.js').Attributes} Attributes */

/** What a button says: it begins with a capital letter. @param {string} text */
export function words(text) {
  return h('span', { class: 'words' }, text);
}

/** @param {string} look class @param {() => void} does @param {...Child} children */
export function button(look, does, ...children) {
  return h('button', { class: look, onclick: does }, ...children);
}

/** A button that is only an icon. @param {string} name @param {string} text what it does @param {Attributes} more */
export function iconButton(name, text, more) {
  return h('button', { class: 'button-plain button-round', 'aria-label': text, title: text, ...more }, icon(name));
}

/** What a view begins with. @param {string} title @param {Child} lead */
export function head(title, lead) {
  return h('div', { class: 'head' }, h('h1', null, title), h('p', { class: 'lead' }, lead));
}

/** @param {string} title @param {...Child} children */
export function section(title, ...children) {
  return h('section', { class: 'section' }, h('h2', null, title), ...children);
}

/** What opens on request. @param {Child} title @param {...Child} children */
export function fold(title, ...children) {
  return h('details', null, h('summary', null, icon('chevron'), title), ...children);
}

/** Something to tick: an input under its words. @param {Attributes} input @param {Child} text */
export function chip(input, text) {
  return h('label', { class: 'chip' }, h('input', input), h('span', null, text));
}

/**
 * One of several.
 * @param {Attributes} input what all have in common, a name at least
 * @param {[string, string][]} values each with its words
 * @param {string | null} chosen
 * @param {(value: string) => void} choose
 */
export function radios(input, values, chosen, choose) {
  return h('div', { class: 'chips' }, values.map(([value, text]) =>
    chip({ ...input, type: 'radio', value, checked: value === chosen, onchange: () => choose(value) }, words(text))));
}

/**
 * The same under a legend.
 * @param {string} legend
 * @param {[string, string][]} values
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
export function chips(legend, values, chosen, choose) {
  return h('fieldset', { class: 'field' }, h('legend', null, legend), radios({ name: legend }, values, chosen, choose));
}
