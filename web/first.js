// SPDX-License-Identifier: MIT
import { h } from './dom.js';
/** @typedef {import('./app.js').App} App */
/** @param {App} app @returns {import('./app.js').Shown} */
export function firstView(app) {
  return { title: 'unhunch', element: h('div', null, app.say('WEB_FIRST_TITLE')) };
}
