// SPDX-License-Identifier: MIT
// today.js: what fits today, in one look: how long, where, and one button.

import { h } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { minutesOf, strip } from './leaves.js';
import { button, chips, head, section, words } from './parts.js';
import { isStill } from './theme.js';
import { firstView } from './first.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */

const minuteChoices = [2, 5, 8, 10, 15];

/** @param {App} app */
function resumeCard(app) {
  const open = app.data.openSession();
  if (open === null) {
    return null;
  }
  return h('div', { class: 'card stack wide' },
    h('h2', null, app.say('WEB_RESUME_TITLE')),
    h('p', { class: 'soft' }, open.words),
    h('div', { class: 'row' },
      button('button-main', () => app.play('resume'), icon('play'), app.say('WEB_RESUME')),
      button('button-plain', () => {
        app.data.dismiss();
        app.again();
      }, app.say('WEB_RESUME_NOT'))));
}

/** What may be done instead of a session. @param {App} app */
function refused(app, /** @type {import('./coach.js').Plan} */ plan) {
  return h('div', { class: 'today-words' },
    h('h1', null, app.say('WEB_TODAY_REFUSED')),
    h('p', { class: 'lead' }, plan.refused?.text),
    h('p', null, plan.refused?.nearest),
    plan.notes.map((note) => h('p', null, note)),
    h('p', null, app.say('REST_TODAY_WALK')),
    h('a', { class: 'button', href: '#/questions' }, app.say('WEB_QUESTIONS_AGAIN')));
}

/** How long and where; the very first session has its own length. @param {App} app @param {import('./coach.js').Plan} plan */
export function wishesOf(app, plan) {
  const { data } = app;
  const { context, minutes } = data.request();
  const places = data.coach.told('context').filter(([name]) => name !== 'any');
  const lengths = [...new Set([...minuteChoices, minutes])].sort((a, b) => a - b);
  return h('div', { class: 'stack' },
    chips(app.say('WEB_HOW_LONG'), lengths.map((value) => [String(value), app.say('WEB_MINUTES', value)]), plan.first ? '' : String(minutes),
      (value) => {
        data.wishFor({ minutes: Number(value) });
        app.again();
      }),
    chips(app.say('WEB_WHERE'), places, context, (value) => {
      data.wishFor({ context: value });
      app.again();
    }));
}

/** @param {App} app @param {import('./coach.js').Plan} plan @param {boolean} mayStart @param {(() => void)[]} ends */
function planned(app, plan, mayStart, ends) {
  const { routine } = plan;
  const today = app.data.history.today();
  const first = routine.entries[0];
  const living = new Living(app.core, app.theme, 'living', first.name,
    { exercise: first.exercise, variant: first.variant });
  living.move(!isStill());
  ends.push(() => living.end());
  const start = h('button', { class: 'button-main button-start', 'data-act': 'start', onclick: () => app.play('plan') },
    icon('play'), words(app.say('KEY_START')));
  return [
    h('div', { class: 'today' },
      h('div', { class: 'today-words' },
        head(app.say('WEB_TODAY_TITLE', minutesOf(routine.duration_ms)), today.text),
        mayStart && start,
        mayStart && app.data.askToLookRound() && h('p', { class: 'note' }, app.say('WEB_FELT_BEFORE')),
        wishesOf(app, plan)),
      h('div', { class: 'today-figure' }, living.canvas)),
    section(app.say('WEB_TODAY_STRETCHES', routine.entries.length),
      strip(app, routine, ends),
      h('p', { class: 'soft' }, app.data.needs()),
      plan.why && h('p', { class: 'soft' }, plan.why),
      h('a', { href: '#/plan' }, app.say('WEB_TODAY_WHY'))),
    (today.week || today.last) && h('section', { class: 'section' },
      today.last && h('p', { class: 'soft' }, today.last), today.week && h('p', { class: 'soft' }, today.week)),
  ];
}

/** @param {App} app @returns {Promise<Shown>} */
export async function todayView(app) {
  if (app.data.isNew()) {
    return firstView(app);
  }
  const isElsewhere = await app.data.stage.isTaken();
  /** @type {(() => void)[]} */
  const ends = isElsewhere ? [app.data.stage.whenFree(() => app.again())] : [];
  const plan = app.data.plan();
  const element = h('div', null, !isElsewhere && resumeCard(app),
    (isElsewhere || app.data.isHeld()) && h('p', { class: 'note' }, app.say('WEB_ELSEWHERE')),
    plan.refused === null && plan.routine.entries.length > 0 ? planned(app, plan, !isElsewhere, ends) : refused(app, plan),
    app.data.needsQuestions() && plan.refused === null && h('p', { class: 'section note' },
      app.say('WEB_QUESTIONS_DUE'), ' ', h('a', { href: '#/questions' }, app.say('WEB_QUESTIONS_ANSWER'))));
  return { title: app.say('WEB_TODAY'), element, end: () => ends.forEach((end) => end()) };
}
