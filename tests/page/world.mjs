// SPDX-License-Identifier: MIT
// world.mjs: the page as a person meets it: the real server with a home of its own, and Chromium in front of it. What a
// console says, and what fails to load, is an error of the test.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { connect, createServer as listenOn } from 'node:net';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from '../../web/node_modules/playwright-core/index.mjs';
import { Served, run, unhunch } from '../web/served.mjs';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'];

export const sizes = { phone: { width: 360, height: 640 }, laptop: { width: 1280, height: 800 }, wall: { width: 3840, height: 2160 } };

/** All that the bar and an address lead to. */
export const views = ['today', 'library', 'stretch/cat-cow', 'stretch/doorway-stretch', 'plan', 'progress', 'learn', 'learn/precautions', 'you',
  'questions', 'session/recipe/desk-5', 'first'];

/** Folder for screenshots, where somebody wants to look. */
const shots = process.env.UH_SHOTS;

/** The browser of all windows that want nothing of their own of it: each has a profile in memory. */
let browser = null;

/** Worlds that are not ended yet: a test that fails leaves none behind. */
const worlds = new Set();

export class World {
  /** `screened`: the safety questions are answered, none of them applies. */
  static async open({ screened = true } = {}) {
    const world = new World();
    world.served = await Served.start();
    world.environment = world.served.home.environment;
    world.origin = `http://127.0.0.1:${world.served.port}`;
    world.contexts = [];
    world.folders = [];
    worlds.add(world);
    if (screened) {
      world.command('screen', '--none');
    }
    return world;
  }

  command(...words) {
    const { status, stdout, stderr } = run(unhunch, words, this.environment);
    assert.equal(status, 0, `unhunch ${words.join(' ')}: ${stderr}`);
    return stdout;
  }

  /** Another address: each works once. */
  token({ at = null } = {}) {
    const place = at === null ? [] : ['--at', at];
    return /http:\S+/.exec(this.command('web', '--no-open', '--port', String(this.served.port), ...place))[0];
  }

  /**
   * A window with a profile of its own. `fontSize`: as somebody set it in the browser, in pixels; 16 is usual. `before`: gets the
   * page before it is opened. `through`: a port of a meter() before the server. `isOwn`: of a browser that nobody had before.
   */
  async window({ size = sizes.laptop, scheme = 'light', language = 'en', motion = 'no-preference', contrast = 'no-preference',
    touch = false, fontSize = 16, before = () => {}, address = this.token(), isReady = true, through = null, isOwn = false } = {}) {
    const options = { viewport: size, colorScheme: scheme, locale: language, reducedMotion: motion, contrast, hasTouch: touch,
      timezoneId: 'UTC' };
    const isShared = fontSize === 16 && through === null && !isOwn;
    const context = isShared ? await sharedContext(options) : await this.ownContext(options, fontSize, through);
    this.contexts.push(context);
    const page = listen(context.pages()[0] ?? await context.newPage());
    before(page);
    await page.goto(address);
    if (isReady) {
      await ready(page);
    }
    return page;
  }

  /** With a browser of its own, as it was set up. */
  async ownContext(options, fontSize, through) {
    const folder = mkdtempSync(join(tmpdir(), 'unhunch-page-'));
    this.folders.push(folder);
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'),
      JSON.stringify({ webkit: { webprefs: { default_font_size: fontSize, default_fixed_font_size: fontSize } } }));
    const args = through === null ? flags : [...flags, `--host-resolver-rules=MAP 127.0.0.1:${this.served.port} 127.0.0.1:${through}`];
    return chromium.launchPersistentContext(folder, { executablePath: program, args, ...options });
  }

  /** One more tab of the browser that has this one. */
  async tab(page, view, speed) {
    const other = listen(await page.context().newPage());
    await other.goto(`${new URL(page.url()).origin}/?speed=${speed}#/${view}`);
    await ready(other);
    return other;
  }

  /** The server is gone from one moment to the next. */
  async kill() {
    await this.served.stop('SIGKILL');
  }

  /** It is back: the same home, the same address. */
  async back() {
    const { home, port } = this.served;
    this.served = await Served.start({ home, port });
  }

  async end() {
    worlds.delete(this);
    await Promise.all(this.contexts.map((context) => context.close()));
    this.folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    await this.served.stop();
  }
}

async function sharedContext(options) {
  if (!browser?.isConnected()) {
    browser = await chromium.launch({ executablePath: program, args: flags });
  }
  return browser.newContext(options);
}

/** The plainest web server: each file of the first of these folders that has it. */
export async function serve(...folders) {
  const media = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };
  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const path = folders.map((folder) => join(folder, name)).find(existsSync);
    if (path === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'Content-Type': media[extname(name)] ?? 'application/octet-stream' }).end(readFileSync(path));
    }
  });
  site.listen(0, 'localhost');
  await once(site, 'listening');
  return { address: `http://localhost:${site.address().port}/`, end() {
    site.closeAllConnections();
    site.close();
  } };
}

/** Stands before a server of this machine and counts every byte that it sends, heads and all. */
export async function meter(port) {
  const sockets = new Set();
  let bytes = 0;
  const line = listenOn((near) => {
    const far = connect(port, '127.0.0.1');
    far.on('data', (data) => (bytes += data.length));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return { port: line.address().port, bytes: () => bytes, end() {
    sockets.forEach((socket) => socket.destroy());
    line.close();
  } };
}

/** What a page complains of is kept. */
function listen(page) {
  page.complaints = [];
  page.on('console', (message) => {
    // a page that is left while its manifest or the icon is fetched says so; the visit's test sees to it that both are there
    const isLeft = /icon from the Manifest|^Manifest: Line: 1, column: 1, Syntax error/.test(message.text());
    if ((message.type() === 'error' || message.type() === 'warning') && !isLeft) {
      page.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => page.complaints.push(String(error.stack)));
  return page;
}

export async function ready(page) {
  await page.waitForSelector('html[data-ready]');
}

/** To a view by its address, as a fresh load with `?speed=` where that is wanted. */
export async function go(page, view, speed = 1) {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/${speed === 1 ? '' : `?speed=${speed}`}#/${view}`);
  if (speed !== 1) {
    await page.reload();
  }
  await ready(page);
  await page.waitForFunction((name) => location.hash === `#/${name}`, view);
}

/** How far the view runs out of the window, and by what. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = document.documentElement.scrollWidth - width;
    const isTurned = document.documentElement.dir === 'rtl';
    const what = [...document.querySelectorAll('body *')].filter((one) => (one.getBoundingClientRect().right > width + 1
      || (isTurned && one.getBoundingClientRect().left < -1)) && !one.closest('.chart, .scrolls, .unseen, svg'));
    const edge = isTurned ? 'left' : 'right';
    return out > 0 ? [`${out} px`, ...what.slice(0, 4).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect()[edge])}`)] : [];
  });
}

/** Nothing was complained of so far, but that nobody answered where `isAlone`. */
export function assertQuiet(page, where, isAlone = false) {
  const isExpected = (words) => isAlone && /net::ERR_(CONNECTION_|EMPTY_RESPONSE|SOCKET_NOT|FAILED)/.test(words);
  assert.deepEqual(page.complaints.filter((words) => !isExpected(words)), [], where);
}

/** A picture, where somebody wants to look. */
export async function shoot(page, name, whole = false) {
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: whole });
  }
}

/** Facts of the store, as the program gives them out. */
export function facts(world) {
  return world.command('export', 'jsonl').trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Until something is so. */
export async function until(check, what, ms = 30000) {
  const end = Date.now() + ms;
  while (!await check()) {
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs named tests one after another; each name is what it proves. `keep`: they share the worlds that are open. */
export async function tests(list, { keep = false } = {}) {
  const [,,,, only = ''] = process.argv; // a part of a name, for who works on it
  for (const [name, test] of Object.entries(list).filter(([one]) => one.includes(only))) {
    const began = performance.now();
    const shared = new Set(keep ? worlds : []);
    try {
      await test();
    } catch (error) {
      console.error(`FAILED: ${name}\n${error.stack}`);
      process.exitCode = 1;
      for (const world of [...worlds].filter((one) => !shared.has(one))) {
        await world.end();
      }
    }
    console.log(`${name}: ${Math.round(performance.now() - began)} ms`);
  }
  await browser?.close();
}
