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

/** A reason stands below the name that it begins with. @param {Reason | undefined} reason @param {string} name */
const reasonWords = (reason, name) => {
  const { text } = reason ?? { text: '' };
  return text.startsWith(`${name}: `) ? text.slice(name.length + 2) : text;
};

/** What became of it is said, too. @param {App} app */
const replanned = (app) => app.again().then(() => app.announce(app.main.querySelector('h1')?.textContent ?? ''));

/** What comes, in an order that can be changed. @param {App} app @param {Plan} plan @param {Living[]} living */
function planList(app, plan, living) {
  const { entries } = plan.routine;
  const reasons = new Map(plan.stretches.map((reason) => [reason.exercise, reason]));
  let dragged = -1;

  /** @param {number} at @param {string} focus what keeps the focus */
  const again = (at, focus) => void app.again().then(() => {
    const item = document.querySelectorAll('.plan-item')[at];
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector(`[data-act=${focus}]`))?.focus();
  });

  /** @param {number} from @param {number} to @param {string} focus */
  const move = (from, to, focus) => {
    if (to < 0 || to >= entries.length || from === to) {
      return;
    }
    const order = entries.map(({ exercise }) => exercise);
    order.splice(to, 0, ...order.splice(from, 1));
    app.data.wishFor({ order });
    app.announce(app.say('WEB_MOVED', entries[from].name, to + 1, entries.length));
    again(to, focus);
  };

  /** @param {import('./coach.js').Entry} entry @param {number} at */
  const listItem = (entry, at) => {
    const figure = new Living(app.core, app.theme, '', null, { exercise: entry.exercise, variant: entry.variant });
    living.push(figure);
    const tool = (/** @type {string} */ act, /** @type {string} */ message, /** @type {() => void} */ onclick) =>
      iconButton(act, app.say(message, entry.name), { 'data-act': act, onclick });
    const item = h('li', { class: 'plan-item', 'data-key': entry.key,
      /** @param {KeyboardEvent} event */
      onkeydown(event) {
        const up = event.key === 'ArrowUp';
        if (event.altKey && (up || event.key === 'ArrowDown')) {
          event.preventDefault();
          move(at, at + (up ? -1 : 1), up ? 'up' : 'down');
        }
      },
      /** @param {DragEvent} event */
      ondragstart(event) {
        dragged = at;
        item.classList.add('held');
        event.dataTransfer?.setData('text/plain', entry.key);
      },
      ondragend: () => item.classList.remove('held'),
      /** @param {DragEvent} event */
      ondragover(event) {
        event.preventDefault();
        item.classList.add('over');
      },
      ondragleave: () => item.classList.remove('over'),
      /** @param {DragEvent} event */
      ondrop(event) {
        event.preventDefault();
        if (dragged >= 0) {
          move(dragged, at, 'up');
        }
      } },
    h('span', { class: 'grip', draggable: 'true', 'aria-hidden': 'true' }, icon('grip')),
    h('span', { class: 'thumb' }, figure.canvas),
    h('div', null, h('a', { href: `#/stretch/${entry.key}` }, entry.name), h('p', null, entry.dose),
      h('p', { class: 'first-large' }, reasonWords(reasons.get(entry.exercise), entry.name))),
    h('div', { class: 'row' },
      tool('up', 'WEB_MOVE_UP', () => move(at, at - 1, 'up')),
      tool('down', 'WEB_MOVE_DOWN', () => move(at, at + 1, 'down')),
      tool('close', 'WEB_LEAVE_OUT', () => {
        app.data.leaveOut(entry.exercise);
        void replanned(app);
      })));
    wake(item, figure);
    return item;
  };

  return h('ol', { class: 'plan-list' }, entries.map(listItem));
}

/** @param {App} app @param {Plan} plan */
function leftOut(app, plan) {
  return outside.map(([group, title]) => {
    const reasons = plan.stretches.filter((reason) => reason.group === group);
    const canPut = (/** @type {Reason} */ reason) => group !== 'not-for-you' || reason.left_out;
    return reasons.length > 0 && section(app.say(title),
      h('ul', { class: 'plain wide plan-out' }, reasons.map((reason) => {
        const { name, key } = app.stretches[reason.exercise];
        return h('li', { class: 'row' },
          canPut(reason) && iconButton('plus', app.say('WEB_PUT_IN', name), { class: 'button-round', 'data-act': 'put-in', onclick() {
            app.data.putIn(reason.exercise);
            void replanned(app);
          } }),
          h('div', null, h('a', { href: `#/stretch/${key}` }, name), h('p', { class: 'small soft first-large' }, reasonWords(reason, name)),
            reason.reason === 'parked' && !app.data.isReadOnly() && h('button', { 'data-act': 'try-again', onclick() {
              app.data.history.noteAgain(reason.exercise);
              app.data.look();
              app.toast(app.say('LOG_AGAIN_HOW'));
              app.again();
            } }, app.say('WEB_TRY_AGAIN', name))));
      })));
  });
}

/** @param {App} app @returns {Shown} */
export function planView(app) {
  /** @type {Living[]} */
  const living = [];
  const plan = app.data.plan();
  const { routine } = plan;
  const isPlanned = plan.refused === null && routine.entries.length > 0;
  const element = h('div', null,
    head(isPlanned ? app.say('WEB_PLAN_TITLE', minutesOf(routine.duration_ms)) : app.say('WEB_TODAY_REFUSED'),
      plan.refused?.text ?? plan.why),
    h('div', { class: 'section' },
      isPlanned && h('div', { class: 'row' },
        button('button-main', () => app.play('plan'), icon('play'), words(app.say('KEY_START'))),
        app.data.hasWishes() && button('button-plain', () => {
          app.data.forgetWishes();
          void replanned(app);
        }, app.say('WEB_PLAN_AFRESH'))),
      wishesOf(app, plan),
      planList(app, plan, living),
      plan.not_put_in.map(({ text }) => h('p', { class: 'note' }, text)),
      routine.objections.map(({ text }) => h('p', { class: 'note' }, text)),
      plan.notes.map((note) => h('p', { class: 'soft' }, note))),
    leftOut(app, plan));
  return { title: app.say('WEB_PLAN'), element, end: () => living.forEach((figure) => figure.end()) };
}
