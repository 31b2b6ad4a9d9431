// SPDX-License-Identifier: MIT
// figure.js: the mannequin on canvases. One clock moves all that may move; what is not seen costs nothing.

import { paint } from './painter.js';
import { isStill } from './theme.js';
import { h } from './dom.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./theme.js').Theme} Theme */

/** No canvas is larger: beyond it nobody sees the difference, and software has to fill it. */
const pixelsMost = 1400;
const livingFrameMs = 50;

/** A picture of the core's, as large as its element. */
export class Picture {
  #brush;
  #onTheme;

  /**
   * @param {Core} core
   * @param {Theme} theme
   * @param {string} className
   * @param {string | null} label what it shows, for those who do not see it; null: decoration
   */
  constructor(core, theme, className, label) {
    this.core = core;
    this.theme = theme;
    this.canvas = h('canvas', label === null ? { class: className, 'aria-hidden': 'true' }
      : { class: className, role: 'img', 'aria-label': label });
    this.#brush = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.width = 0;
    this.height = 0;
    /** @type {() => void} */
    this.redraw = () => {};
    this.watch = new ResizeObserver(([entry]) => {
      const { inlineSize, blockSize } = entry.contentBoxSize[0];
      this.#resize(inlineSize, blockSize);
    });
    this.watch.observe(this.canvas);
    this.#onTheme = () => this.redraw();
    theme.addEventListener('change', this.#onTheme);
  }

  /** @param {number} width @param {number} height in CSS pixels */
  #resize(width, height) {
    const scale = Math.min(devicePixelRatio || 1, pixelsMost / Math.max(width, height, 1));
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (w !== this.width || h !== this.height) {
      [this.width, this.height] = [w, h];
      [this.canvas.width, this.canvas.height] = [w, h];
      this.redraw();
    }
  }

  get aspect() {
    return Math.min(10, Math.max(0.1, this.width / this.height || 1));
  }

  /** Puts the core's last drawing on the canvas. */
  show() {
    this.#brush.clearRect(0, 0, this.width, this.height);
    paint(this.core, this.#brush, this.theme.colours, this.height);
  }

  end() {
    this.watch.disconnect();
    this.theme.removeEventListener('change', this.#onTheme);
  }
}

/** Everything that moves by itself now. */
const moving = new Set(/** @type {Living[]} */ ([]));
let lastFrameMs = 0;

/** @param {number} nowMs */
function moveAll(nowMs) {
  if (moving.size === 0) {
    return;
  }
  if (nowMs - lastFrameMs >= livingFrameMs) {
    lastFrameMs = nowMs;
    for (const living of moving) {
      living.step(nowMs);
    }
  }
  requestAnimationFrame(moveAll);
}

/** A stretch, round and round: at rest it shows its key pose. */
export class Living extends Picture {
  #seenMs = -1;
  #isSeen = false;

  /**
   * @param {Core} core
   * @param {Theme} theme
   * @param {string} className
   * @param {string | null} label
   * @param {{exercise: number, variant?: number, side?: number}} of
   */
  constructor(core, theme, className, label, of) {
    super(core, theme, className, label);
    this.exercise = of.exercise;
    this.variant = of.variant ?? 0;
    this.side = of.side ?? 1;
    this.yaw = 0;
    this.inset = 0;
    this.hasInset = false;
    this.lengthMs = core.exports.uh_door_loop_ms(this.exercise, this.variant);
    this.atMs = this.#keyMs();
    this.wanted = false;
    /** @type {(living: Living) => void} */
    this.onStep = () => {};
    this.redraw = () => this.draw();
    this.sight = new IntersectionObserver(([entry]) => {
      this.#isSeen = entry.isIntersecting;
      this.draw();
      this.settle();
    });
    this.sight.observe(this.canvas);
  }

  /** A moment at which the stretch can be told: the end of its first movement. */
  #keyMs() {
    for (let ms = 0; ms < this.lengthMs; ms += 100) {
      if (this.core.exports.uh_door_loop_part(this.exercise, this.variant, ms) > 0) {
        return ms;
      }
    }
    return Math.max(0, this.lengthMs - 1);
  }

  draw() {
    if (!this.#isSeen || this.width === 0 || this.height === 0) {
      return;
    }
    const told = this.core.exports.uh_door_loop_draw(this.exercise, this.variant, this.side, this.atMs, this.yaw,
      this.inset, this.aspect);
    this.hasInset = told >= 256;
    this.show();
  }

  /** @param {number} nowMs */
  step(nowMs) {
    const passed = this.#seenMs < 0 ? 0 : Math.min(200, nowMs - this.#seenMs);
    this.#seenMs = nowMs;
    this.atMs = Math.round(this.atMs + passed) % this.lengthMs;
    this.draw();
    this.onStep(this);
  }

  /** @param {boolean} wanted */
  move(wanted) {
    this.wanted = wanted;
    this.settle();
  }

  settle() {
    const moves = this.wanted && this.#isSeen && !isStill();
    if (moves && !moving.has(this)) {
      this.#seenMs = -1;
      moving.add(this);
      if (moving.size === 1) {
        requestAnimationFrame(moveAll);
      }
    } else if (!moves) {
      moving.delete(this);
    }
  }

  /** Back to its key pose. */
  rest() {
    this.move(false);
    this.atMs = this.#keyMs();
    this.draw();
  }

  end() {
    this.move(false);
    this.sight.disconnect();
    super.end();
  }
}

/** The figure of a running session, and its second view where the stretch has one. */
export class Actor {
  #core;

  /**
   * @param {Core} core
   * @param {Theme} theme
   */
  constructor(core, theme) {
    this.#core = core;
    this.main = new Picture(core, theme, 'actor', null);
    this.second = new Picture(core, theme, 'actor-inset', null);
    this.second.canvas.hidden = true;
    this.dirty = true;
    this.main.redraw = () => {
      this.dirty = true;
    };
    this.second.redraw = this.main.redraw;
    core.exports.uh_door_figure_start(1.7);
  }

  /** @param {number} nowMs of the session's clock */
  draw(nowMs) {
    const { exports } = this.#core;
    this.dirty = false;
    if (this.main.width === 0 || this.main.height === 0) {
      return;
    }
    let hasInset = false;
    if (isStill()) {
      exports.uh_door_figure_key(nowMs, this.main.aspect);
    } else {
      hasInset = exports.uh_door_figure_follow(nowMs, this.main.aspect) !== 0;
    }
    this.main.show();
    this.second.canvas.hidden = !hasInset;
    if (hasInset && this.second.width > 0) {
      exports.uh_door_figure_inset(this.second.aspect);
      this.second.show();
    }
  }

  end() {
    this.main.end();
    this.second.end();
  }
}
