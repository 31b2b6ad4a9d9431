// SPDX-License-Identifier: MIT
// dom.js: makes elements. No framework: a view builds its elements once and keeps those that change.

/** @typedef {Node | string | number | null | undefined | false} One */
/** @typedef {One | readonly (One | readonly One[])[]} Child Lists may stand in lists. */
/** @typedef {Record<string, unknown>} Attributes */

const svgSpace = 'http://www.w3.org/2000/svg';

/** @param {unknown} value */
const isThere = (value) => (value ?? false) !== false;

const isoDay = /(\d{4}-\d\d-\d\d)/;

/** As the reader writes it, in the language that is spoken. @param {string} iso */
function dayWords(iso) {
  const { lang } = document.documentElement;
  const locale = navigator.languages.find((one) => one.split('-')[0] === lang) ?? lang;
  const day = new Date(iso);
  return Number.isNaN(day.getTime()) ? iso : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** A text, its days for people and for machines. @param {string} text @returns {(Node | string)[]} */
const dated = (text) => text.split(isoDay).map((piece, i) => {
  if (i % 2 === 0) {
    return piece;
  }
  const time = document.createElement('time');
  time.dateTime = piece;
  time.textContent = dayWords(piece);
  return time;
});

/** What is to be seen of children. @param {readonly any[]} children @returns {(Node | string)[]} */
const shown = (children) => children.flat(Infinity).filter(isThere).flatMap((one) => (typeof one === 'string' ? dated(one) : [one]));

/**
 * @template {Element} Made
 * @param {Made} element
 * @param {Attributes | null | undefined} attributes
 * @param {Child[]} children
 */
function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (isThere(value)) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...shown(children));
  return element;
}

/**
 * An element with its attributes (`on...` are listeners; null and false are left out) and children. A button sends no form.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} [attributes]
 * @param {...Child} children
 */
export function h(tag, attributes, ...children) {
  return build(document.createElement(tag), tag === 'button' ? { type: 'button', ...attributes } : attributes, children);
}

/**
 * The same for SVG.
 * @param {string} tag
 * @param {Attributes | null} [attributes]
 * @param {...Child} children
 */
export function s(tag, attributes, ...children) {
  return build(/** @type {SVGElement} */ (document.createElementNS(svgSpace, tag)), attributes, children);
}

/**
 * New children for an element.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...shown(children));
}

/**
 * Changes a text only where it differs, so that nothing is drawn or read aloud anew.
 * @param {Element} element
 * @param {string | null | undefined} text
 */
export function tell(element, text) {
  const words = text ?? '';
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

/**
 * Numbers in style attributes would break the page's policy; the object model may be used.
 * @param {ElementCSSInlineStyle} element
 * @param {string} name
 * @param {string} value
 */
export function css(element, name, value) {
  element.style.setProperty(name, value);
}

/**
 * Where somebody is in an element, so that they are still there after its children were made anew.
 * @typedef {{y: number, kind: string, looks: string, count: number, of: number, folds: boolean[]}} Seat what has the focus:
 *   `kind`, what it does; `looks`, that and what it is called; `count`, which of those that look the same it is; `of`, which of
 *   the same kind. '': the focus is not in the element
 */

/** @param {Element} one */
function kindOf(one) {
  return one instanceof HTMLInputElement ? `input ${one.type} ${one.value}` : `${one.tagName} ${one.getAttribute('data-act') ?? ''}`;
}

/** @param {Element} one */
function looksOf(one) {
  const name = one instanceof HTMLInputElement ? one.name : one.ariaLabel ?? (one.tagName === 'MAIN' ? '' : one.textContent);
  return `${kindOf(one)} ${name}`;
}

/** @param {Element} root @returns {HTMLElement[]} */
const focusable = (root) => [...root.querySelectorAll('a, button, input, select, summary, [tabindex]')]
  .map((one) => /** @type {HTMLElement} */ (one));

/** @param {Element} root @returns {Seat} */
export function seatIn(root) {
  const at = /** @type {HTMLElement | null} */ (document.activeElement);
  const folds = [...root.querySelectorAll('details')].map(({ open }) => open);
  if (at === null || !root.contains(at)) {
    return { y: scrollY, kind: '', looks: '', count: 0, of: 0, folds };
  }
  const before = focusable(root);
  const kind = kindOf(at);
  const looks = looksOf(at);
  return { y: scrollY, kind, looks, count: before.filter((one) => looksOf(one) === looks).indexOf(at),
    of: before.filter((one) => kindOf(one) === kind).indexOf(at), folds };
}

/**
 * Back to it; where what had the focus is gone, to the next of its kind, else to the whole.
 * @param {HTMLElement} root
 * @param {Seat} seat
 */
export function sitDown(root, seat) {
  const folds = [...root.querySelectorAll('details')];
  if (folds.length === seat.folds.length) {
    folds.forEach((fold, i) => {
      fold.open = seat.folds[i];
    });
  }
  scrollTo(0, seat.y);
  if (seat.kind === '') {
    return;
  }
  const now = focusable(root);
  const same = now.filter((one) => looksOf(one) === seat.looks);
  const kin = seat.kind.endsWith(' ') ? [] : now.filter((one) => kindOf(one) === seat.kind); // it has a name for what it does
  (same[seat.count] ?? kin[Math.min(seat.of, kin.length - 1)] ?? root).focus({ preventScroll: true });
  if (!root.contains(document.activeElement)) {
    root.focus({ preventScroll: true });
  }
}
