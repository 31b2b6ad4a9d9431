// SPDX-License-Identifier: MIT
// once.js: what a hand does once counts once. A key that is held down, and the second half of a double click, would fall on
// whatever the first one brought: on "Forget it all", on a reason to stop, on an answer that nobody gave.

/** Keys that are held in order to go further: arrows, Tab, Backspace ... @param {KeyboardEvent} event */
const goesFurther = (event) => event.key.length > 1 && event.key !== 'Enter' && event.key !== 'Escape';

/** @param {EventTarget | null} target */
const isWritten = (target) => target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'file'].includes(target.type);

/** @param {KeyboardEvent} event */
function passOverHeld(event) {
  if (event.repeat && !goesFurther(event) && !isWritten(event.target)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {MouseEvent} event */
function passOverSecond(event) {
  const isActive = event.target instanceof Element && event.target.closest('button, a, label, summary, input') !== null;
  if (event.detail > 1 && isActive && !isWritten(event.target)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** For the whole page, before anything in it hears of it. */
export function countOnce() {
  addEventListener('keydown', passOverHeld, true);
  addEventListener('click', passOverSecond, true);
}
