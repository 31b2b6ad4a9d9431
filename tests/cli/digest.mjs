// SPDX-License-Identifier: MIT
// digest.mjs UNHUNCH CSV: `show KEY --json` says what the digest of the two articles says, number by number, each with
// its line; what is blank there stays null.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [, , unhunch, csv] = process.argv;
const [header, ...lines] = readFileSync(csv, 'utf8').trim().split('\n').filter((l) => !l.startsWith('#'));
const names = header.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((v, i) => [names[i], v])));

let failures = 0;
let numbers = 0;
const check = (row, what, got, wanted) => {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    console.error(`${row.id} ${what}: got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
    failures += 1;
  }
};

// The digest's words for ours.
const modes = {
  hold: 'hold', isometric: 'hold', dynamic: 'repetitions', rhythmic: 'repetitions',
  'alternating-hold': 'alternating-holds', 'dynamic-breath': 'breath-paced',
};
const positions = { chair: 'sitting' };
const sides = {
  both: ['both'], 'flex-ext': ['both'], 'lead-leg': ['leading-leg'],
  LR: ['left-right', 'diagonal', 'opening-direction'],
};
const doses = { hold: 'hold_s', reps: 'repetitions', sets: 'sets', per_day: 'per_day' };

const lines_of = (cites) => cites.split(';').map((cite) => {
  const [, article, first, last] = /^([AB]):(\d+)(?:-(\d+))?$/.exec(cite) ?? [];
  return { article, first: Number(first), last: Number(last ?? first) };
});
const lies_in = (cite, ranges) => lines_of(cite).every((c) =>
  ranges.some((r) => r.article === c.article && r.first <= c.first && c.last <= r.last));

const check_number = (row, show, key, end) => {
  const text = row[key === 'hold' ? `hold_${end}_s` : `${key}_${end}`];
  const stated = text === '' ? null : Number(text.replace('?', ''));
  const forms = show.variants.map((variant) => variant.dose[doses[key]].source);
  const given = forms.filter((source) => source[end] !== null);
  // the standard form says it all, also a hold that it leaves to choice; no form states another number
  check(row, `${key} ${end} of the standard form`, show.dose[doses[key]].source[end], stated);
  check(row, `${key} ${end}`, [...new Set(given.map((source) => source[end]))], stated === null ? [] : [stated]);
  given.forEach((source) => {
    numbers += 1;
    check(row, `${key} ${end} implied`, source.implied, text.endsWith('?'));
    check(row, `${key} ${end} cite ${source.cite}`, lies_in(source.cite, lines_of(row.doc_lines)), true);
  });
  forms.filter((source) => source.min === null && source.max === null)
    .forEach((source) => check(row, `${key} cite of nothing`, source.cite, null));
};

for (const row of rows) {
  const show = JSON.parse(execFileSync(unhunch, ['show', row.key, '--json'], { encoding: 'utf8' }));
  check(row, 'id', show.id, row.id);
  check(row, 'key', show.key, row.key);
  check(row, 'family', show.family, row.family);
  check(row, 'cite', lies_in(show.cite, lines_of(row.doc_lines).concat(lines_of(row.doc_lines)
    .map((r) => ({ ...r, first: r.first - 2 })))), true);
  check(row, 'sides', (sides[row.sides] ?? []).includes(show.sides), true);
  check(row, 'dose is that of the standard form', show.dose, show.variants[0].dose);
  row.mode.split('|').forEach((mode) =>
    check(row, `mode ${mode}`, show.modes.includes(modes[mode]), true));
  // where the article names no position, the position is a decision of ours and says so
  check(row, 'position is ours', show.position_cite.startsWith('D-'), row.position === '');
  row.position.split('|').filter(Boolean).forEach((position) =>
    check(row, `position ${position}`, show.positions.includes(positions[position] ?? position), true));
  // D-07: a diagonal on a chair that may roll is a form of its own, so the standard one asks for a better chair
  const things = row.equipment.split('+').filter((name) => name !== 'none')
    .map((name) => (row.id === 'S06' && name === 'chair' ? 'sturdy-chair' : name));
  check(row, 'equipment', [...show.equipment].sort(), things.sort());
  // "around" is said of one number only (B:30)
  const around = Object.keys(doses).filter((key) => show.dose[doses[key]].source.approx);
  check(row, 'around', around, row.id === 'S08' ? ['hold'] : []);
  for (const key of Object.keys(doses)) {
    check_number(row, show, key, 'min');
    check_number(row, show, key, 'max');
    // ours is never outside what is possible, and has a reason
    show.variants.forEach((variant) => {
      const { design } = variant.dose[doses[key]];
      check(row, `${variant.key} ${key} reason`, design.reason !== null, design.default !== null);
    });
  }
}
check({ id: 'digest' }, 'entries', rows.length, 17);
console.log(`${rows.length} entries, ${numbers} numbers with their lines`);
process.exit(failures === 0 ? 0 : 1);
