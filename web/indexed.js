// SPDX-License-Identifier: MIT
// indexed.js: the shelf of store.js in IndexedDB, one for all tabs of this origin.

import { isOvertaken } from './store.js';

/** @typedef {import('./store.js').Change} Change */

const VERSION = 1;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class IndexedShelf {
  #database;
  #channel;

  /** @param {IDBDatabase} database @param {BroadcastChannel} channel */
  constructor(database, channel) {
    this.#database = database;
    this.#channel = channel;
    // a page of a later version waits for this one to let go
    database.onversionchange = () => database.close();
  }

  /** @param {string} [name] @returns {Promise<IndexedShelf>} */
  static async open(name = 'unhunch') {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => {
      for (const room of ['facts', 'queue']) {
        request.result.createObjectStore(room);
      }
    };
    return new IndexedShelf(await answer(request), new BroadcastChannel(name));
  }

  /** @param {'facts' | 'queue'} room @returns {Promise<[string, any][]>} */
  async load(room) {
    const objects = this.#database.transaction(room).objectStore(room);
    const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
    return keys.map((key, index) => [String(key), values[index]]);
  }

  /** @param {'facts' | 'queue'} room @param {string} key @returns {Promise<any>} */
  read(room, key) {
    return answer(this.#database.transaction(room).objectStore(room).get(key));
  }

  /** All of it or nothing. @param {(open: (room: string) => IDBObjectStore) => void} deed @returns {Promise<void>} kept when it is on the disk */
  #act(deed) {
    const transaction = this.#database.transaction(['facts', 'queue'], 'readwrite', { durability: 'strict' });
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      deed((room) => transaction.objectStore(room));
    });
  }

  /** @param {Change[]} changes */
  async write(changes) {
    await this.#act((open) => {
      for (const { room, key, value, changed, stamp } of changes) {
        const objects = open(room);
        const put = () => (value === undefined ? objects.delete(key) : objects.put(value, key));
        if (changed === undefined && stamp === undefined) {
          put();
        } else {
          const there = objects.get(key);
          there.onsuccess = () => void (isOvertaken(there.result, changed, stamp) || put());
        }
      }
    });
    const keys = changes.filter(({ room }) => room === 'facts').map(({ key }) => key);
    if (keys.length > 0) {
      this.#channel.postMessage(keys);
    }
  }

  async clear() {
    await this.#act((open) => {
      open('facts').clear();
      open('queue').clear();
    });
    this.#channel.postMessage(null);
  }

  /** @param {(keys: string[] | null) => void} listener */
  watch(listener) {
    this.#channel.addEventListener('message', ({ data }) => listener(data));
  }

  close() {
    this.#channel.close();
    this.#database.close();
  }
}
