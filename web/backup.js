// SPDX-License-Identifier: MIT
// backup.js: all facts as one file and back, the same file that `unhunch export jsonl` writes and `unhunch import`
// reads: it is how a history moves between a phone and a computer.

/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {import('./store.js').Store} Store */

export const MEDIA = 'application/x-ndjson';

/** All facts, as they happened. @param {Store} store @returns {string} */
export function exportLines(store) {
  return [...store.facts()].map((fact) => store.table.line(fact)).join('');
}

/** "unhunch-2026-11-20.jsonl" @param {string} day */
export function fileName(day) {
  return `unhunch-${day}.jsonl`;
}

/**
 * Takes a file in, all of it or nothing. What stands here and was changed later stays. Throws a FactError with the line
 * that is wrong; then nothing was taken.
 * @param {Store} store @param {string} text
 * @returns {Promise<{ fresh: number, changed: number, known: number }>} when it is durable
 */
export async function importLines(store, text) {
  const facts = store.table.parseLines(text);
  const counts = { fresh: 0, changed: 0, known: 0 };
  const isPart = (/** @type {Fact} */ fact) => store.table.place(fact).session !== '';
  await store.act((act) => {
    // a session comes before what belongs to it, wherever it stands in the file
    for (const fact of [...facts.filter((one) => !isPart(one)), ...facts.filter(isPart)]) {
      const there = store.get(fact);
      const isKnown = there !== undefined && store.table.equal(there, fact);
      if (isKnown || !act.put(fact)) {
        counts.known++;
      } else {
        counts[there ? 'changed' : 'fresh']++;
      }
    }
  });
  return counts;
}
