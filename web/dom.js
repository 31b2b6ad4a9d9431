// SPDX-License-Identifier: MIT
// dom.js: makes elements. No framework: a view builds its elements once and keeps those that change.

/** @typedef {Node | string | number | null | undefined | false} One */
/** @typedef {One | readonly (One | readonly One[])[]} Child Lists may stand in lists. */
/** @typedef {Record<string, unknown>} Attributes */

const svgSpace = 'http://www.w3.org/2000/svg';

/** @param {unknown} value */
const isThere = (value) => (value ?? false) !== false;

/** What is to be seen of children. @param {readonly any[]} children @returns {(Node | string)[]} */
const shown = (children) => children.flat(Infinity).filter(isThere);

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
 * @typedef {{y: number, choice: string | null, path: number[] | null}} Seat `choice`: finds an input by what it chooses;
 *   `path`: finds anything else, by which child it is of which; null: the focus is not in the element
 */

/** @param {Element} root @returns {Seat} */
export function seatIn(root) {
  const at = document.activeElement;
  if (at === null || !root.contains(at)) {
    return { y: scrollY, choice: null, path: null };
  }
  const path = [];
  for (let one = at; one !== root && one.parentElement; one = one.parentElement) {
    path.unshift([...one.parentElement.children].indexOf(one));
  }
  const choice = at instanceof HTMLInputElement && at.name !== ''
    ? `input[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]` : null;
  return { y: scrollY, choice, path };
}

/**
 * Back to it; where what had the focus is gone, to its neighbour.
 * @param {HTMLElement} root
 * @param {Seat} seat
 */
export function sitDown(root, seat) {
  scrollTo(0, seat.y);
  if (seat.path === null) {
    return;
  }
  /** @type {Element | null} */
  let at = seat.choice === null ? null : root.querySelector(seat.choice);
  if (at === null) {
    at = root;
    for (const child of seat.path) {
      at = at.children[Math.min(child, at.children.length - 1)] ?? at;
    }
  }
  /** @type {HTMLElement} */ (at).focus({ preventScroll: true });
  if (!root.contains(document.activeElement)) {
    root.focus({ preventScroll: true });
  }
}
