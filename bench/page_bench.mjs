// SPDX-License-Identifier: MIT
// page_bench.mjs BUILD SOURCE: what the page costs in a real browser that draws in software: what the first visit brings and
// how soon a figure is there, the main thread's time for a picture of a session, and the heap behind each of four sessions of ten
// minutes. One figure a line: name value unit.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { World, go, ready } from '../tests/page/world.mjs';
import { skipRatings, start, toTheEnd } from '../tests/page/steps.mjs';

const visits = 5;
const speed = 20;
const routine = 'floor-10';
/** One to meet everything once, which takes room once; then thirty minutes. */
const sessionCount = 4;
/** What one finds, the next one frees. */
const collections = 3;
/** After so long everything of a session was used once. */
const warmUpMs = 3000;

const print = (name, value, unit, digits = 0) => console.log(`page_${name} ${value.toFixed(digits)} ${unit}`);

/** @param {number[]} values @param {number} part 0.5 is the median */
const quantile = (values, part) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];

/** Takes down when something was drawn first. */
function noteFirstPicture() {
  const { fill } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fill = function (...values) {
    globalThis.firstPictureMs ??= performance.now();
    CanvasRenderingContext2D.prototype.fill = fill;
    return fill.apply(this, values);
  };
}

const firstPicture = async (page) => {
  await page.waitForFunction(() => globalThis.firstPictureMs !== undefined);
  return page.evaluate(() => globalThis.firstPictureMs);
};

/** Nobody was here before: no worker, nothing kept. */
async function firstVisits() {
  const first = [];
  const again = [];
  let bytes = 0;
  for (let i = 0; i < visits; i++) {
    const world = await World.open({ screened: false });
    const page = await world.window({ isOwn: true, address: 'about:blank', isReady: false });
    const client = await page.context().newCDPSession(page);
    bytes = 0;
    await client.send('Network.enable');
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.addInitScript(noteFirstPicture);
    await page.goto(world.token());
    first.push(await firstPicture(page));
    await ready(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const visited = bytes;
    await page.reload();
    again.push(await firstPicture(page));
    bytes = visited;
    await world.end();
  }
  print('first_visit', bytes, 'B');
  print('first_figure', quantile(first, 0.5), 'ms');
  print('next_figure', quantile(again, 0.5), 'ms');
}

/** All that the worker keeps, as it is sent. */
function printFiles(build) {
  const names = readFileSync(join(build, 'web', 'files.txt'), 'utf8').trim().split('\n').map((line) => line.split(/\s+/)[3]);
  const sizes = names.map((name) => ['.br', ''].map((end) => statSync(join(build, 'web', name + end), { throwIfNoEntry: false }))
    .find((found) => found !== undefined)?.size ?? 0);
  print('files', sizes.reduce((sum, size) => sum + size, 0), 'B');
}

async function sessions() {
  const world = await World.open();
  world.command('profile', 'equipment=chair,floor', 'places=desk,private-floor');
  const page = await world.window({ isOwn: true });
  const client = await page.context().newCDPSession(page);
  const heap = async () => {
    for (let i = 0; i < collections; i++) {
      await client.send('HeapProfiler.collectGarbage');
    }
    return (await client.send('Runtime.getHeapUsage')).usedSize / 1024;
  };
  const nodes = async () => (await client.send('Memory.getDOMCounters')).nodes;
  const begin = async () => {
    await start(page);
    await page.waitForTimeout(warmUpMs);
  };
  await go(page, `session/recipe/${routine}`, speed);
  await begin();
  const costs = [];
  for (let i = 0; i < sessionCount; i++) {
    await toTheEnd(page, 120000);
    costs.push(...await page.evaluate(() => globalThis.unhunch.session.frameCosts.filter((ms) => ms > 0)));
    await page.locator('.leaf > .button-main').click();
    await page.locator('.today').first().waitFor();
    await page.evaluate((name) => {
      location.hash = `#/session/recipe/${name}`;
    }, routine);
    await page.locator('.leaf').first().waitFor();
    await skipRatings(page);
    await begin();
    print(`heap_after_${i + 1}`, await heap(), 'KB');
    print(`nodes_after_${i + 1}`, await nodes(), 'nodes');
  }
  print('frame_median', quantile(costs, 0.5), 'ms', 2);
  print('frame_p95', quantile(costs, 0.95), 'ms', 2);
  await world.end();
}

printFiles(process.argv[2]);
await firstVisits();
await sessions();
