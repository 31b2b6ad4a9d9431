// SPDX-License-Identifier: MIT
// store_suite.mjs: what every store promises, as in tests/store/suite.c and by the same names; a test asserts that the
// two lists agree. It knows nothing of Node: a browser runs it on its own shelf.
//
// A stage gives {table, open(), again(store)}: an empty store, and one that was closed and opened again.

const NOON_MS = 1795176000000;
const DAY_MS = 86400000;
const OFFSET_S = 3600;

function same(got, wanted, what = '') {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) {
    throw new Error(`${what}: ${left} is not ${right}`);
  }
}

function throws(deed, problem) {
  try {
    deed();
  } catch (error) {
    same(error.problem, problem);
    return;
  }
  throw new Error(`no ${problem}`);
}

// -- facts by hand, as made.c has them --------------------------------------------------------------------------------

export const noonDay = Math.floor((NOON_MS + OFFSET_S * 1000 - 4 * 3600000) / DAY_MS);

function blank(table, record) {
  const fact = { record };
  for (const field of table.byName.get(record).fields) {
    const least = Math.max(field.min, 0);
    fact[field.name] = field.always ? NOON_MS : [null, least, least, 0, null, null, false, field.names[0]][field.type];
  }
  return fact;
}

function moment(day, laterMs) {
  const ms = NOON_MS + day * DAY_MS + laterMs;
  const local = new Date(ms + OFFSET_S * 1000 - 4 * 3600000);
  return [ms, local.toISOString().slice(0, 10)];
}

export function maker(table) {
  const at = (name, day, laterMs = 0) => {
    const [ms, date] = moment(day, laterMs);
    return { [name]: ms, offset_s: OFFSET_S, day: date };
  };
  const make = (record, values) => ({ ...blank(table, record), ...values });
  return {
    session: (id, day) => make('session', { id, ...at('began', day), ended: moment(day, 600000)[0], end: 'complete',
      planned_ms: 600000, speed_percent: 100, lease: moment(day, 900000)[0] }),
    entry: (session, entry) => make('entry', { session, entry, exercise: 'chin-tuck', repetitions: 5, sets: 1 }),
    command: (session, number) => make('command', { session, number, at_ms: number * 1000, command: 'pause' }),
    set: (session, day, entry, number) => make('set', { session, entry, set_number: number, attempt: 1,
      exercise: 'doorway-stretch', variant: 'both-arms', ...at('began', day, entry * 60000),
      ended: moment(day, entry * 60000 + 60000)[0], planned_hold_ms: 30000, actual_hold_ms: 29500, duration_ms: 45000 }),
    rating: (id, session, day, pain) => make('rating', { id, session: session || null, ...at('at', day, 3600000), pain,
      stiffness: null }),
    break: (id, day) => make('break', { id, ...at('began', day, 7200000), length_ms: 300000 }),
    mark: (id, day, mark) => make('mark', { id, ...at('at', day, 10800000), mark }),
    answer: (question, day, yes) => make('answer', { question, ...at('at', day), yes }),
    setting: (name, value) => make('setting', { name, value }),
  };
}

/** xorshift of 32 bits. */
function random(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Every field drawn from all that its table allows; what belongs to a session belongs to "session-N". */
export function drawFact(table, draw, record, sessions, identities) {
  const fact = { record };
  for (const field of table.byName.get(record).fields) {
    fact[field.name] = drawField(field, draw, identities);
    if (field.name === 'session' && field.identity) {
      fact.session = `session-${draw(sessions)}`;
    }
  }
  return fact;
}

function drawField(field, draw, identities) {
  if (field.names.length > 0) {
    return field.names[draw(field.names.length)];
  }
  switch (field.type) {
    case 0: return field.identity ? `name-${draw(identities)}` : draw(3) === 0 ? null : `text ${draw(9)} äß ☕`.slice(0, field.size - 9);
    case 4: return !field.always && draw(3) === 0 ? null : 1 + draw(2 ** 31 - 1);
    case 5: return new Date(draw(30000) * DAY_MS).toISOString().slice(0, 10);
    case 6: return draw(2) === 1;
    default: {
      const span = Math.min(field.max - field.min + 1, field.identity ? identities : 2 ** 31);
      const value = field.min + draw(span);
      return field.type === 2 && field.min === -1 && value === -1 ? null : value;
    }
  }
}

// -- what a replay tells ----------------------------------------------------------------------------------------------

function tale(store, what) {
  const names = { entry: (fact) => ` ${fact.entry}`, command: (fact) => ` ${fact.number}`,
    set: (fact) => ` ${fact.entry}.${fact.set_number}` };
  return [...store.facts(what)].map((fact) => {
    const [id] = store.table.byName.get(fact.record).fields;
    return `${fact.record} ${fact[id.name]}${names[fact.record]?.(fact) ?? ''}; `;
  });
}

function told(store, kinds, from, to, wanted) {
  same(tale(store, { kinds, from: noonDay + from, to: noonDay + to }).join(''), wanted);
}

const has = (store, fact) => same(store.get(fact), fact);
const hasNot = (store, fact) => same(store.get(fact) === undefined, true);

async function fill(store, made) {
  for (const fact of [made.setting('voice', 'off'), made.answer('numb', 0, false), made.session('b', 1),
    made.session('a', 0), made.set('a', 0, 1, 1), made.set('a', 0, 0, 1), made.command('a', 1), made.command('a', 0),
    made.entry('a', 1), made.entry('a', 0), made.set('b', 1, 0, 1), made.mark('m', 1, 'rest'), made.break('p', 0),
    made.rating('r', 'a', 0, 4)]) {
    await store.put(fact);
  }
}

// -- the tests --------------------------------------------------------------------------------------------------------

export const suite = {
  async an_empty_store_has_nothing({ open, table }) {
    const store = await open();
    told(store, undefined, -1000000, 1000000, '');
    same([...store.facts()].length, 0);
    hasNot(store, maker(table).session('a', 0));
    same([store.trouble, store.waiting.length], ['', 0]);
  },

  async what_is_put_is_there_also_after_opening_again({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    await fill(store, made);
    for (let i = 0; i < 2; i++) {
      [made.session('a', 0), made.entry('a', 1), made.command('a', 1), made.set('b', 1, 0, 1), made.rating('r', 'a', 0, 4),
        made.break('p', 0), made.mark('m', 1, 'rest'), made.answer('numb', 0, false), made.setting('voice', 'off'),
      ].forEach((fact) => has(store, fact));
      hasNot(store, made.set('a', 0, 1, 2));
      store = await again(store);
    }
  },

  async facts_are_told_as_they_happened({ open, table }) {
    const store = await open();
    await fill(store, maker(table));
    told(store, undefined, 0, 1, 'setting voice; answer numb; session a; entry a 0; entry a 1; command a 0; ' +
      'command a 1; set a 0.1; set a 1.1; rating r; break p; session b; set b 0.1; mark m; ');
  },

  async only_the_days_and_kinds_asked_for_are_told({ open, table }) {
    const store = await open();
    await fill(store, maker(table));
    told(store, ['set', 'mark'], 1, 1, 'set b 0.1; mark m; ');
    told(store, ['session'], 0, 0, 'session a; ');
    told(store, ['session', 'answer'], 2, 9, 'answer numb; ');
    told(store, undefined, 1, 0, 'setting voice; answer numb; ');
    told(store, [], 0, 1, '');
  },

  async whoever_has_heard_enough_can_end_a_replay({ open, table }) {
    const store = await open();
    await fill(store, maker(table));
    const heard = [];
    for (const fact of store.facts()) {
      heard.push(fact.record);
      if (heard.length === 3) {
        break;
      }
    }
    same(heard, ['setting', 'answer', 'session']);
  },

  async of_two_facts_with_one_identity_the_later_stands({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    const fact = made.rating('r', '', 0, 5);
    await store.put(fact);
    await store.put({ ...fact, pain: 6, changed: fact.changed - 1 });
    has(store, fact);
    await store.put({ ...fact, pain: 7 });
    has(store, { ...fact, pain: 7 });
    const last = { ...fact, pain: 8, changed: fact.changed + 1 };
    await store.put(last);
    store = await again(store);
    has(store, last);
    told(store, undefined, 0, 0, 'rating r; ');
  },

  async what_is_said_now_stands_over_a_clock_that_ran_ahead({ open, table }) {
    const made = maker(table);
    const store = await open();
    const fact = { ...made.rating('r', '', 0, 5), changed: NOON_MS + 1000000 };
    await store.put(fact);
    await store.write([made.rating('r', '', 0, 6)]);
    const now = { ...made.rating('r', '', 0, 6), changed: fact.changed + 1 };
    has(store, now);
    await store.put({ ...fact, pain: 7 }); // said elsewhere in the meantime
    has(store, now);
  },

  async what_belongs_to_no_session_is_refused({ open, table }) {
    const made = maker(table);
    const store = await open();
    for (const orphan of [made.set('gone', 0, 0, 1), made.entry('gone', 0), made.command('gone', 0)]) {
      throws(() => store.put(orphan), 'orphan');
      hasNot(store, orphan);
    }
    await store.put(made.rating('r', 'gone', 0, 3)); // it may come before its session
    told(store, undefined, -9, 9, 'rating r; ');
    same(store.trouble, '');
  },

  async a_session_goes_with_all_that_belongs_to_it({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    await fill(store, made);
    same(await store.delete(made.session('a', 0)), true);
    same(await store.delete(made.session('a', 0)), false);
    for (let i = 0; i < 2; i++) {
      told(store, undefined, 0, 1, 'setting voice; answer numb; break p; session b; set b 0.1; mark m; ');
      store = await again(store);
    }
  },

  async a_single_fact_is_forgotten({ open, table }) {
    const made = maker(table);
    const store = await open();
    await fill(store, made);
    for (const gone of [made.set('a', 0, 0, 1), made.rating('r', 'a', 0, 4), made.break('p', 0), made.setting('voice', 'off')]) {
      same(await store.delete(gone), true);
      hasNot(store, gone);
      same(await store.delete(gone), false);
    }
    has(store, made.set('a', 0, 1, 1));
  },

  async an_act_is_done_wholly_or_not_at_all({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    await store.put(made.rating('r', '', 0, 1));
    const fact = made.rating('r', '', 0, 2);
    const deed = (act) => {
      act.put(made.session('a', 0));
      act.put(made.set('a', 0, 0, 1));
      act.put(fact);
    };
    try {
      await store.act((act) => {
        deed(act);
        has(store, fact);
        act.put({ ...fact, pain: 3 });
        throw new Error('enough');
      });
    } catch (error) {
      same(error.message, 'enough');
    }
    has(store, made.rating('r', '', 0, 1));
    told(store, undefined, -9, 9, 'rating r; ');
    store = await again(store);
    told(store, undefined, -9, 9, 'rating r; ');
    await store.act(deed);
    store = await again(store);
    has(store, fact);
    told(store, undefined, -9, 9, 'session a; set a 0.1; rating r; ');
  },

  async an_orphan_within_an_act_spoils_only_itself({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    await store.act((act) => {
      act.put(made.break('p', 0));
      throws(() => act.put(made.set('gone', 0, 0, 1)), 'orphan');
      act.put(made.break('q', 0));
    });
    store = await again(store);
    told(store, undefined, -9, 9, 'break p; break q; ');
  },

  async the_last_session_is_the_one_that_began_last({ open, table }) {
    const made = maker(table);
    const store = await open();
    await store.put(made.session('b', 5));
    await store.put(made.session('a', 7));
    await store.put(made.session('c', 6));
    same([...store.facts({ kinds: ['session'] })].at(-1), made.session('a', 7));
  },

  async a_purge_leaves_nothing({ open, again, table }) {
    const made = maker(table);
    let store = await open();
    await fill(store, made);
    await store.purge();
    for (let i = 0; i < 2; i++) {
      told(store, undefined, -1000000, 1000000, '');
      store = await again(store);
    }
    await store.put(made.break('p', 0));
    told(store, undefined, -9, 9, 'break p; ');
  },

  async any_facts_come_back_as_they_were({ open, again, table }) {
    const draw = random(20261120);
    const kinds = table.kinds.map(({ name }) => name);
    const model = new Map();
    let store = await open();
    const facts = [];
    for (let i = 0; i < 20; i++) {
      facts.push({ ...drawFact(table, draw, 'session', 20, 1), id: `session-${i}` });
    }
    while (facts.length < 2000) {
      const record = kinds[draw(kinds.length)];
      facts.push(drawFact(table, draw, record, 20, 40));
    }
    await store.act((act) => facts.forEach((fact) => act.put(fact)));
    store = await again(store);
    for (const fact of facts) {
      const stands = model.get(table.key(fact));
      if (!stands || stands.changed <= fact.changed) {
        model.set(table.key(fact), fact);
      }
    }
    for (const fact of model.values()) {
      has(store, fact);
    }
    same([...store.facts()].length, model.size);
  },
};
