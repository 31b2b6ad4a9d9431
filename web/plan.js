// SPDX-License-Identifier: MIT
// plan.js: which stretches come, why each one is in or out, and the person's own hand in it: leave out, put in, another
// order, by pointer or by key.

import { h } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { minutesOf, wake } from './leaves.js';
import { button, head, iconButton, section, words } from './parts.js';
import { wishesOf } from './today.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./coach.js').Plan} Plan */
/** @typedef {import('./coach.js').Reason} Reason */

/** Groups of stretches that are out, in the order in which they are told. @type {[Reason['group'], string][]} */
const outside = [['could-be', 'WEB_COULD_BE'], ['no-room', 'WEB_NO_ROOM'], ['not-for-you', 'WEB_NOT_FOR_YOU']];

class PlanList {
  /** @param {App} app @param {Plan} plan @param {Living[]} living */
  constructor(app, plan, living) {
    this.app = app;
    this.plan = plan;
    this.living = living;
    this.reasons = new Map(plan.stretches.map((reason) => [reason.exercise, reason]));
    this.dragged = -1;
    this.element = h('ol', { class: 'plan-list' }, plan.routine.entries.map((entry, at) => this.item(entry, at)));
  }

  /** @param {number} from @param {number} to @param {string} focus what keeps the focus */
  move(from, to, focus) {
    const { entries } = this.plan.routine;
    if (to < 0 || to >= entries.length || from === to) {
      return;
    }
    const order = entries.map(({ exercise }) => exercise);
    order.splice(to, 0, ...order.splice(from, 1));
    this.app.data.wishFor({ order });
    this.app.announce(this.app.say('WEB_MOVED', entries[from].name, to + 1, entries.length));
    this.again(to, focus);
  }

  /** @param {number} at @param {string} focus */
  again(at, focus) {
    void this.app.show().then(() => {
      const item = document.querySelectorAll('.plan-item')[at];
      /** @type {HTMLElement | null | undefined} */ (item?.querySelector(`[data-act=${focus}]`))?.focus();
    });
  }

  /** @param {import('./coach.js').Entry} entry @param {number} at */
  item(entry, at) {
    const { app } = this;
    const figure = new Living(app.core, app.theme, '', null, { exercise: entry.exercise, variant: entry.variant });
    this.living.push(figure);
    const tool = (/** @type {string} */ act, /** @type {string} */ message, /** @type {() => void} */ onclick) =>
      iconButton(act, app.say(message, entry.name), { 'data-act': act, onclick });
    const item = h('li', { class: 'plan-item', 'data-key': entry.key },
      h('span', { class: 'grip', draggable: 'true', 'aria-hidden': 'true' }, icon('grip')),
      h('span', { class: 'thumb' }, figure.canvas),
      h('div', null, h('a', { href: `#/stretch/${entry.key}` }, entry.name), h('p', null, entry.dose),
        h('p', null, this.reasons.get(entry.exercise)?.text)),
      h('div', { class: 'row' },
        tool('up', 'WEB_MOVE_UP', () => this.move(at, at - 1, 'up')),
        tool('down', 'WEB_MOVE_DOWN', () => this.move(at, at + 1, 'down')),
        tool('close', 'WEB_LEAVE_OUT', () => {
          app.data.leaveOut(entry.exercise);
          this.again(Math.max(0, at - 1), 'close');
        })));
    wake(item, figure);
    this.makeDraggable(item, at);
    item.addEventListener('keydown', (event) => {
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        const up = event.key === 'ArrowUp';
        this.move(at, at + (up ? -1 : 1), up ? 'up' : 'down');
      }
    });
    return item;
  }

  /** @param {HTMLLIElement} item @param {number} at */
  makeDraggable(item, at) {
    item.addEventListener('dragstart', (event) => {
      this.dragged = at;
      item.classList.add('held');
      event.dataTransfer?.setData('text/plain', item.dataset.key ?? '');
    });
    item.addEventListener('dragend', () => item.classList.remove('held'));
    item.addEventListener('dragover', (event) => {
      event.preventDefault();
      item.classList.add('over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('over'));
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      if (this.dragged >= 0) {
        this.move(this.dragged, at, 'up');
      }
    });
  }
}

/** @param {App} app @param {Plan} plan */
function leftOut(app, plan) {
  return outside.map(([group, title]) => {
    const reasons = plan.stretches.filter((reason) => reason.group === group);
    const canPut = (/** @type {Reason} */ reason) => group !== 'not-for-you' || reason.left_out;
    return reasons.length > 0 && section(app.say(title),
      h('ul', { class: 'plain wide' }, reasons.map((reason) => {
        const { name, key } = app.stretches[reason.exercise];
        return h('li', { class: 'row' },
          canPut(reason) && iconButton('plus', app.say('WEB_PUT_IN', name), { class: 'button-round', 'data-act': 'put-in', onclick() {
            app.data.putIn(reason.exercise);
            app.again();
          } }),
          h('div', null, h('a', { href: `#/stretch/${key}` }, name), h('p', { class: 'small soft' }, reason.text)));
      })));
  });
}

/** @param {App} app @returns {Shown} */
export function planView(app) {
  /** @type {Living[]} */
  const living = [];
  const plan = app.data.plan();
  const { routine } = plan;
  const list = new PlanList(app, plan, living);
  const isPlanned = plan.refused === null && routine.entries.length > 0;
  const element = h('div', null,
    head(isPlanned ? app.say('WEB_PLAN_TITLE', minutesOf(routine.duration_ms)) : app.say('WEB_TODAY_REFUSED'),
      plan.refused?.text ?? plan.why),
    wishesOf(app),
    h('div', { class: 'section' },
      isPlanned && h('div', { class: 'row' },
        button('button-main', () => app.play('plan'), icon('play'), words(app.say('KEY_START'))),
        app.data.hasWishes() && button('button-plain', () => {
          app.data.forgetWishes();
          app.again();
        }, app.say('WEB_PLAN_AFRESH'))),
      list.element,
      plan.not_put_in.map(({ text }) => h('p', { class: 'note' }, text)),
      routine.objections.map(({ text }) => h('p', { class: 'note' }, text)),
      plan.notes.map((note) => h('p', { class: 'soft' }, note))),
    leftOut(app, plan));
  return { title: app.say('WEB_PLAN'), element, end: () => living.forEach((figure) => figure.end()) };
}
