// SPDX-License-Identifier: MIT
// dom.js: makes elements. No framework: a view builds its elements once and keeps those that change.

/** @typedef {Node | string | number | null | undefined | false} One */
/** @typedef {One | readonly (One | readonly One[])[]} Child Lists may stand in lists. */
/** @typedef {Record<string, unknown>} Attributes */

const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function give(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on') && typeof value === 'function') {
    element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * @param {Element} element
 * @param {...Child} children
 */
export function add(element, ...children) {
  for (const child of children) {
    if (child instanceof Node) {
      element.append(child);
    } else if (Array.isArray(child)) {
      add(element, ...child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(String(child));
    }
  }
}

/**
 * An element with its attributes (`on...` are listeners; null and false are left out) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    give(element, name, value);
  }
  add(element, ...children);
  return element;
}

/**
 * The same for SVG.
 * @param {string} tag
 * @param {Attributes | null} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function s(tag, attributes, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(svgSpace, tag));
  for (const [name, value] of Object.entries(attributes ?? {})) {
    give(element, name, value);
  }
  add(element, ...children);
  return element;
}

/**
 * New children for an element.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, ...children);
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
 * @param {string | number} value
 */
export function css(element, name, value) {
  element.style.setProperty(name, String(value));
}
