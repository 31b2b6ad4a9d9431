// SPDX-License-Identifier: MIT
// stretch.js: one stretch whole: the figure that can be moved and turned by hand, steps, corrections, stops, doses and
// who says so.

import { fill, h, tell } from './dom.js';
import { icon } from './icons.js';
import { Living } from './figure.js';
import { button, chips } from './parts.js';
import { isStill } from './theme.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./core.js').WholeStretch} WholeStretch */
/** @typedef {import('./core.js').Form} Form */

const turnStep = 30;
/** What an arrow key moves on. */
const scrubMs = 100;
const turnPerPixel = 0.5;

/** The figure with its tools. */
class Scene {
  #frame;
  #side = 1;
  #onPart;
  #caption;
  #slider;
  #playing;
  #living;

  /** @param {App} app @param {WholeStretch} stretch @param {(part: number, form: Form) => void} onPart */
  constructor(app, stretch, onPart) {
    this.app = app;
    this.stretch = stretch;
    this.#onPart = onPart;
    this.form = stretch.forms[0];
    this.#frame = h('div', { class: 'stage-figure' });
    this.#caption = h('p', { class: 'soft', 'aria-live': 'off' });
    this.#slider = h('input', { type: 'range', min: 0, step: scrubMs, 'aria-label': app.say('WEB_MOMENT'), oninput: () => this.#scrub() });
    this.#playing = button('button-round', () => this.#play(!this.#living.wanted));
    this.#living = this.#figure();
    this.element = h('div', { class: 'stage' }, this.#frame, this.#caption, h('div', { class: 'stage-tools' },
      h('div', { class: 'row' }, this.#playing, h('div', { class: 'wide' }, this.#slider)), this.#tools()));
    this.#drag();
    this.#play(!isStill());
  }

  #figure() {
    const { app, stretch, form } = this;
    const living = new Living(app.core, app.theme, '', app.say('WEB_FIGURE', stretch.name),
      { exercise: stretch.index, variant: form.index, side: this.#side });
    living.onStep = () => this.#follow();
    this.#slider.max = String(Math.floor((living.lengthMs - 1) / scrubMs) * scrubMs);
    this.#slider.value = String(living.atMs);
    fill(this.#frame, living.canvas);
    return living;
  }

  #tools() {
    const { app, stretch } = this;
    const turn = (/** @type {number} */ by) => {
      this.#living.yaw = (this.#living.yaw + by) % 360;
      this.#living.draw();
      app.announce(app.say('WEB_TURNED', (Math.round(this.#living.yaw) + 360) % 360));
    };
    const sided = stretch.sides.left !== null && stretch.sides.right !== null;
    return h('div', { class: 'row' },
      button('button-plain', () => turn(turnStep), icon('turn'), app.say('WEB_TURN')),
      button('button-plain', () => {
        this.#living.yaw = 0;
        this.#living.inset = this.#living.hasInset && this.#living.inset === 0 ? 1 : 0;
        this.#living.draw();
        app.announce(app.say('WEB_VIEW', this.#living.inset + 1, this.#living.hasInset ? 2 : 1));
      }, icon('full'), app.say('WEB_OTHER_VIEW')),
      sided && button('button-plain', () => {
        this.#side = 3 - this.#side;
        this.#living.side = this.#side;
        this.#living.draw();
        app.announce((this.#side === 1 ? stretch.sides.left : stretch.sides.right) ?? '');
      }, icon('skip'), app.say('WEB_OTHER_SIDE')));
  }

  #drag() {
    let from = NaN;
    this.#frame.addEventListener('pointerdown', (event) => {
      from = event.clientX;
      this.#frame.setPointerCapture(event.pointerId);
    });
    this.#frame.addEventListener('pointermove', (event) => {
      if (!Number.isNaN(from)) {
        this.#living.yaw = (this.#living.yaw - (event.clientX - from) * turnPerPixel) % 360;
        from = event.clientX;
        this.#living.draw();
      }
    });
    for (const name of ['pointerup', 'pointercancel']) {
      this.#frame.addEventListener(name, () => {
        from = NaN;
      });
    }
  }

  /** @param {boolean} moves */
  #play(moves) {
    this.#living.move(moves);
    fill(this.#playing, icon(moves ? 'pause' : 'play'));
    this.#playing.setAttribute('aria-label', this.app.say(moves ? 'WEB_HOLD_STILL' : 'WEB_LET_MOVE'));
    this.#follow();
  }

  #scrub() {
    this.#living.atMs = Number(this.#slider.value);
    this.#play(false);
    this.#living.draw();
  }

  #follow() {
    this.#slider.value = String(this.#living.atMs);
    const part = this.app.core.exports.uh_door_loop_part(this.stretch.index, this.form.index, this.#living.atMs);
    const label = this.form.parts[part]?.label ?? this.app.say('WEB_BACK_TO_START');
    if (this.#slider.ariaValueText !== label) {
      this.#slider.ariaValueText = label;
    }
    tell(this.#caption, label);
    this.#onPart(part, this.form);
  }

  /** @param {Form} form */
  show(form) {
    const moved = this.#living.wanted;
    this.#living.end();
    this.form = form;
    this.#living = this.#figure();
    this.#play(moved);
  }

  end() {
    this.#living.end();
  }
}

/** Which steps belong to a part. @param {Form} form @param {number} part */
function stepsOf(form, part) {
  const now = form.parts[part];
  const at = now === undefined ? 'release'
    : { 'move-in': 'move', hold: 'hold', release: 'release', move: 'move' }[now.kind] ?? 'move';
  return form.steps.map((step) => step.at === at && (step.pose === null || step.pose === now?.pose));
}

/** @param {App} app @param {Form} form */
function doses(app, form) {
  return h('ul', { class: 'doses' }, form.doses.map((dose) => h('li', null, h('details', null,
    h('summary', null, icon('chevron'), h('span', { class: 'dose-head' }, dose.name, ' ', h('b', null, dose.amount ?? '–'),
      dose.start !== null && dose.start !== dose.amount && h('span', { class: 'small soft' }, app.say('WEB_FIRST_WEEKS', dose.start)),
      dose.most !== null && dose.most !== dose.amount && h('span', { class: 'small soft' }, app.say('WEB_AT_MOST', dose.most)))),
    h('p', null, dose.stated), dose.ours && h('p', null, app.say('WEB_OURS', dose.ours))))));
}

/** @param {App} app @param {string} title @param {import('./core.js').Sign[]} signs @param {string} look */
function signs(app, title, signs, look) {
  return signs.length > 0 && h('section', { class: look }, h('h2', null, app.say(title)),
    h('ul', { class: 'signs' }, signs.map(({ sign, action }) => h('li', null, h('b', null, sign), action))));
}

/** @param {App} app @param {string} title @param {string[]} texts */
function texts(app, title, texts) {
  return texts.length > 0 && h('section', null, h('h2', null, app.say(title)), h('ul', null, texts.map((text) => h('li', null, text))));
}

/** @param {App} app @param {WholeStretch} stretch @param {Form} form */
function facts(app, stretch, form) {
  /** @type {[string, string | null][]} */
  const rows = [['SHOW_POSITION', form.position], ['SHOW_EQUIPMENT', form.needs ?? app.say('SHOW_NOTHING')],
    ['SHOW_CONTEXTS', form.contexts], ['SHOW_MODE', form.mode], ['SHOW_SIDES', stretch.sides.words],
    ['SHOW_SPACE', stretch.space], ['SHOW_BREATHING', stretch.breathing], ['SHOW_TAKE_OFF', stretch.take_off.join(' ')],
    ['SHOW_REGIONS', stretch.regions], ['SHOW_NOT_FOR', stretch.take_care], ['SHOW_ALIASES', stretch.aliases]];
  return h('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([name, value]) =>
    [h('dt', null, app.say(name)), h('dd', null, value)]));
}

/** @param {App} app @param {string} key @returns {Shown} */
export function stretchView(app, key) {
  const brief = app.stretches.find((one) => one.key === key);
  if (brief === undefined) {
    return { title: app.say('WEB_LIBRARY'), element: h('div', { class: 'stack' }, h('h1', null, app.say('WEB_NO_STRETCH')),
      h('a', { href: '#/library' }, app.say('WEB_LIBRARY'))) };
  }
  const stretch = app.core.stretch(brief.index);
  const steps = h('ol', { class: 'steps' });
  const about = h('div');
  const howMuch = h('div');
  const note = h('p', { class: 'soft' });
  const scene = new Scene(app, stretch, (part, form) => stepsOf(form, part).forEach((now, i) =>
    steps.children[i]?.classList.toggle('now', now)));
  const showForm = (/** @type {Form} */ form) => {
    fill(steps, form.steps.map((step) => h('li', null, h('span', null, step.text))));
    fill(about, facts(app, stretch, form));
    fill(howMuch, doses(app, form));
    tell(note, form.note ?? (form.asks_for && app.say('SHOW_ASKS_FOR', form.asks_for)));
    note.hidden = note.textContent === '';
  };
  showForm(stretch.forms[0]);
  const forms = stretch.forms.length > 1 && chips(app.say('WEB_FORM'), stretch.forms.map(({ name }, i) => [String(i), name]), '0', (value) => {
      showForm(stretch.forms[Number(value)]);
      scene.show(stretch.forms[Number(value)]);
    });
  const { felt } = stretch;
  const refused = !app.data.isNew() && !app.data.needsQuestions() && app.data.coach.named([brief.index]).objections[0];
  const element = h('article', { class: 'stretch' }, scene.element, h('div', { class: 'stretch-words' },
    h('header', { class: 'stack' },
      h('p', { class: 'small' }, h('a', { href: '#/library' }, app.say('WEB_LIBRARY'))),
      h('h1', null, stretch.name), h('p', { class: 'lead' }, stretch.summary),
      refused ? h('p', { class: 'note' }, refused.text)
        : button('button-main', () => app.play(`names/${stretch.key}`), icon('play'), app.say('WEB_DO_NOW')), forms, note),
    h('section', null, h('h2', null, app.say('SHOW_STEPS')), steps),
    h('section', null, h('h2', null, app.say('SHOW_FELT')), h('p', null, felt.here),
      felt.elsewhere && h('p', null, felt.elsewhere), felt.claim && h('p', { class: 'note' }, felt.claim)),
    signs(app, 'SHOW_STOPS', stretch.stops, 'warning'), signs(app, 'SHOW_CORRECTIONS', stretch.corrections, ''),
    h('section', null, h('h2', null, app.say('SHOW_DOSE')), h('p', { class: 'soft small' }, app.say('WEB_SAYS_WHO')), howMuch),
    texts(app, 'SHOW_EASIER', stretch.easier), texts(app, 'SHOW_HARDER', stretch.harder),
    h('section', null, h('h2', null, app.say('WEB_ABOUT')), about,
      stretch.therapist && h('p', null, stretch.therapist),
      h('p', { class: 'small soft' }, app.say('WHY_DESCRIBED', stretch.from)))));
  return { title: stretch.name, element, end: () => scene.end() };
}
