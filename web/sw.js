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
const siteMark = '/site.json';

async function install() {
  const cache = await caches.open(version);
  await cache.addAll(['./', ...Object.keys(files)]);
  await latest(new Request('site.json')).catch(() => {});
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));

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

/**
 * A person's own stretches, and whether this is a site without a server: as it is now, else as it was.
 * @param {Request} request
 */
async function latest(request) {
  const cache = await caches.open(own);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      await cache.put(request.url, answer.clone());
    } else if (answer.status === 404) {
      await cache.delete(request.url);
    }
    return answer;
  } catch (error) {
    const was = await cache.match(request.url);
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
  if (pathname.endsWith(ownCatalogue) || pathname.endsWith(siteMark)) {
    event.respondWith(latest(request));
  } else if (!pathname.includes('/api/') && !searchParams.has('token')) {
    event.respondWith(kept(request));
  }
});
