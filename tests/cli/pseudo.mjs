// SPDX-License-Identifier: MIT
// pseudo.mjs UNHUNCH_FAKE_CLOCK: in the pseudo-language no plain letter is left but in what no language changes: keys, commands,
// options, values, file names, ids and the titles of the articles.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [, , unhunch] = process.argv;
const home = mkdtempSync(join(tmpdir(), 'unhunch-'));
// A record's id is the time it was made. At this moment it holds a 6 between digits, and "6" is also typed: whoever took
// the typed words away first would cut the id in two.
const clock = Date.UTC(2026, 10, 28, 4, 25, 10);
const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home,
  UNHUNCH_TEST_CLOCK: String(clock) };
const run = (language, ...words) => {
  const env = { ...environment, UNHUNCH_LANGUAGE: language };
  const { stdout, stderr } = spawnSync(unhunch, words, { env, encoding: 'utf8' });
  return stdout + stderr;
};
const keys = (...words) => run('en', ...words, '--keys').trim().split('\n');

const commands = keys('help');
const topics = keys('learn');
const listed = JSON.parse(run('en', 'list', '--json'));
const stretches = listed.stretches.map((stretch) => stretch.key);
const variants = stretches.flatMap((key) => JSON.parse(run('en', 'show', key, '--json')).variants.map((v) => v.key));
const settings = keys('profile').map((line) => line.replace('=', ''));
const questions = JSON.parse(run('en', 'screen', '--json')).questions.map((question) => question.key);
const breaks = keys('break');
const typed = [...commands, ...breaks, ...topics, ...stretches, ...variants, ...listed.routines.map((r) => r.key), ...settings,
  ...questions];

// Longest first, so that no shorter one leaves half of a longer one behind.
const literals = [...new Set(typed)].sort((a, b) => b.length - a.length);
const manual = run('en', 'help', '--man', 'commands') + run('en', 'help', 'profile');
const values = [...manual.replace(/\s+/g, ' ').matchAll(/(?:One of|by commas|Usually): ([^.]*)\./g)]
  .flatMap(([, list]) => list.split(', '));
const unchanged = [
  /systemctl\s+--user\s+enable\s+--now\s+d\b/g, // what unhunchd is started by
  /How\s+to\s+Loosen\s+Up\s+Your\s+Upper\s+Back\s+with\s+These\s+Easy\s+Stretches/g,
  /J\.\s+Vykoukal,\s+PT,\s+DPT,\s+2019,\s+"How\s+Does\s+Stretching\s+Help\s+Upper\s+Back\s+Pain\?"/g,
  /\b(AMB-\d+|D-\d+|S\d+b?|[AB]:\d+)\b/g,
  /--(pain|stiffness)\s+N\b/g,
  /(?<![A-Za-z])--?[A-Za-z]+(-[a-z]+)*/g,
  /(\/[^\s/]+)+(\/\*\.yaml)?/g,
  /\bx11\b/g,
  /No such file or directory/g, // the system's own words
  /(?<=: )s(?=\.)/g, // the key that stops
  /\b(bash|zsh|fish|zzzz|bad\.yaml)\b/g,
];

// Where the programs lie; lines may break at its spaces.
const folder = new RegExp(dirname(unhunch).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').split(' ').join('\\s+'), 'g');

let failures = 0;
const check = (...words) => {
  let text = run('qps', ...words).replaceAll(home, '').replace(folder, '');
  text = text.replace(/\([0-9a-f]{8}[0-9a-f-]*\)/g, ''); // the id of a record
  text = text.replace(/unhunch( [a-z]+)?( (NAME|TOPIC|COMMAND|FILE))?/g, '');
  // a literal is a whole word: "list" is one in "unhunch list", not in another word
  [...literals, ...words].forEach((literal) => {
    text = text.replace(new RegExp(`(?<![A-Za-z-])${literal}(?![A-Za-z-])`, 'g'), '');
  });
  unchanged.forEach((pattern) => { text = text.replace(pattern, ''); });
  const left = (text.match(/[A-Za-z]+(-[a-z]+)*/g) ?? []).filter((word) => !values.includes(word));
  if (left.length > 0) {
    console.error(`unhunch ${words.join(' ')}: not translated: ${[...new Set(left)].slice(0, 20).join(' ')}`);
    failures += 1;
  }
};

writeFileSync(join(home, 'bad.yaml'), 'stretch: bad\n');
check();
commands.forEach((command) => check('help', command));
check('help');
check('list');
check('list', 'neck', 'rolls');
check('list', 'zzzz');
stretches.forEach((key) => check('show', key));
stretches.forEach((key) => check('why', key));
check('show', 'zzzz');
check('show', 'neck');
check('show');
check('learn');
topics.forEach((topic) => check('learn', topic));
check('learn', 'zzzz');
check('doctor');
check('zzzz');
check('list', '--zzzz');
check('completions', 'zzzz');
check('check', join(home, 'zzzz'));
check('plan');
check('plan', '--context', 'floor', '--minutes', '20', '--equipment', 'floor');
check('plan', '--week');
if (commands.includes('stretch')) {
  check('stretch', '--dry-run', '--acknowledge', 'whole-catalogue');
  check('stretch', 'cat-cow', '--equipment', 'floor', '--context', 'floor');
  check('stretch', '--context', 'zzzz');
}
check('log');
check('progress');
check('log', '--stood');
check('log', '--rest');
check('log', '--pain', '6');
check('log', '--again', 'zzzz');
check('log', '--edit', 'zzzzzzzz', '--felt', 'better');
check('log');
check('progress');
check();
rmSync(home, { recursive: true });
process.exit(failures === 0 ? 0 : 1);
