// SPDX-License-Identifier: MIT
// facts.js: facts as plain objects, and their way into and out of core.wasm. It walks the core's table of fields
// (include/unhunch/fact.h), so that no field has a name here. A fact looks like a line of `unhunch export jsonl`:
// `record` says its kind, then come the fields.

import { numbersAt, textAt, textsOf } from './door.js';

/** @typedef {string | number | boolean | null} Value */
/** @typedef {{ record: string, [field: string]: Value }} Fact */
/** @typedef {import('./door.js').Exports} Exports */

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {number} type of uh_value_type
 * @property {number} offset
 * @property {number} size
 * @property {number} min
 * @property {number} max
 * @property {boolean} identity
 * @property {boolean} always a time that is never nothing
 * @property {string[]} names of an ENUM, by value
 */

/** @typedef {{ kind: number, name: string, fields: Field[] }} Kind */

/**
 * Where a fact stands in the order of a store.
 * @typedef {object} Place
 * @property {string} key kind and identity: two facts with one key are one
 * @property {string} id
 * @property {string} session that it cannot be without; '' for none
 * @property {string} owner session with which it is forgotten; '' for none
 * @property {number} rank
 * @property {number} moment
 * @property {number} day
 * @property {number} kind
 * @property {number[]} steps
 */

const RECORD = 'record';
const DAY_MS = 86400000;

/** uh_value_type; NUMBER and LONG are numbers as they come. */
const TEXT = 0;
const INTEGER = 2;
const TIME = 4;
const DATE = 5;
const BOOL = 6;
const ENUM = 7;
const NO_TIME = 0;
const NOT_ASKED = -1;
const PLACE_SIZE = 8;

/** What a value is in JavaScript, by uh_value_type. */
const JS_TYPES = ['string', 'number', 'number', 'number', 'number', 'string', 'boolean', 'string'];

/** What is wrong with a fact that came from outside: in a form for code; words are the page's business. */
export class FactError extends Error {
  /**
   * @param {'syntax' | 'kind' | 'missing' | 'unknown' | 'type' | 'range' | 'orphan'} problem
   * @param {string} [field]
   */
  constructor(problem, field = '') {
    super(field === '' ? problem : `${problem}: ${field}`);
    this.name = 'FactError';
    this.problem = problem;
    this.field = field;
    /** Line of a file, from 1; 0: none. */
    this.line = 0;
  }
}

/** @param {string} text "2026-11-20" @returns {number} days since 1970-01-01, NaN: it is none */
export function daysOf(text) {
  const days = Date.parse(text) / DAY_MS;
  return Number.isInteger(days) && dateOf(days) === text ? days : NaN;
}

/** @param {number} days since 1970-01-01 */
export function dateOf(days) {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** The table, and facts through the door by it. */
export class FactTable {
  /** @param {Exports} core the exports of the instance */
  constructor(core) {
    this.core = core;
    /** @type {Kind[]} */
    this.kinds = [];
    for (let kind = 0; kind < core.uh_door_fact_kind_count(); kind++) {
      this.kinds.push({ kind, name: textAt(core, core.uh_door_fact_kind_name(kind)), fields: this.#fieldsOf(kind) });
    }
    /** @type {Map<string, Kind>} */
    this.byName = new Map(this.kinds.map((kind) => [kind.name, kind]));
  }

  /** @param {number} kind @returns {Field[]} */
  #fieldsOf(kind) {
    const core = this.core;
    return Array.from({ length: core.uh_door_fact_field_count(kind) }, (_, index) => {
      const [type, offset, size, min, max, identity, always] = numbersAt(core, core.uh_door_fact_field(kind, index), 7);
      const names = type === ENUM ? textsOf((value) => textAt(core, core.uh_door_fact_value_name(kind, index, value))) : [];
      const name = textAt(core, core.uh_door_fact_field_name(kind, index));
      return { name, type, offset, size, min, max, identity: identity !== 0, always: always !== 0, names };
    });
  }

  /** @param {Fact} fact @returns {Kind} */
  #kindOf(fact) {
    const kind = this.byName.get(fact[RECORD]);
    if (!kind) {
      throw new FactError('kind', String(fact[RECORD] ?? ''));
    }
    return kind;
  }

  /**
   * The door's fact is now this one, checked by the core. Throws a FactError.
   * @param {Fact} fact
   * @returns {number} its address, until the next one
   */
  put(fact) {
    const { kind, fields } = this.#kindOf(fact);
    const address = this.core.uh_door_fact_begin(kind);
    const view = new DataView(this.core.memory.buffer);
    for (const field of fields) {
      this.#putField(view, address + field.offset, field, fact[field.name]);
    }
    for (const name of Object.keys(fact)) {
      if (name !== RECORD && !fields.some((field) => field.name === name)) {
        throw new FactError('unknown', name);
      }
    }
    const bad = this.core.uh_door_fact_check();
    if (bad >= 0) {
      throw new FactError('range', fields[bad].name);
    }
    return address;
  }

  /**
   * @param {DataView} view @param {number} at @param {Field} field @param {Value | undefined} value
   */
  #putField(view, at, field, value) {
    if (value === undefined) {
      throw new FactError('missing', field.name);
    }
    if (value === null) {
      this.#putNothing(view, at, field);
    } else if (typeof value !== JS_TYPES[field.type]) {
      throw new FactError('type', field.name);
    } else if (typeof value === 'string') {
      this.#putText(view, at, field, value);
    } else if (typeof value === 'boolean') {
      view.setUint8(at, Number(value));
    } else {
      this.#putNumber(view, at, field, value);
    }
  }

  /** @param {DataView} view @param {number} at @param {Field} field */
  #putNothing(view, at, field) {
    const isText = field.type === TEXT && !field.identity;
    const isTime = field.type === TIME && !field.always;
    const isNotAsked = field.type === INTEGER && field.min === NOT_ASKED;
    if (!isText && !isTime && !isNotAsked) {
      throw new FactError('type', field.name);
    }
    if (isNotAsked) {
      view.setInt32(at, NOT_ASKED, true);
    }
  }

  /** @param {DataView} view @param {number} at @param {Field} field @param {string} value */
  #putText(view, at, field, value) {
    if (field.type === ENUM) {
      const number = field.names.indexOf(value);
      if (number < 0) {
        throw new FactError('range', field.name);
      }
      view.setUint32(at, number, true);
    } else if (field.type === DATE) {
      const days = daysOf(value);
      if (Number.isNaN(days)) {
        throw new FactError('range', field.name);
      }
      view.setInt32(at, days, true);
    } else {
      const bytes = new TextEncoder().encode(value);
      if (bytes.length >= field.size || bytes.includes(0)) {
        throw new FactError('range', field.name);
      }
      new Uint8Array(view.buffer).set(bytes, at);
    }
  }

  /** @param {DataView} view @param {number} at @param {Field} field @param {number} value */
  #putNumber(view, at, field, value) {
    if (!Number.isSafeInteger(value)) {
      throw new FactError('type', field.name);
    }
    // what stands for nothing is written as null, so that a fact has one spelling only
    if (value < field.min || value > field.max || this.#isNothing(field, value)) {
      throw new FactError('range', field.name);
    }
    if (field.size === 8) {
      view.setBigInt64(at, BigInt(value), true);
    } else if (field.type === INTEGER) {
      view.setInt32(at, value, true);
    } else {
      view.setUint32(at, value, true);
    }
  }

  /** @param {Field} field @param {number} value */
  #isNothing(field, value) {
    return (field.type === TIME && value === NO_TIME && !field.always) ||
      (field.type === INTEGER && field.min === NOT_ASKED && value === NOT_ASKED);
  }

  /**
   * Reads a fact where it lies.
   * @param {number} address
   * @returns {Fact}
   */
  read(address) {
    const view = new DataView(this.core.memory.buffer);
    const { name, fields } = this.kinds[view.getUint32(address, true)];
    /** @type {Fact} */
    const fact = { [RECORD]: name };
    for (const field of fields) {
      fact[field.name] = this.#readField(view, address + field.offset, field);
    }
    return fact;
  }

  /** @param {DataView} view @param {number} at @param {Field} field @returns {Value} */
  #readField(view, at, field) {
    switch (field.type) {
      case TEXT: return textAt(this.core, at) || null;
      case BOOL: return view.getUint8(at) !== 0;
      case ENUM: return field.names[view.getUint32(at, true)];
      case DATE: return dateOf(view.getInt32(at, true));
      default: {
        const value = field.size === 8 ? Number(view.getBigInt64(at, true))
          : field.type === INTEGER ? view.getInt32(at, true) : view.getUint32(at, true);
        return this.#isNothing(field, value) ? null : value;
      }
    }
  }

  /** The facts that the last call gave out. @returns {Fact[]} */
  takeOut() {
    return Array.from({ length: this.core.uh_door_fact_out_count() },
      (_, index) => this.read(this.core.uh_door_fact_out(index)));
  }

  /**
   * Kind and identity as one text.
   * @param {Fact} fact
   */
  key(fact) {
    const { kind, fields } = this.#kindOf(fact);
    return [kind, ...fields.filter((field) => field.identity).map((field) => fact[field.name])].join('\n');
  }

  /**
   * Checks a fact and says where it stands. Throws a FactError.
   * @param {Fact} fact
   * @returns {Place}
   */
  place(fact) {
    const core = this.core;
    this.put(fact);
    const [rank, moment, kind, ...steps] = numbersAt(core, core.uh_door_fact_place(), PLACE_SIZE);
    return {
      key: this.key(fact),
      id: textAt(core, core.uh_door_fact_id()),
      session: textAt(core, core.uh_door_fact_session()),
      owner: textAt(core, core.uh_door_fact_owner()),
      day: core.uh_door_fact_day(),
      rank, moment, kind, steps,
    };
  }

  /** When a fact was changed last. @param {Fact} fact @returns {number} */
  changed(fact) {
    return Number(fact[this.#changedName(fact)]);
  }

  /** The same fact, changed at another time. @param {Fact} fact @param {number} changed @returns {Fact} */
  withChanged(fact, changed) {
    return { ...fact, [this.#changedName(fact)]: changed };
  }

  /** @param {Fact} fact */
  #changedName(fact) {
    const field = this.#kindOf(fact).fields.find((one) => one.always);
    if (!field) {
      throw new FactError('missing');
    }
    return field.name;
  }

  /** Are all fields equal? @param {Fact} a @param {Fact} b */
  equal(a, b) {
    return a[RECORD] === b[RECORD] && this.#kindOf(a).fields.every(({ name }) => a[name] === b[name]);
  }

  /**
   * A line as `unhunch export jsonl` writes it, byte for byte.
   * @param {Fact} fact
   */
  line(fact) {
    const names = [RECORD, ...this.#kindOf(fact).fields.map((field) => field.name)];
    return `{${names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(fact[name])}`).join(', ')}}\n`;
  }

  /**
   * Reads a line: one fact, or a list of them. Checks all. Throws a FactError.
   * @param {string} text
   * @returns {Fact[]}
   */
  parse(text) {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      throw new FactError('syntax');
    }
    const list = Array.isArray(value) ? value : [value];
    for (const one of list) {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) {
        throw new FactError('syntax');
      }
      this.put(one);
    }
    return list;
  }

  /**
   * Reads a whole file of lines. A FactError has the number of its line.
   * @param {string} text
   * @returns {Fact[]}
   */
  parseLines(text) {
    /** @type {Fact[]} */
    const facts = [];
    text.split('\n').forEach((line, index) => {
      try {
        if (line.trim() !== '') {
          facts.push(...this.parse(line));
        }
      } catch (error) {
        if (error instanceof FactError) {
          error.line = index + 1;
        }
        throw error;
      }
    });
    return facts;
  }
}
