// SPDX-License-Identifier: MIT
// sw.js: after one visit the page works without anybody who serves it. The build writes the files with their hashes
// above this: one version of all of them is shown, and the next one once no window shows this one.
/* global files */

/** @type {any} the worker's own global; the page's types do not know it */
const worker = self;
const hashes = Object.values(files).join('');
const version = `unhunch-${[...hashes].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)}`;
const own = 'unhunch-own';
const ownCatalogue = '/api/v1/catalogue';

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(caches.open(version).then((cache) => cache.addAll(['./', ...Object.keys(files)])));
});

async function tidy() {
  const old = (await caches.keys()).filter((name) => name !== version && name !== own);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(tidy()));

/** Of this version; what is not of it comes from who serves it. @param {Request} request */
async function kept(request) {
  const cache = await caches.open(version);
  const page = request.mode === 'navigate' ? './' : request;
  return await cache.match(page, { ignoreSearch: true }) ?? fetch(request);
}

/** A person's own stretches: as they are now, else as they were. @param {Request} request */
async function latest(request) {
  const cache = await caches.open(own);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      await cache.put(ownCatalogue, answer.clone());
    }
    return answer;
  } catch (error) {
    const was = await cache.match(ownCatalogue);
    if (was === undefined) {
      throw error;
    }
    return was;
  }
}

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (pathname.endsWith(ownCatalogue)) {
    event.respondWith(latest(request));
  } else if (!pathname.includes('/api/') && !pathname.endsWith('/site.json') && !searchParams.has('token')) {
    event.respondWith(kept(request));
  }
});
