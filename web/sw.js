// SPDX-License-Identifier: MIT
// sw.js: after one visit the page works without anybody who serves it. The build writes the files and the hash of
// all of them above this: one version of all of them is shown, and the next one once no window shows this one.
/* global files, hash */

/** @type {any} the worker's own global; the page's types do not know it */
const worker = self;
const version = `unhunch-${hash}`;
const own = 'unhunch-own-3'; // of the catalogue's form, which is another after UH_CATALOGUE_VERSION
const ownCatalogue = '/api/v1/catalogue';
const siteMark = '/site.json';

/** @param {string} name */
const isTranslation = (name) => /^[a-z]{2,3}\.bin$/.test(name);

/** All files, but of translations only those that were spoken here before. */
async function wanted() {
  const list = [];
  for (const name of Object.keys(files)) {
    if (!isTranslation(name) || await caches.match(name) !== undefined) {
      list.push(name);
    }
  }
  return list;
}

/**
 * The page has just fetched most of them, and nobody needs to be asked for those: where a server names its files by their hashes,
 * as ours does, it is seen that they are of this version. @param {string} name
 */
async function take(name) {
  const address = name === 'index.html' ? './' : name;
  const had = await fetch(address, { cache: 'force-cache' }).catch(() => null);
  const isOurs = had?.ok && had.headers.get('etag')?.includes(`"${files[name]}`);
  const answer = isOurs ? had : await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status}`);
  }
  return { address, answer };
}

async function install() {
  const [cache, list] = await Promise.all([caches.open(version), wanted()]);
  const taken = await Promise.all(list.map(take));
  await Promise.all(taken.map(({ address, answer }) => cache.put(address, answer)));
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

/** What the page names: the translation that is spoken; without anybody who serves it the next visit asks again. @param {string} name */
async function keep(name) {
  const cache = await caches.open(version);
  if (Object.hasOwn(files, name) && await cache.match(name) === undefined) {
    await take(name).then(({ address, answer }) => cache.put(address, answer)).catch(() => {});
  }
}

/** Each page says so when it is there: whoever was still loading as this worker began belongs to nobody yet. @param {string} name */
async function hear(name) {
  await worker.clients.claim();
  await (`/${name}` === siteMark ? latest(new Request(name)).catch(() => {}) : keep(name));
}

worker.addEventListener('message', (/** @type {any} */ event) => event.waitUntil(hear(event.data)));

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
