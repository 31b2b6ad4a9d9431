// SPDX-License-Identifier: MIT
// icons.js: a few shapes, drawn for this page on a square of 24.

import { s } from './dom.js';

/** @type {Record<string, string>} */
const paths = {
  today: 'M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  library: 'M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  plan: 'M5 6.5h.01M9 6.5h11M5 12h.01M9 12h11M5 17.5h.01M9 17.5h11',
  progress: 'M4 19.5h16M6.5 16v-4M12 16V5M17.5 16V9',
  learn: 'M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13',
  you: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20c.8-3.7 3.8-5.5 7.5-5.5s6.7 1.8 7.5 5.5',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  play: 'M8 5.5v13l10.5-6.5z',
  stop: 'M6.5 6.5h11v11h-11z',
  skip: 'M6 6v12l8-6zM17.5 6v12',
  back: 'M18 6v12l-8-6zM6.5 6v12',
  ease: 'M4 8c3 0 3 8 6 8s3-5 5-5 2 2.5 5 2.5',
  ready: 'M5 12.5l4.5 4.5L19 7.5',
  sound: 'M4 10v4h3.5l4.5 4V6l-4.5 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  mute: 'M4 10v4h3.5l4.5 4V6l-4.5 4zM16 10l4.5 4.5M20.5 10L16 14.5',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  help: 'M9.3 9a2.7 2.7 0 1 1 3.9 2.4c-.8.5-1.2 1-1.2 2.1M12 17.2h.01M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20 20',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  turn: 'M4 12a8 4 0 1 0 8-4M12 4l-3.5 4L12 12',
  chevron: 'M9 5l7 7-7 7',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
};

/** @param {string} name */
export function icon(name) {
  return s('svg', { class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: paths[name] }));
}
