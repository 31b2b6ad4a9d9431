// SPDX-License-Identifier: MIT
// german.mjs UNHUNCH: each command in German shares no line with English but the few that no language changes, and
// JSON is the same in both.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

let [, , unhunch] = process.argv;
const home = mkdtempSync(join(tmpdir(), 'unhunch-'));
const environment = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home };
const run = (language, ...words) => {
  const env = { ...environment, UNHUNCH_LANGUAGE: language };
  const { stdout, stderr, status } = spawnSync(unhunch, words, { env, encoding: 'utf8' });
  return { text: stdout + stderr, stdout, status };
};
const keys = (...words) => run('en', ...words, '--keys').stdout.trim().split('\n');

const commands = keys('help');
const topics = keys('learn');
const stretches = JSON.parse(run('en', 'list', '--json').stdout).stretches.map((stretch) => stretch.key);
const routines = JSON.parse(run('en', 'list', '--json').stdout).routines.map((routine) => routine.key);

// Whole lines that are the same in both languages, without the space around them.
const values = [...run('en', 'help', '--man', 'commands').stdout.matchAll(/(?:One of|by commas): ([^.]*)\./g)]
  .flatMap(([, list]) => list.split(', '));
const same = [
  new RegExp(`^(${values.join('|')})((, )(${values.join('|')}))*[,.]$`),
  /^\(?(AMB-\d+|D-\d+|[AB]:[\d-]+)[).]*$/,
  /^'?(\/[^\s/]+)+'?( &)?\.?$/, // a path; where it is long, the program to start stands on a line of its own
  /^UTF-8\.$/,
  /^(wait-for +)?do-not-disturb,[a-z,-]+\.?$/,
  /^done-already\.$/,
  /^\(?"?(How|Loosen|Up|Your|Upper|Back|with|These|Easy|Stretches|Does|Stretching|Help|Pain\?|J\.|Vykoukal,|PT,|DPT,|2019,|["“„]|\s)+["“”),]*$/,
];

let failures = 0;
const fail = (words, what) => {
  console.error(`unhunch ${words.join(' ')}: ${what}`);
  failures += 1;
};
const lines = (text) => text.split('\n').map((line) => line.replaceAll(home, '').trim());

const check = (...words) => {
  const english = run('en', ...words);
  const german = run('de', ...words);
  if (english.status !== german.status) {
    fail(words, `ends with ${german.status} in German and ${english.status} in English`);
  }
  const known = new Set(lines(english.text).filter((line) => /[A-Za-z]{2}/.test(line)));
  const left = lines(german.text).filter((line) => known.has(line) && !same.some((pattern) => pattern.test(line)));
  if (left.length > 0) {
    fail(words, `the same in German: ${[...new Set(left)].slice(0, 5).join(' | ')}`);
  }
};
// From a folder whose name fills a line: where the programs lie decides where a line with their path breaks.
const checkElsewhere = (...words) => {
  const here = unhunch;
  const there = join(home, 'elsewhere'.repeat(7));
  mkdirSync(there);
  ['unhunch', 'unhunchd'] // the daemon is not built everywhere
    .filter((name) => existsSync(join(dirname(here), name)))
    .forEach((name) => copyFileSync(join(dirname(here), name), join(there, name)));
  unhunch = join(there, 'unhunch');
  check(...words);
  unhunch = here;
};
const checkJson = (...words) => {
  const english = run('en', ...words, '--json').stdout;
  if (english.length < 2 || english !== run('de', ...words, '--json').stdout) {
    fail([...words, '--json'], 'is not the same in German');
  }
};

// Why each stretch is in or out: its sentence by its key, without the dose under it.
const reasons = (language, ...words) => {
  const found = new Map();
  let key = '';
  run(language, ...words).stdout.split('\n').forEach((line) => {
    const begin = /^ {2}([a-z]+(?:-[a-z]+)+) +(\S.*)$/.exec(line);
    const more = /^ {28}(\S.*)$/.exec(line);
    if (begin) {
      [, key] = begin;
      found.set(key, begin[2]);
    } else if (more && key) {
      found.set(key, `${found.get(key)} ${more[1]}`);
    } else {
      key = '';
    }
  });
  return new Map([...found].map(([name, text]) => [name, /^.*\./.exec(text)?.[0] ?? '']));
};
const after = (sentence) => sentence.slice(sentence.indexOf(':') + 1);
const checkReasons = (...words) => {
  const english = reasons('en', 'plan', '--all', ...words);
  const german = reasons('de', 'plan', '--all', ...words);
  stretches.forEach((key) => {
    const [there, here] = [english.get(key) ?? '', german.get(key) ?? ''];
    const alike = after(here) === after(there); // the name alone does not make it German
    if (!/\S.*\.$/.test(here) || here === there || alike) {
      fail(['plan', '--all', ...words], `${key} has no German reason: "${here}", in English "${there}"`);
    }
  });
  if (german.size !== stretches.length) {
    fail(['plan', '--all', ...words], `explains ${german.size} of ${stretches.length}`);
  }
  ['en', 'de'].forEach((language) => {
    if (!/: unhunch plan --all\b/m.test(run(language, 'plan', ...words).stdout)) {
      fail(['plan', ...words], `does not say in ${language} how to see why`);
    }
  });
};

writeFileSync(join(home, 'bad.yaml'), 'stretch: bad\n');
check();
check('help');
commands.forEach((command) => check('help', command));
check('list');
check('list', 'neck', 'rolls');
check('list', 'zzzz');
stretches.forEach((key) => check('show', key));
stretches.forEach((key) => check('why', key));
check('show', 'zzzz');
check('show', 'dorway');
check('show', 'neck');
check('show');
check('learn');
topics.forEach((topic) => check('learn', topic));
check('learn', 'zzzz');
check('doctor');
checkElsewhere('doctor');
check('zzzz');
check('list', '--zzzz');
check('stretch', '--minutes', 'zzzz');
check('completions', 'zzzz');
check('check', join(home, 'zzzz'));
check('check', join(home, 'bad.yaml'));
routines.forEach((key) => check('stretch', '--dry-run', key));
check('stretch', '--plain', 'cat-cow'); // the precautions, in full
check('stretch', '--plain', '--acknowledge', '--speed', '1000', 'whole-catalogue');
check('stretch', 'cat-cow', '--equipment', 'towel', '--context', 'floor');
check('stretch', 'cat-cow', '--context', 'desk');
check('stretch', 'chest-expansion', 'backward-shoulder-rolls');
check('stretch', '--context', 'floor', '--minutes', '1');
check('figure', 'cat-cow', '--variant', 'zzzz');

checkJson('list');
checkJson('list', 'chair');
checkJson('learn');
stretches.forEach((key) => checkJson('show', key));
stretches.forEach((key) => checkJson('why', key));
topics.forEach((topic) => checkJson('learn', topic));
routines.forEach((key) => checkJson('stretch', '--dry-run', key));
checkJson('doctor');
checkJson('check', join(home, 'bad.yaml'));
checkJson('figure', 'cat-cow');

// what is answered and noted stays, so it comes last
check('plan');
check('plan', '--all');
checkReasons();
checkReasons('--minutes', '3', '--equipment', 'doorway,chair');
checkReasons('--context', 'floor', '--minutes', '15', '--equipment', 'floor,towel,foam-roller');
checkReasons('--micro');
run('en', 'screen', '--yes', 'kneeling');
run('en', 'profile', 'likes=chin-tuck', 'dislikes=cat-cow', 'stiff=neck');
checkReasons('--minutes', '20', '--context', 'any');
run('en', 'profile', 'likes=', 'dislikes=', 'stiff=');
check('plan', '--week');
check('plan', '--context', 'floor', '--minutes', '15');
check('screen');
check('screen', '--yes', 'zzzz');
check('screen', '--yes', 'disc,first-pain');
check('screen', '--questions');
check('screen', '--yes', 'weak-legs');
check('screen', '--none');
check('profile');
check('profile', 'zzzz=1');
check('profile', 'minutes=zzzz');
check('log');
check('log', '--stood');
check('log', '--rest');
check('log', '--pain', '6');
check('log', '--edit', 'zzzzzzzz', '--felt', 'better');
check('progress');
check();

rmSync(home, { recursive: true });
process.exit(failures === 0 ? 0 : 1);
