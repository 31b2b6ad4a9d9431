// SPDX-License-Identifier: MIT
// split.js: core.bin is core.wasm with what instructions are made of put apart, each kind beside its like, so that less is
// fetched (src/wasm/split.c, which says how); here it becomes a module again.

const [BEFORE, BEHIND, HEADS, CODES, LOCALS, NUMBERS, CALLS, OFFSETS, BRANCHES, REALS, REST, PARTS] = Array(12).keys();
const codeSection = 10;

/** @param {ArrayBuffer} split @returns {Uint8Array<ArrayBuffer>} the module */
export function whole(split) {
  const lengths = new DataView(split);
  const bytes = new Uint8Array(split);
  let end = PARTS * 4;
  const from = Array.from({ length: PARTS }, (_, part) => (end += lengths.getUint32(part * 4, true)) - lengths.getUint32(part * 4, true));
  const ends = [...from.slice(1), end];
  const before = bytes.subarray(from[BEFORE], ends[BEFORE]);
  const behind = bytes.subarray(from[BEHIND], ends[BEHIND]);
  const made = new Uint8Array(bytes.length * 2); // sizes come to it
  let to = 0;

  const move = (/** @type {number} */ part, count = 1) => {
    for (; count > 0; count--) {
      made[to++] = bytes[from[part]++];
    }
    return made[to - 1];
  };
  const moveNumber = (/** @type {number} */ part) => {
    let number = 0;
    for (let shift = 0, more = 128; more > 127; shift += 7) {
      more = move(part);
      number |= (more & 127) << shift;
    }
    return number;
  };
  const moveNumbers = (/** @type {number} */ part, /** @type {number} */ count) => {
    for (; count > 0; count--) {
      moveNumber(part);
    }
  };
  /** The size of what was made since stands before it. */
  const measure = (/** @type {number} */ since) => {
    const head = [];
    for (let size = to - since; head.length === 0 || size > 0; size >>>= 7) {
      head.push(size > 127 ? size & 127 | 128 : size);
    }
    made.copyWithin(since + head.length, since, to);
    made.set(head, since);
    to += head.length;
  };
  /** What stands behind the code of an instruction. */
  const operands = (/** @type {number} */ code) => {
    if (code === 0x0c || code === 0x0d) {
      moveNumber(BRANCHES);
    } else if (code === 0x0e) {
      moveNumbers(BRANCHES, moveNumber(BRANCHES) + 1);
    } else if (code === 0x10) {
      moveNumber(CALLS);
    } else if (code === 0x11) {
      moveNumbers(REST, 2);
    } else if (code >= 0x20 && code <= 0x22) {
      moveNumber(LOCALS);
    } else if (code === 0x23 || code === 0x24 || code === 0x42) {
      moveNumber(REST);
    } else if (code >= 0x28 && code <= 0x3e) {
      moveNumber(REST);
      moveNumber(OFFSETS);
    } else if (code === 0x41) {
      moveNumber(NUMBERS);
    } else if (code === 0x43 || code === 0x44) {
      move(REALS, code === 0x43 ? 4 : 8);
    } else if (code === 0x3f || code === 0x40 || code >= 2 && code <= 4) {
      move(CODES);
    } else if (code === 0xfc) {
      const extended = moveNumber(CODES); // memory.copy and memory.fill name their memories
      move(CODES, extended === 10 ? 2 : extended === 11 ? 1 : 0);
    }
  };

  made.set(before);
  to = before.length;
  made[to++] = codeSection;
  const code = to;
  moveNumber(HEADS);
  while (from[HEADS] < ends[HEADS]) {
    const since = to;
    for (let more = moveNumber(HEADS); more > 0; more--) {
      moveNumber(HEADS);
      move(HEADS);
    }
    for (let depth = 1; depth > 0;) {
      const one = move(CODES);
      depth += one >= 2 && one <= 4 ? 1 : one === 0x0b ? -1 : 0;
      operands(one);
    }
    measure(since);
  }
  measure(code);
  made.set(behind, to);
  return made.subarray(0, to + behind.length);
}
