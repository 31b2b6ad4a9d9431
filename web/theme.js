// SPDX-License-Identifier: MIT
// theme.js: light, dark or high contrast; how large the text is; whether things may move.
// What a person chose here is a matter of this screen, so that it stays in this browser.

import { pageColour, paletteColours, palettes } from './painter.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {{theme: string, language: string, sound: string, text: string}} Choices */

const place = 'unhunch.screen';

/** @type {Choices} */
const usual = { theme: 'auto', language: 'auto', sound: 'auto', text: 'auto' };

/** @returns {Choices} */
export function choices() {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(place) ?? '{}') };
  } catch {
    return { ...usual };
  }
}

/** @param {Partial<Choices>} changed */
export function choose(changed) {
  try {
    localStorage.setItem(place, JSON.stringify({ ...choices(), ...changed }));
  } catch {
    // a browser that keeps nothing asks anew next time
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether only key poses are shown. */
export function isStill() {
  return still.matches;
}

/** The name of the palette that is shown. */
export function paletteName() {
  const { theme } = choices();
  if (theme !== 'auto') {
    return theme;
  }
  if (contrast.matches) {
    return 'high-contrast';
  }
  return dark.matches ? 'dark' : 'light';
}

/** The colours of tones that text and shapes of the page share with the figure. */
const shared = { body: '--body', 'body-shade': '--body-shade', target: '--target', ground: '--floor' };

export class Theme extends EventTarget {
  #tones;

  /** @param {Core} core */
  constructor(core) {
    super();
    this.core = core;
    this.#tones = core.names('tone');
    /** @type {string[]} */
    this.colours = [];
    for (const query of [dark, contrast, still]) {
      query.addEventListener('change', () => this.apply());
    }
    this.apply();
  }

  /** Takes the choices over; figures are drawn anew. */
  apply() {
    const root = document.documentElement;
    const name = paletteName();
    const palette = palettes.indexOf(name);
    this.colours = paletteColours(this.core, palette);
    root.dataset.theme = name;
    root.dataset.text = choices().text;
    root.style.setProperty('--ground', pageColour(this.core, palette));
    for (const [tone, property] of Object.entries(shared)) {
      root.style.setProperty(property, this.colours[this.#tones.indexOf(tone)]);
    }
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', pageColour(this.core, palette));
    this.dispatchEvent(new Event('change'));
  }
}
