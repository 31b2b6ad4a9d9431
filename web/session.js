// SPDX-License-Identifier: MIT
// session.js: a session from its first question to its last: how is it, what comes, the session itself, a stop, the end.
// It has the keys of the terminal. Everything that is decided is decided by the core.

import { fill, h, tell } from './dom.js';
import { icon } from './icons.js';
import { Player, states } from './player.js';
import { Sound } from './sound.js';
import { acts, Stage } from './session_stage.js';
import { button, iconButton, words } from './parts.js';
import { showHelp, whySkip, whyStop } from './session_sheets.js';
import { finished, intro, paper, scale, stopped } from './leaves.js';
import { isStill, choose } from './theme.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./app.js').Shown} Shown */
/** @typedef {import('./data.js').Prepared} Prepared */
/** @typedef {{pain: number | null, stiffness: number | null}} Rating */

const tickMs = 250;
const frameMs = 33;
const noteMs = 8000;
const frameCostsMost = 1000;
/** Who does not answer was not asked: hands are often not free (UH_RATING_ANSWER_MS). */
const answerMs = 20000;

/** Keys of the terminal, and what they do here. @type {Record<string, string>} */
const keys = { Enter: 'pause', Escape: 'stop', '=': 'more',
  ...Object.fromEntries(Object.entries(acts).map(([act, { key }]) => [key, act])) };

/** The page was loaded anew where it was: what plays is known, and one press, at the session itself, goes on. */
const isReload = () => performance.getEntriesByType('navigation').some((one) => /** @type {any} */ (one).type === 'reload');

export class Session {
  /** As rated before. @type {Rating} */
  #before = { pain: null, stiffness: null };
  /** @type {(() => void)[]} */
  #ends = [];
  #frame = 0;
  /** A hand pressed start just before: sound may begin, and what comes was seen there. */
  #hand;
  #rise = '';
  #stops;
  #rates;
  #skips;
  /** For a hand, so that sound may begin. @type {AbortController | null} */
  #waiting = null;
  #covered = false;
  /** It has begun, and is shown once more. */
  #playsOn = false;
  #over = false;
  #timer = 0;
  #drawnAt = -Infinity;
  #toldAt = -Infinity;
  #noteUntil = 0;
  /** @type {WakeLockSentinel | null} */
  #lock = null;
  #noteWords = '';
  #frameCount = 0;
  #onKey;
  #onSight;

  /** @param {App} app @param {Prepared} prepared */
  constructor(app, prepared) {
    this.app = app;
    this.prepared = prepared;
    this.host = h('div', { class: 'session-host' });
    this.host.style.display = 'contents';
    this.sound = new Sound(app.core, app.data.soundWanted());
    this.keeper = app.data.keeper;
    this.#rates = { before: false, after: false };
    if (!prepared.resumed) {
      this.keeper.prepare(prepared);
      this.#rates = this.keeper.ratings();
    }
    this.player = new Player(app.core, this.keeper, prepared.speedPercent);
    this.#hand = app.data.takeHand() || prepared.started;
    this.#stops = app.core.names('stop');
    this.#skips = app.core.names('skip');
    /** @type {Stage | null} */
    this.stage = null;
    /** Milliseconds of the main thread that each of the last pictures took; for tests and the bench. */
    this.frameCosts = /** @type {number[]} */ ([]);
    this.player.onEvent = (event) => this.#take(event);
    this.player.onGap = () => this.#note(app.say('NOTE_GAP'));
    this.player.onCeiling = () => this.#note(app.say('NOTE_CEILING'));
    this.#onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    this.#onSight = () => this.#sight();
  }

  // -- before ------------------------------------------------------------------------------------------------------

  begin() {
    if (this.#rates.before && !this.prepared.resumed && !this.prepared.atOnce) {
      this.#rate(false, (rating) => {
        if (this.keeper.isTooMuch(rating.pain, rating.stiffness)) {
          this.keeper.rate('day', rating.pain, rating.stiffness);
          this.#restToday();
        } else {
          this.#before = rating;
          this.keeper.rate('before', rating.pain, rating.stiffness);
          this.#introduce();
        }
      });
    } else {
      this.#introduce();
    }
  }

  /** @param {HTMLElement} element @param {HTMLElement | null} [focus] */
  #leaf(element, focus = null) {
    for (const end of this.#ends.splice(0)) {
      end();
    }
    fill(this.host, element);
    const target = focus ?? element.querySelector('h1');
    target?.setAttribute('tabindex', '-1');
    target?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** Pain, then stiffness. @param {boolean} after @param {(rating: Rating) => void} then */
  #rate(after, then) {
    const { app } = this;
    /** @type {(number | null)[]} */
    const answers = [];
    let timer = 0;
    const ask = () => {
      clearTimeout(timer);
      if (this.#over) {
        return;
      }
      if (answers.length === 2) {
        then({ pain: answers[0], stiffness: answers[1] });
        return;
      }
      const answer = (/** @type {number | null} */ value) => {
        answers.push(value);
        ask();
      };
      const element = scale(app, answers.length === 0 ? 'RATE_PAIN' : 'RATE_STIFFNESS', after, answers.length + 1, answer);
      const wait = () => { // whoever is on the way to an answer is waited for
        clearTimeout(timer);
        timer = window.setTimeout(() => {
          answers.push(...Array.from({ length: 2 - answers.length }, () => null));
          ask();
        }, answerMs);
      };
      for (const sign of ['keydown', 'pointerdown', 'pointermove']) {
        element.addEventListener(sign, wait, { capture: true });
      }
      this.#leaf(element);
      this.#ends.push(() => clearTimeout(timer));
      wait();
    };
    ask();
  }

  /** Too much pain to stretch. */
  #restToday() {
    const { app } = this;
    this.#leaf(h('div', { class: 'leaf' }, h('h1', null, app.say('REST_TODAY_TITLE')),
      ['REST_TODAY_WHY', 'REST_TODAY_WALK', 'REST_TODAY_SEE'].map((message) => h('p', null, app.say(message))),
      button('button-main', () => this.#leave(), words(app.say('KEY_FINISH')))));
  }

  /** What comes. Who has just seen it, and pressed start there, is not asked again. */
  #introduce() {
    const { app, prepared } = this;
    if (this.#hand || (prepared.resumed && isReload())) {
      void this.#play();
      return;
    }
    const element = intro(app, prepared.routine, { title: prepared.title, why: prepared.why, start: () => void this.#play() },
      this.#ends);
    const ends = this.#ends.splice(0);
    this.#leaf(element, element.querySelector('button'));
    this.#ends.push(...ends);
  }

  // -- the session -------------------------------------------------------------------------------------------------

  /** One tab plays; another one leads to what says so. */
  async #play() {
    this.sound.open(); // while the hand is at it
    const isMine = await this.app.data.stage.enter();
    if (this.#over) {
      this.app.data.stage.leave();
    } else if (isMine) {
      this.#open();
    } else {
      this.#leave();
    }
  }

  #open() {
    const { app } = this;
    this.#showStage();
    if (!(this.prepared.resumed ? this.player.goOn() : this.player.begin())) {
      app.toast(app.say('WEB_TODAY_REFUSED'));
      app.go('today');
      return;
    }
    history.replaceState(null, '', '#/session/resume'); // a reload goes on with it
    this.#runLoop();
    document.addEventListener('visibilitychange', this.#onSight);
    if (this.prepared.resumed && !this.#hand) { // a reload: nobody said so
      this.player.tell('pause');
    }
    if (this.prepared.started || this.prepared.resumed) {
      this.#beginUntouched();
    }
    this.sound.speak();
  }

  #showStage() {
    const stage = new Stage(this.app, (act) => this.#act(act));
    this.stage = stage;
    this.#addTools(stage);
    tell(stage.name, this.#playsOn ? this.app.core.json(this.app.core.exports.uh_door_told_session(this.player.lastTick,
      this.player.speedPercent)).name : this.prepared.title); // read aloud when it gets the focus
    this.#leaf(stage.element, stage.name);
    this.#ends.push(() => stage.end());
  }

  #runLoop() {
    void this.#stayAwake();
    addEventListener('keydown', this.#onKey);
    this.#timer = window.setInterval(() => this.#tick(), tickMs);
    this.#frame = requestAnimationFrame((at) => this.#draw(at));
  }

  /** It was started outside of this window: a browser may wait for a hand with all sound. */
  #beginUntouched() {
    const { app, sound } = this;
    if (sound.wanted === 'none' || navigator.userActivation?.hasBeenActive !== false) {
      return;
    }
    const waiting = new AbortController();
    const touched = () => {
      waiting.abort();
      sound.open();
    };
    for (const kind of ['pointerup', 'keydown']) {
      addEventListener(kind, touched, { capture: true, signal: waiting.signal });
    }
    this.#waiting = waiting;
    this.#note(app.say('WEB_SOUND_WAITS'));
  }

  /** @param {Stage} stage */
  #addTools(stage) {
    const { app } = this;
    const isSilent = () => this.sound.wanted === 'none';
    const sound = button('button-plain button-round', () => {
      const silent = isSilent();
      choose({ sound: silent ? 'auto' : 'none' });
      this.sound.want(silent ? app.data.soundWanted() : 'none');
      show();
    });
    const show = () => {
      sound.title = app.say(isSilent() ? 'WEB_SOUND_ON' : 'WEB_SOUND_OFF');
      sound.setAttribute('aria-label', sound.title);
      fill(sound, icon(isSilent() ? 'mute' : 'sound'));
    };
    show();
    const full = document.fullscreenEnabled && iconButton('full', app.say('WEB_FULL_SCREEN'), { onclick: () => {
      void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } });
    const help = iconButton('help', app.say('WEB_MORE'), { 'data-act': 'help', onclick: () => this.#act('help') });
    fill(stage.tools, sound, full, help);
  }

  /** @param {import('./player.js').SessionEvent} event */
  #take(event) {
    const silent = this.#covered && event.kind === 'cue';
    if (!silent) {
      this.sound.take(event, this.player.lastTick);
    }
    if (event.kind === 'cue' && event.text !== '' && !this.sound.speaks) {
      this.stage?.announce(event.text);
    }
    this.#toldAt = -Infinity;
    this.#drawnAt = -Infinity;
  }

  #tick() {
    if (this.#over || this.stage === null) {
      return;
    }
    this.player.tick();
    this.sound.speak();
    this.#tell();
    if (!this.#covered && this.player.isPlayed()) {
      this.#finishPlaying();
    }
  }

  /** Words change with the second or with an event. */
  #tell() {
    const { stage, player, app } = this;
    if (stage === null || player.lastTick - this.#toldAt < tickMs) {
      return;
    }
    this.#toldAt = player.lastTick;
    const told = app.core.json(app.core.exports.uh_door_told_session(player.lastTick, this.player.speedPercent));
    stage.showWords(told, player.look());
    if (this.#noteUntil > player.lastTick) {
      tell(stage.next, this.#noteWords);
    }
  }

  /** @param {number} at of the animation clock */
  #draw(at) {
    const { stage, player } = this;
    if (this.#over || stage === null) {
      return;
    }
    this.#frame = requestAnimationFrame((next) => this.#draw(next));
    if (at - this.#drawnAt < frameMs - 4) {
      return;
    }
    const began = performance.now();
    const now = player.tick();
    this.sound.speak();
    const view = player.look();
    const truthMs = this.app.core.exports.uh_door_picture_ms(now);
    const due = at - this.#drawnAt >= (isStill() ? 1000 : Math.max(frameMs - 4, truthMs / 4));
    if (due || stage.actor.dirty) {
      this.#drawnAt = at;
      stage.actor.draw(now);
    }
    stage.showDial(view);
    this.#tell();
    this.frameCosts[this.#frameCount++ % frameCostsMost] = performance.now() - began;
  }

  /** @param {string} words under the session, for some seconds */
  #note(words) {
    this.#noteWords = words;
    this.#noteUntil = this.player.time() + noteMs;
    this.#toldAt = -Infinity;
    this.stage?.announce(words);
  }

  // -- keys and buttons ----------------------------------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.stage === null || this.#covered) {
      return;
    }
    const isButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
    if (isButton && (event.key === 'Enter' || event.key === ' ')) {
      return;
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // hands are often not free, so whatever letter they reach pauses; it never lets go on by accident
    const other = event.key.length === 1 && this.player.look().state === states.running ? 'pause' : undefined;
    if (act !== undefined || other !== undefined) {
      event.preventDefault();
      this.#act(act ?? /** @type {string} */ (other));
    }
  }

  /** @param {string} act */
  #act(act) {
    if (act === 'pause') {
      const paused = this.player.look().state === states.paused;
      this.sound.hush();
      this.player.tell(paused ? 'resume' : 'pause');
    } else if (act === 'stop') {
      void this.#cover((host) => whyStop(this.app, host), (reason) => this.#stop(reason));
    } else if (act === 'skip') {
      void this.#cover((host) => whySkip(this.app, host), (reason) => reason !== 'stop'
        && this.player.tell('skip', this.#skips[reason - 1])).then((reason) => reason === 'stop' && this.#act(reason));
    } else if (act === 'help') {
      void this.#cover((host) => showHelp(this.app, host), () => false).then((more) => more && this.#act(more));
    } else {
      this.player.tell(act);
    }
    this.sound.speak();
    this.#drawnAt = -Infinity;
    this.#tell();
  }

  /**
   * A page over the session: time stands still under it.
   * @template Value
   * @param {(host: HTMLElement) => Promise<Value | null>} open
   * @param {(value: Value) => boolean} obey whether the session is no longer held
   * @returns {Promise<Value | null>} what was chosen there
   */
  async #cover(open, obey) {
    const { player } = this;
    player.tick();
    const { state } = player.look();
    if (this.#covered || state === states.done || state === states.stopped) {
      return null;
    }
    this.sound.hush();
    this.#covered = true;
    const held = player.tell('pause');
    const value = await open(this.host);
    if (this.#over) {
      return null;
    }
    const obeyed = value !== null && obey(value);
    if (held && !obeyed) { // this page paused it
      player.tell('resume');
    }
    this.#covered = false;
    this.#tell();
    return value;
  }

  // -- after a stop --------------------------------------------------------------------------------------------------

  /** @param {number} reason from 1 */
  #stop(reason) {
    if (!this.player.tell('stop', this.#stops[reason])) {
      return false;
    }
    this.sound.speak();
    this.#showStopped();
    return true;
  }

  #showStopped() {
    const { app, player } = this;
    const { core } = app;
    const view = player.look();
    const grave = this.#stops[view.stopReason] !== 'other';
    const ways = {
      undo: view.canUndo ? () => this.#undo() : null,
      signs: grave ? () => this.#call() : null,
      finish: () => this.#leave(),
    };
    const { element, undo } = stopped(app, core.json(core.exports.uh_door_told_stopped(player.lastTick)), ways);
    element.addEventListener('keydown', (event) => {
      const way = { u: ways.undo, e: ways.signs, q: ways.finish }[event.key];
      if (way) {
        event.preventDefault();
        event.stopPropagation(); // the session's own keys begin to listen now
        way();
      }
    });
    this.#pauseLoop();
    this.#leaf(element);
    if (undo !== null) {
      const timer = setInterval(() => {
        player.tick();
        if (!player.look().canUndo) {
          const hadFocus = document.activeElement === undo;
          undo.remove();
          clearInterval(timer);
          if (hadFocus) {
            element.querySelector('button')?.focus();
          }
        }
      }, 1000);
      this.#ends.push(() => clearInterval(timer));
    }
  }

  /** Pressed by mistake: the side is done again. */
  #undo() {
    if (this.player.tell('undo-stop')) {
      this.#covered = false;
      this.#playsOn = true;
      this.#showStage();
      this.#runLoop();
    }
  }

  /** Signs of an emergency: kept before they are read. */
  #call() {
    const { app, player } = this;
    const { core } = app;
    app.data.emergency(true);
    this.#leaf(h('div', { class: 'leaf' },
      paper(core.json(core.exports.uh_door_told_call(player.lastTick))),
      h('div', { class: 'row' },
        button('button-main', () => this.#leave(), words(app.say('KEY_FINISH'))),
        button('button-plain', () => {
          app.data.emergency(false);
          this.#showStopped();
        }, words(app.say('KEY_RETURN'))))));
  }

  #pauseLoop() {
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    removeEventListener('keydown', this.#onKey);
    this.stage = null;
    this.#letSleep();
  }

  // -- the end -------------------------------------------------------------------------------------------------------

  #finishPlaying() {
    this.#pauseLoop();
    this.keeper.end();
    this.app.data.stage.leave();
    if (this.#worked() > 0 && this.#rates.after) {
      this.#rate(true, (rating) => {
        this.keeper.rate('after', rating.pain, rating.stiffness);
        this.#rise = this.keeper.rise(this.#before, rating);
        this.#showFinished();
      });
    } else {
      this.#showFinished();
    }
  }

  #worked() {
    return this.app.core.exports.uh_door_session_worked(this.player.lastTick);
  }

  #showFinished() {
    const { app, keeper, player } = this;
    const { entries, elapsedMs } = player.look();
    const worked = this.#worked();
    this.#leaf(finished(app, { worked, entries, elapsedMs, rise: this.#rise, asksHelped: worked > 0,
      felt: app.data.lookedRound && worked > 0,
      correct: (how) => keeper.correct(/** @type {'all'} */ (how)), helped: (how) => keeper.helped(/** @type {'same'} */ (how)),
      leave: () => this.#leave() }));
  }

  #leave() {
    this.app.go('today');
  }

  // -- the machine ---------------------------------------------------------------------------------------------------

  async #stayAwake() {
    try {
      this.#lock = await navigator.wakeLock?.request('screen') ?? null;
    } catch {
      // a battery that is nearly empty wins
    }
    if (this.stage === null) { // over before it was granted
      this.#letSleep();
    }
  }

  #letSleep() {
    void this.#lock?.release();
    this.#lock = null;
  }

  #sight() {
    if (document.visibilityState === 'visible' && this.stage !== null) {
      this.#drawnAt = -Infinity;
      this.#tick();
      void this.#stayAwake();
    }
  }

  end() {
    if (this.#over) {
      return;
    }
    if (this.stage !== null) {
      // it waits where it is, and is offered again; what nobody takes up is closed by its lease
      this.player.tell('pause');
      this.app.data.leaveOpen();
    }
    this.#over = true;
    this.app.data.stage.leave();
    this.#pauseLoop();
    document.removeEventListener('visibilitychange', this.#onSight);
    this.#waiting?.abort();
    for (const end of this.#ends.splice(0)) {
      end();
    }
    this.sound.close();
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    }
    this.app.data.lookedRound = false; // that was for this session
    this.app.data.look();
  }
}

/** @param {App} app @param {string} rest what is to be played: "plan", "micro", "recipe/desk-5", "names/chin-tuck,cat-cow" @returns {Shown} */
export function sessionView(app, rest) {
  const prepared = app.data.prepare(rest);
  if (prepared === null) {
    const way = app.data.isNew() ? 'first' : app.data.needsQuestions() ? 'questions' : 'today';
    return { title: 'unhunch', element: h('div'), placed: () => app.instead(way) };
  }
  const session = new Session(app, prepared);
  app.session = session;
  return { title: prepared.title, element: session.host, bare: true, placed: () => session.begin(), end: () => session.end() };
}
