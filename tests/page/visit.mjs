// SPDX-License-Identifier: MIT
// visit.mjs BUILD SOURCE: what a first visit transfers, the service worker's part with it, and that it is enough: the page
// works with nobody who serves it, in the language that it was seen in.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build, source } from '../web/served.mjs';
import { World, assertQuiet, go, meter, ready, serve, tests, until } from './world.mjs';

process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1'; // the worker's requests are told, too

/** All that a first visit may bring, answers' heads too. */
const bytesMost = 150000;

/** What of the page's files came over the wire: the bytes of each answer that brought a body, by name. */
function weigh(page) {
  const came = new Map();
  page.context().on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    const answer = await request.response();
    if ((pathname.startsWith('/api/') && pathname !== '/api/v1/catalogue') || answer === null || answer.fromServiceWorker() || answer.status() !== 200) {
      return;
    }
    const { responseBodySize } = await request.sizes();
    if (responseBodySize > 0) {
      const name = pathname === '/' ? 'index.html' : pathname.slice(1);
      came.set(name, [...came.get(name) ?? [], { bytes: responseBodySize, worker: request.serviceWorker() !== null }]);
    }
  });
  return came;
}

/** Until the worker has all that it wants, and the page is its. */
async function settled(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), 'the worker');
}

const names = (page) => page.evaluate(async () => {
  const all = [];
  for (const name of await caches.keys()) {
    all.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)));
  }
  return all;
});

/** The translation is kept. */
const keeps = (page) => until(async () => (await names(page)).includes('de.bin'), 'German is kept');

await tests({
  async a_first_visit_fetches_nothing_twice_and_no_other_language() {
    const world = await World.open({ screened: false });
    let came;
    const asked = new Set(); // by the worker
    const line = await meter(world.served.port);
    const page = await world.window({ through: line.port, before(one) {
      came = weigh(one);
      one.context().on('request', (request) => request.serviceWorker() !== null && asked.add(request.url()));
    } });
    await settled(page);
    await page.waitForLoadState('networkidle');
    const bytes = line.bytes();
    const list = [...came].map(([name, times]) => ({ name, times: times.map(({ bytes, worker }) => `${bytes}${worker ? ' worker' : ''}`) }));
    console.log(list.map(({ name, times }) => `${name}: ${times.join(', ')}`).join('\n'));
    console.log(`${bytes} bytes in all, heads too`);
    assert.ok(bytes > 100000 && bytes <= bytesMost, `a first visit brings ${bytes} bytes, of ${bytesMost}`);
    assert.ok(came.has('core.bin') && asked.size > 4, 'both are seen: the page, and its worker');
    assert.deepEqual(list.filter(({ name, times }) => times.length > 1 || /^[a-z]{2,3}\.bin$/.test(name)), []);
    assert.ok(!(await names(page)).includes('de.bin'));
    const { icons } = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json());
    assert.ok(await page.evaluate(async (icon) => (await fetch(icon)).headers.get('content-type') === 'image/svg+xml', icons[0].src));
    assertQuiet(page, 'a first visit');
    line.end();
    await world.end();
  },

  async a_german_browser_fetches_german_once_and_keeps_it() {
    const world = await World.open();
    let came;
    const page = await world.window({ language: 'de-DE', before: (one) => (came = weigh(one)) });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    await settled(page);
    await keeps(page);
    assert.equal(came.get('de.bin').length, 1, 'fetched once');
    const name = await page.locator('[data-way=you]').textContent();
    assert.notEqual(name, 'You');
    await world.served.stop();
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    assert.equal(await page.locator('[data-way=you]').textContent(), name);
    await world.end();
  },

  async who_chooses_german_fetches_it_once_and_keeps_it() {
    const world = await World.open();
    let came;
    const page = await world.window({ before: (one) => (came = weigh(one)) });
    await settled(page);
    await go(page, 'you');
    const english = (await page.locator('body').innerText()).split('\n').filter((line) => line.includes(' '));
    await page.locator('.chip', { hasText: 'Deutsch' }).click();
    await until(() => page.evaluate(() => document.documentElement.lang === 'de'), 'German');
    await until(async () => await page.locator('[data-way=you]').textContent() !== 'You', 'German words');
    const german = (await page.locator('body').innerText()).split('\n');
    assert.deepEqual(german.filter((line) => english.includes(line)), [], 'no English line is left');
    await keeps(page);
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    assert.equal(came.get('de.bin').length, 1, 'fetched once');
    await world.served.stop();
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de', 'with nobody who serves it');
    await world.end();
  },

  async the_scripts_run_as_they_are_written_too() {
    const world = await World.open();
    const { address, end } = await serve(join(source, 'web'), join(build, 'web'));
    const page = await world.window({ address });
    assert.equal(await page.evaluate(async () => Object.keys(await import('./session.js')).includes('sessionView')), true);
    await page.locator('[data-act=begin]').click();
    await page.locator('[data-act=none]').waitFor();
    const answersNobody = /api\/v1\/hello|site\.json/;
    assert.deepEqual(page.complaints.filter((words) => !answersNobody.test(words)), []);
    end();
    await world.end();
  },
});
