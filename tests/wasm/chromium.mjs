// SPDX-License-Identifier: MIT
// chromium.mjs: a browser of its own for a test, driven over a pipe: tabs that run JavaScript, crash and close; and the
// files that they load, from one address.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves files by their address; {'/': '<!doctype html>'} texts stand for themselves. */
export async function serve(roots, texts) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      const [, root, ...rest] = pathname.split('/');
      const body = texts[pathname] ?? readFileSync(join(roots[root], ...rest));
      response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export class Chromium {
  constructor(program) {
    this.folder = mkdtempSync(join(tmpdir(), 'unhunch-chromium-'));
    this.process = spawn(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
      `--user-data-dir=${this.folder}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.replies = new Map();
    this.listeners = [];
    this.count = 0;
    let rest = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop();
      messages.forEach((message) => this.#take(JSON.parse(message)));
    });
  }

  #take(message) {
    const reply = this.replies.get(message.id);
    this.replies.delete(message.id);
    if (reply) {
      message.error ? reply.reject(new Error(message.error.message)) : reply.resolve(message.result);
    } else {
      this.listeners.forEach((listener) => listener(message));
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.replies.set(id, { resolve, reject });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async open(address) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this, targetId, sessionId);
    await tab.go(address);
    return tab;
  }

  async end() {
    const gone = new Promise((done) => this.process.once('exit', done));
    await this.send('Browser.close').catch(() => {});
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Tab {
  constructor(browser, target, session) {
    Object.assign(this, { browser, target, session });
  }

  #until(method) {
    return new Promise((done) => {
      const listener = (message) => {
        if (message.method === method && (message.sessionId === this.session || message.params.targetId === this.target)) {
          this.browser.listeners.splice(this.browser.listeners.indexOf(listener), 1);
          done(message.params);
        }
      };
      this.browser.listeners.push(listener);
    });
  }

  async go(address) {
    await this.browser.send('Page.enable', {}, this.session);
    const loaded = this.#until('Page.loadEventFired');
    await this.browser.send('Page.navigate', { url: address }, this.session);
    await loaded;
  }

  /** Runs an async function in the tab, with arguments that JSON can say; its value, or its error. */
  async run(call, ...values) {
    const expression = `(${call})(...${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await this.browser.send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true }, this.session);
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** The process of the tab dies, as by a kill -9. */
  async crash() {
    const crashed = this.#until('Inspector.targetCrashed');
    await this.browser.send('Inspector.enable', {}, this.session);
    this.browser.send('Page.crash', {}, this.session).catch(() => {});
    await crashed;
  }

  async close() {
    await this.browser.send('Target.closeTarget', { targetId: this.target });
  }
}
