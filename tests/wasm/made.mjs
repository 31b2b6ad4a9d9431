// SPDX-License-Identifier: MIT
// made.mjs: a coach on the built core, facts by hand and by seed, for the tests of the page's data.
import { webcrypto } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Coach } from '../../web/coach.js';
import { Screener } from '../../web/screener.js';

globalThis.crypto ??= webcrypto; // as every browser has it; Node 18 has it on request

export const DAY_MS = 86400000;

/** When the tests take place, and the program that they run believes it: whoever took the hour of the machine would fail
 * in the first of a day that begins at four. */
export const NOW_MS = Date.UTC(2026, 10, 27, 12);

/** What the tests are given, in their order: UH_WASM, UH_CATALOGUE, UH_PROGRAM in the environment. */
export const files = { wasm: process.env.UH_WASM, catalogue: process.env.UH_CATALOGUE, program: process.env.UH_PROGRAM };

export function makeCoach(language = 'en') {
  const { exports: core } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(files.wasm)), {});
  const image = readFileSync(files.catalogue);
  new Uint8Array(core.memory.buffer, core.uh_door_catalogue_buffer(image.length)).set(image);
  if (core.uh_door_catalogue_open(image.length) !== 0) {
    throw new Error('the catalogue cannot be opened');
  }
  new Uint8Array(core.memory.buffer).set(new TextEncoder().encode(`${language}\0`), core.uh_door_text_buffer());
  if (!core.uh_door_language_is_here()) {
    const texts = readFileSync(join(dirname(files.wasm), `${language}.bin`));
    new Uint8Array(core.memory.buffer, core.uh_door_translation_buffer(texts.length)).set(texts);
    if (core.uh_door_translation_open(texts.length) !== 0) {
      throw new Error('the translation cannot be opened');
    }
  }
  core.uh_door_language();
  return new Coach(core);
}

/** A moment of this test, in UTC, with its day that begins at four. */
export function moment(ms, names = ['at']) {
  const day = new Date(ms - 4 * 3600000).toISOString().slice(0, 10);
  return { ...Object.fromEntries(names.map((name) => [name, ms])), offset_s: 0, day };
}

/** A fact of the kind with the least values that the table allows, and those given. */
export function make(table, record, values = {}) {
  const fact = { record };
  for (const field of table.byName.get(record).fields) {
    const least = [null, Math.max(field.min, 0), Math.max(field.min, 0), 0, null, '2026-11-20', false, field.names[0]];
    fact[field.name] = field.always ? 1 : least[field.type];
  }
  return { ...fact, ...values };
}

export const session = (table, id, ms, values = {}) => make(table, 'session', {
  id, ...moment(ms, ['began', 'changed']), ended: ms + 300000, end: 'complete', speed_percent: 100, lease: ms + 300000,
  context: 'desk', ...values,
});

export const set = (table, of, exercise, values = {}) => make(table, 'set', {
  session: of.id, exercise, ...moment(of.began, ['began', 'changed']), ended: of.began + 60000, planned_hold_ms: 10000,
  planned_repetitions: 2, actual_hold_ms: 10000, actual_repetitions: 2, duration_ms: 60000, set_number: 1, attempt: 1,
  ...values,
});

/** Facts of somebody who has answered the safety questions: none of them is so. */
export function screened(coach, nowMs) {
  const facts = [];
  coach.look({ facts: [], nowMs, offsetS: 0 });
  const screener = new Screener(coach, { now: () => ({ bootMs: 0, wallMs: nowMs, offsetS: 0 }),
    write: (some) => void facts.push(...some) });
  screener.none();
  screener.none();
  return facts;
}

/** An xorshift of 32 bits: the same on every machine. */
export function random(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A history of so many days up to now: sessions with sets, ratings, breaks, marks, settings and answers. */
export function history(table, coach, nowMs, days, seed) {
  const draw = random(seed);
  const keys = [...coach.exercises.keys()];
  const facts = [
    make(table, 'setting', { name: 'equipment', value: 'chair,floor,towel', changed: nowMs }),
    make(table, 'setting', { name: 'profile', value: ['typical', 'stiff', 'flexible'][draw(3)], changed: nowMs }),
    make(table, 'answer', { question: 'kneeling', ...moment(nowMs - 9 * DAY_MS), yes: draw(2) === 1, changed: nowMs }),
    make(table, 'mark', { id: 'screened', ...moment(nowMs - 9 * DAY_MS), mark: 'screened', changed: nowMs }),
  ];
  for (let ago = days; ago >= 0; ago--) {
    const at = nowMs - ago * DAY_MS - 3600000;
    if (draw(3) > 0) {
      const of = session(table, `session-${ago}`, at, { helped: ['better', 'same', 'worse', 'not-asked'][draw(4)] });
      facts.push(of);
      for (let entry = draw(3); entry >= 0; entry--) {
        const key = keys[draw(keys.length)];
        facts.push(set(table, of, key, { entry, family: familyOf(coach, key), ended: at + entry * 60000 + 1,
          end: draw(9) === 0 ? 'skipped' : 'complete', reason: 'none' }));
      }
    }
    if (draw(2) === 1) {
      facts.push(make(table, 'rating', { id: `rating-${ago}`, ...moment(at), moment: 'day', pain: draw(5),
        stiffness: draw(9), changed: at }));
    }
    if (draw(5) === 0) {
      facts.push(make(table, 'mark', { id: `mark-${ago}`, ...moment(at + 1), mark: ['rest', 'flare'][draw(2)], changed: at }));
    }
    if (draw(4) === 0) {
      facts.push(make(table, 'break', { id: `break-${ago}`, ...moment(at + 2, ['began']), kind: 'stood', changed: at }));
    }
  }
  return facts;
}

// A set says the family that it had then; here any of them will do.
function familyOf(coach, key) {
  return coach.names.family[coach.exercises.get(key) % coach.names.family.length].name;
}

/** Runs the program on a folder of its own that is made for the test. */
export class Home {
  constructor(facts, table) {
    this.folder = mkdtempSync(join(tmpdir(), 'unhunch-data-'));
    this.env = { ...process.env, HOME: this.folder, TZ: 'UTC', LC_ALL: 'C.UTF-8', UNHUNCH_LANGUAGE: 'en',
      UNHUNCH_TEST_CLOCK: String(NOW_MS),
      XDG_CONFIG_HOME: `${this.folder}/config`, XDG_DATA_HOME: `${this.folder}/data`, XDG_STATE_HOME: `${this.folder}/state` };
    const path = join(this.folder, 'facts.jsonl');
    writeFileSync(path, facts.map((fact) => table.line(fact)).join(''));
    this.run('import', path);
  }

  run(...words) {
    return execFileSync(files.program, words, { env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  end() {
    rmSync(this.folder, { recursive: true });
  }
}
