// SPDX-License-Identifier: MIT
// painter.mjs WASM CATALOGUE UNHUNCH: the page's painter draws what the core's SVG draws. A brush that writes down what it
// is told paints stills of every stretch; the program draws the same as SVG; shape by shape they are equal.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Core } from '../../web/core.js';
import { paint, paletteColours, palettes } from '../../web/painter.js';

const [wasm, catalogue, unhunch] = process.argv.slice(2);
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {});
const core = new Core(exports);
core.openCatalogue(readFileSync(catalogue));

const size = 1000; // as the SVG has it
const most = 0.0501; // its numbers have one digit

/** Takes down paths, with what they are filled and lined with. */
class Recorder {
  paths = [];

  setLineDash(dash) {
    this.dash = dash;
  }

  beginPath() {
    this.path = { letters: '', numbers: [] };
    this.paths.push(this.path);
  }

  add(letter, numbers) {
    this.path.letters += letter;
    this.path.numbers.push(...numbers);
  }

  moveTo(...numbers) {
    this.add('M', numbers);
  }

  lineTo(...numbers) {
    this.add('L', numbers);
  }

  quadraticCurveTo(...numbers) {
    this.add('Q', numbers);
  }

  closePath() {
    this.add('Z', []);
  }

  fill() {
    this.path.fill = this.fillStyle;
  }

  stroke() {
    Object.assign(this.path, { stroke: this.strokeStyle, width: this.lineWidth, dashed: this.dash.length > 0 });
  }
}

/** "M1 2L3 4 5 6Q..." as letters, one for each point, and numbers. */
function readPath(text) {
  let letters = '';
  const numbers = [];
  for (const [, letter, rest] of text.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    const values = rest.trim().split(/\s+/).filter((one) => one !== '').map(Number);
    letters += letter === 'L' ? 'L'.repeat(values.length / 2) : letter === 'Q' ? 'Q'.repeat(values.length / 4) : letter;
    numbers.push(...values);
  }
  return { letters, numbers };
}

/** "#rrggbbaa" of an attribute and its opacity. */
function colourOf(attributes, name) {
  const colour = new RegExp(` ${name}="(#[0-9a-f]{6})"`).exec(attributes)?.[1];
  if (colour === undefined) {
    return undefined;
  }
  const opacity = Number(new RegExp(`${name}-opacity="([0-9.]+)"`).exec(attributes)?.[1] ?? 1);
  return colour + Math.round(opacity * 255).toString(16).padStart(2, '0');
}

function readSvg(text) {
  return [...text.matchAll(/<path([^>]*?) d="([^"]*)"\/>/g)].map(([, attributes, path]) => ({
    ...readPath(path), fill: colourOf(attributes, 'fill'), stroke: colourOf(attributes, 'stroke'),
    width: Number(/stroke-width="([0-9.]+)"/.exec(attributes)?.[1] ?? 0), dashed: attributes.includes('dasharray') }));
}

function compare(drawn, expected, where) {
  assert.equal(drawn.length, expected.length, `${where}: shapes`);
  expected.forEach((one, i) => {
    const is = drawn[i];
    assert.equal(is.letters, one.letters, `${where}: path ${i}`);
    const off = one.numbers.findIndex((value, k) => Math.abs(value - is.numbers[k]) > most);
    assert.equal(off, -1, `${where}: path ${i}, number ${off}: ${one.numbers[off]}, painted ${is.numbers[off]}`);
    assert.equal(is.fill, one.fill, `${where}: fill of ${i}`);
    assert.equal(is.stroke, one.stroke, `${where}: stroke of ${i}`);
    assert.ok(one.stroke === undefined || Math.abs(is.width - one.width) < 0.01, `${where}: width of ${i}`);
    assert.equal(is.dashed ?? false, one.dashed, `${where}: dash of ${i}`);
  });
}

const phases = core.names('phase');
let compared = 0;
let curves = 0;
for (const { key, index } of core.stretches()) {
  const pose = core.stretch(index).forms[0].parts.find((part) => part.pose !== null && part.pose !== 'start')?.pose ?? 'start';
  for (const [side, number] of [['left', 1], ['right', 2]]) {
    for (const phase of ['hold', 'release']) {
      const palette = compared % palettes.length;
      const svg = execFileSync(unhunch, ['figure', key, '--svg', '--side', side, '--phase', phase, '--pose', pose, '--at', '0.5',
        '--palette', palettes[palette]], { encoding: 'utf8', maxBuffer: 1 << 24 });
      core.put(pose);
      exports.uh_door_figure_still(index, 0, number, phases.indexOf(phase), 0.5, 1);
      const brush = new Recorder();
      paint(core, brush, paletteColours(core, palette), size);
      compare(brush.paths, readSvg(svg), `${key} ${side} ${phase} ${palettes[palette]}`);
      curves += brush.paths.filter(({ letters }) => letters.includes('Q')).length;
      compared++;
    }
  }
}
assert.ok(curves > compared, 'round rims were compared');
console.log(`${compared} pictures are equal`);
