// SPDX-License-Identifier: MIT
// figures.mjs UNHUNCH PAGE.HTML: one page with every stretch: its key poses beside its steps and doses.
// The program draws; this only arranges. Colours become classes, so that the page follows the reader's light or dark.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [unhunch, page] = process.argv.slice(2);
const run = (...words) => execFileSync(unhunch, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// -- pictures --

const colours = new Map(); // 'fill #light 1 #dark 1' to a class
const colourPattern = /(fill|stroke)="(#[0-9a-f]{6})"(?: \1-opacity="([0-9.]+)")?/g;

function classOf(property, light, dark) {
  const key = [property, ...light, ...dark].join(' ');
  if (!colours.has(key)) {
    colours.set(key, `${property[0]}${colours.size}`);
  }
  return colours.get(key);
}

// The shapes of a picture, without its frame and ground; the same in both palettes but for their colours.
function shapes(words) {
  const [light, dark] = ['light', 'dark'].map((palette) =>
    run('figure', ...words, '--svg', '--palette', palette).split('\n').filter((line) => line.startsWith('<path')));
  return light.map((line, i) => {
    const darks = [...dark[i].matchAll(colourPattern)].map((match) => [match[2], match[3] ?? '1']);
    const names = [];
    const bare = line.replace(colourPattern, (_, property, colour, opacity) => {
      names.push(classOf(property, [colour, opacity ?? '1'], darks[names.length]));
      return '';
    });
    return bare.replace('<path', `<path class="${names.join(' ')}"`).replace(/ {2,}/g, ' ');
  }).join('\n');
}

const pictures = new Map(); // shapes to the id of their symbol
function picture(words, title, size = '') {
  const drawn = shapes(words);
  if (!pictures.has(drawn)) {
    pictures.set(drawn, `p${pictures.size}`);
  }
  const name = title ? `role="img" aria-label="${escape(title)}"` : 'aria-hidden="true"';
  return `<svg class="picture ${size}" viewBox="0 0 1000 1000" ${name}><use href="#${pictures.get(drawn)}"/></svg>`;
}

const figure = (words, caption, title, size = '') =>
  `<figure class="${size}">${picture(words, title, size)}<figcaption>${escape(caption)}</figcaption></figure>`;

// -- what stands beside them --

const doseNames = { hold_s: 'Hold', repetitions: 'Repetitions', sets: 'Sets', per_day: 'A day' };
function doses(dose) {
  const unit = (key, value) => (key === 'hold_s' ? `${value} s` : key === 'repetitions' || key === 'sets' ? `${value}` :
    value === 1 ? 'once' : `${value} times`);
  return Object.entries(doseNames).filter(([key]) => dose[key]?.design?.default != null).map(([key, name]) => {
    const { start, default: usual, ceiling } = dose[key].design;
    const more = [start !== usual ? `first weeks ${unit(key, start)}` : '', ceiling !== usual ? `at most ${unit(key, ceiling)}` : ''];
    const rest = more.filter((words) => words !== '').join(', ');
    return `<dt>${name}</dt><dd>${unit(key, usual)}${rest && `<small>${rest}</small>`}</dd>`;
  }).join('');
}

const withoutStart = (parts) => [...new Map(parts.filter((part) => part.pose && part.pose !== 'start')
  .map((part) => [part.pose, part.label])).entries()];

// "turning left": what is drawn is the left; the other side is its mirror image.
function poses(stretch) {
  const { key, name } = stretch;
  const drawn = [figure([key, '--phase', 'ready'], 'Start', `${name}, the start`)];
  for (const [pose, label] of withoutStart(stretch.variants[0].parts)) {
    const words = [key, '--phase', 'hold', '--pose', pose];
    const caption = label ?? pose.replaceAll('-', ' ');
    drawn.push(figure(words, caption, `${name}: ${caption}`));
    if (shapes(words) !== shapes([...words, '--inset'])) {
      drawn.push(figure([...words, '--inset'], 'closer', `${name}: ${caption}, closer`));
    }
  }
  return drawn.join('');
}

function forms(stretch) {
  const drawn = stretch.variants.slice(1).map((form) => {
    const pose = withoutStart(form.parts).map(([name]) => name)[0] ?? 'start';
    const words = [stretch.key, '--variant', form.key, '--phase', 'hold', '--pose', pose];
    return figure(words, form.name, `${stretch.name}: ${form.name}`, 'small');
  });
  return drawn.length > 0 ? `<h3>Other forms</h3><div class="forms">${drawn.join('')}</div>` : '';
}

function article(stretch) {
  const sides = stretch.left ? `<p class="sides">${escape(stretch.left)}, then ${escape(stretch.right)}</p>` : '';
  return `<article id="${stretch.key}">
<header><h2>${escape(stretch.name)}</h2><p>${escape(stretch.summary)}</p></header>
<div class="poses">${poses(stretch)}</div>
<div class="words">
<ol>${stretch.steps.map((step) => `<li>${escape(step.text ?? step.cue)}</li>`).join('')}</ol>
<aside><dl>${doses(stretch.dose)}</dl>${sides}<p class="felt">${escape(stretch.felt.here)}</p></aside>
</div>
${forms(stretch)}
</article>`;
}

function thumbnail(stretch) {
  const pose = withoutStart(stretch.variants[0].parts)[0]?.[0] ?? 'start';
  return `<a href="#${stretch.key}">${picture([stretch.key, '--phase', 'hold', '--pose', pose], '', 'thumb')}
<span>${escape(stretch.name)}</span></a>`;
}

// -- the page --

const [ground, groundDark] = ['light', 'dark'].map((palette) =>
  /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(run('figure', 'cat-cow', '--svg', '--palette', palette))[1]);

const rules = (shade) => [...colours].map(([key, name]) => {
  const [property, light, lightOpacity, dark, darkOpacity] = key.split(' ');
  const [colour, opacity] = shade === 'dark' ? [dark, darkOpacity] : [light, lightOpacity];
  return `.${name}{${property}:${colour}${opacity === '1' ? '' : `;${property}-opacity:${opacity}`}}`;
}).join('\n');

const style = `
:root { color-scheme: light dark; --ground: ${ground}; --card: #fdfcf9; --ink: #27313b; --soft: #66717c; --line: #e2ddd2; --warm: #b4491a; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 4rem 1.5rem 6rem; }
h1 { font-weight: 600; font-size: 2.4rem; line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 .6rem; }
.lead { color: var(--soft); max-width: 38rem; margin: 0 0 2.5rem; }
nav { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .5rem; margin-bottom: 4rem; }
nav a { color: inherit; text-decoration: none; text-align: center; font-size: .85rem; line-height: 1.3; padding: .6rem .4rem .9rem; border-radius: 12px; }
nav a:hover, nav a:focus-visible { background: var(--card); }
.thumb { width: 96px; height: 96px; display: block; margin: 0 auto .3rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 20px; padding: 2.2rem 2.4rem; margin: 0 0 2rem; break-inside: avoid; scroll-margin-top: 1rem; }
h2 { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; margin: 0; }
h3 { font-size: .85rem; font-weight: 600; color: var(--soft); margin: 1.8rem 0 .4rem; }
header p { margin: .2rem 0 0; color: var(--soft); max-width: 44rem; }
.poses, .forms { display: flex; flex-wrap: wrap; gap: 1.2rem; margin: 1.6rem 0; }
.forms { margin: 0; }
figure { margin: 0; flex: 0 1 13.4rem; min-width: 9rem; }
figure.small { flex-basis: 8rem; min-width: 7rem; }
figcaption { text-align: center; font-size: .85rem; color: var(--soft); margin-top: .4rem; line-height: 1.3; }
.picture { display: block; width: 100%; height: auto; border-radius: 14px; background: var(--ground); overflow: hidden; }
.thumb.picture { width: 96px; background: none; }
.words { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 2.5rem; }
ol { margin: 0; padding-left: 1.4rem; }
li { margin: 0 0 .45rem; padding-left: .3rem; }
li::marker { color: var(--warm); font-weight: 600; font-variant-numeric: tabular-nums; }
aside { font-size: .95rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3rem 1rem; margin: 0 0 .8rem; }
dt { color: var(--soft); } dd { margin: 0; font-weight: 600; }
dd small { display: block; font-weight: 400; color: var(--soft); line-height: 1.35; }
.sides, .felt { margin: 0 0 .6rem; color: var(--soft); line-height: 1.45; }
.felt { border-left: 3px solid #ee7a45; padding-left: .8rem; }
@media (max-width: 46rem) { .words { grid-template-columns: 1fr; gap: 1.2rem; } article { padding: 1.4rem 1.2rem; } main { padding-top: 2rem; } }
@media print { body { background: none; } article { border: none; padding: 1rem 0; } nav { display: none; } }
`;

const stretches = JSON.parse(run('list', '--json')).stretches.map(({ key }) => JSON.parse(run('show', key, '--json')));
const thumbnails = stretches.map(thumbnail).join('\n');
const articles = stretches.map(article).join('\n');
const symbols = [...pictures].map(([drawn, id]) => `<symbol id="${id}" viewBox="0 0 1000 1000">\n${drawn}\n</symbol>`).join('\n');
const darkVariables = `:root { --ground: ${groundDark}; --card: #1b2027; --ink: #dfe5ea; --soft: #98a3ae; --line: #2a3139; --warm: #ffa070; }`;

mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, `<!doctype html>
<!-- SPDX-License-Identifier: MIT -->
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>unhunch: every stretch</title><link rel="icon" href="data:,">
<style>${style}${rules('light')}
@media (prefers-color-scheme: dark) {
${darkVariables}
${rules('dark')}
}</style></head>
<body><svg width="0" height="0" style="position:absolute" aria-hidden="true">${symbols}</svg>
<main><h1>Every stretch</h1>
<p class="lead">What each one looks like, how it goes, and how much. The warm colour is where you feel it. Where a stretch
has two sides the first one is drawn; the other is its mirror image.</p>
<nav aria-label="Stretches">${thumbnails}</nav>
${articles}
</main></body></html>
`);
console.log(`${page}: ${stretches.length} stretches, ${pictures.size} pictures`);
