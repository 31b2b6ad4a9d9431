// SPDX-License-Identifier: MIT
// served.mjs: the real server with a home of its own, and requests to it as they are on the wire.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { after } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const build = realpathSync(process.argv[2]);
export const source = process.argv[3];
export const server = join(build, "bin", "unhunch-web");
export const unhunch = join(build, "bin", "unhunch");
export const fakeServer = join(build, "tests", "fake", "unhunch-web");

// A connection for each request, where a test says nothing else: one that is kept may be ended by a server that ends
// just when it is used again.
const unkept = new http.Agent({ keepAlive: false });

// A test that fails leaves nothing behind that would be waited for.
const started = [];
after(() => started.forEach((child) => child.kill("SIGKILL")));

const homes = [];
process.on("exit", () => homes.forEach((home) => rmSync(home, { recursive: true, force: true })));

/** A home that nobody has used yet. */
export function newHome() {
    const home = mkdtempSync(join(tmpdir(), "unhunch-web-"));
    const environment = {
        PATH: process.env.PATH,
        HOME: home,
        XDG_RUNTIME_DIR: join(home, "run"),
        LC_ALL: "C.UTF-8",
        TZ: "UTC",
        ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? "",
    };
    mkdirSync(environment.XDG_RUNTIME_DIR, { mode: 0o700 });
    homes.push(home);
    return { home, environment };
}

/** A socket that listens on a port of its own, for somebody else to take over. */
export async function listening() {
    const socket = net.createServer();
    socket.listen(0, "127.0.0.1");
    await once(socket, "listening");
    socket.unref();
    return { socket, port: socket.address().port };
}

/** A port that is free now. */
export async function freePort() {
    const { socket, port } = await listening();
    socket.close();
    await once(socket, "close");
    return port;
}

/** The program's words, and how it ended. */
export function run(program, words, environment) {
    return spawnSync(program, words, { env: environment, encoding: "utf8" });
}

export class Served {
    /** Starts it as a person does, and waits for the address. A port that was free may be somebody else's by now. */
    static async start({ home = newHome(), port, program = server, before = [] } = {}) {
        const onPort = (number) => Served.#startOn(number, home, program, before);
        return port !== undefined
            ? onPort(port)
            : onPort(await freePort()).catch(async (error) => {
                  if (!error.message.includes("another program listens")) throw error;
                  return onPort(await freePort());
              });
    }

    static async #startOn(port, home, program, before) {
        const served = new Served();
        served.home = home;
        served.port = port;
        served.child = spawn(program, [...before, "--no-open", "--port", `${served.port}`], {
            env: home.environment,
            stdio: ["ignore", "pipe", "pipe"],
        });
        started.push(served.child);
        served.said = "";
        served.complained = "";
        served.child.stderr.on("data", (data) => (served.complained += data));
        served.ended = once(served.child, "exit");
        await new Promise((resolve, reject) => {
            served.child.stdout.on("data", (data) => {
                served.said += data;
                if (/token=\w+\n[^]*\n/.test(served.said)) resolve();
            });
            served.child.on("exit", (code) => reject(new Error(`ended with ${code}: ${served.complained}`)));
        });
        return served;
    }

    /** As systemd does: the socket is there before the program. */
    static async activate({ home = newHome(), program = server, listener }) {
        const served = new Served();
        served.home = home;
        served.port = listener.port;
        served.child = spawn(
            "/bin/sh",
            ["-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@"', program],
            { env: home.environment, stdio: ["ignore", "pipe", "pipe", listener.socket._handle.fd] },
        );
        started.push(served.child);
        served.said = "";
        served.complained = "";
        served.child.stdout.on("data", (data) => (served.said += data));
        served.child.stderr.on("data", (data) => (served.complained += data));
        served.ended = once(served.child, "exit");
        return served;
    }

    get token() {
        return this.said.match(/token=(\w+)/)[1];
    }

    /** One request. `cookie` and the usual Host are sent unless the fields say otherwise. */
    ask(method, path, { fields = {}, body, agent = unkept } = {}) {
        const headers = { Host: `127.0.0.1:${this.port}`, ...(this.cookie ? { Cookie: this.cookie } : {}), ...fields };
        for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
        return new Promise((resolve, reject) => {
            const request = http.request(
                { host: "127.0.0.1", port: this.port, method, path, headers, agent, setHost: false },
                (response) => {
                    const parts = [];
                    response.on("data", (part) => parts.push(part));
                    response.on("error", reject);
                    response.on("end", () => {
                        const bytes = Buffer.concat(parts);
                        resolve({ status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() });
                    });
                },
            );
            request.on("error", reject);
            request.end(body);
        });
    }

    /** The address that was printed, opened: from here on the browser is known. */
    async open() {
        const answer = await this.ask("GET", `/?token=${this.token}`);
        if (answer.status !== 303) throw new Error(`not admitted: ${answer.status} ${answer.text}`);
        this.cookie = answer.headers["set-cookie"][0].split(";")[0];
        return answer;
    }

    json(method, path, value) {
        return this.ask(method, path, {
            fields: { "Content-Type": "application/json" },
            body: typeof value === "string" ? value : JSON.stringify(value),
        });
    }

    lines(method, path, facts) {
        const body = typeof facts === "string" ? facts : facts.map((fact) => JSON.stringify(fact) + "\n").join("");
        return this.ask(method, path, { fields: { "Content-Type": "application/x-ndjson" }, body });
    }

    async facts(query = "") {
        const answer = await this.ask("GET", `/api/v1/facts${query}`);
        return answer.text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
    }

    /** Bytes as they are, and all that comes back until the other side closes. */
    raw(bytes) {
        return new Promise((resolve) => {
            const socket = net.connect(this.port, "127.0.0.1", () => socket.write(bytes));
            let text = "";
            socket.on("data", (data) => (text += data));
            socket.on("error", () => {});
            socket.on("close", () => resolve(text));
        });
    }

    /** Ends it by a signal; how it ended. */
    async stop(signal = "SIGTERM") {
        this.child.kill(signal);
        const [code, by] = await this.ended;
        return code ?? by;
    }
}

/* -- facts -- */

export function dayOf(ms) {
    return new Date(ms - 4 * 3600000).toISOString().slice(0, 10);
}
const moment = (ms) => ({ offset_s: 0, day: dayOf(ms) });

/** A name for a fact: sorted as they are made. */
export function uuid(number) {
    return `018f6b2e-0000-7000-8000-${`${number}`.padStart(12, "0")}`;
}

export function sessionFact(id, began, more = {}) {
    return {
        record: "session", id, began, ...moment(began), ended: null, end: "open", reason: "none", origin: "names",
        routine: null, context: "desk", minutes: 0, planned_ms: 50000, speed_percent: 100, pace: "usual", gentle: false,
        long_holds: false, simulated: false, acknowledged: false, correction: "none", helped: "not-asked", seen_ms: 0,
        lease: began + 300000, changed: began, ...more,
    };
}

export function entryFact(session, began) {
    return {
        record: "entry", session, entry: 0, exercise: "chin-tuck", variant: "standard", hold_ms: 2000, repetitions: 5,
        sets: 3, first_side: "both", one_side_only: false, changed: began,
    };
}

export function setFact(session, number, began) {
    return {
        record: "set", session, entry: 0, set_number: number, side: "both", attempt: 1, exercise: "chin-tuck",
        variant: "standard", family: "neck", began, ...moment(began), ended: began + 40000, planned_hold_ms: 10000,
        planned_repetitions: 5, actual_hold_ms: 10000, actual_repetitions: 5, duration_ms: 40000, end: "complete",
        reason: "none", eased: false, uneven: false, simulated: false, changed: began + 40000,
    };
}

export function breakFact(id, began) {
    return { record: "break", id, began, ...moment(began), length_ms: 0, kind: "stood", changed: began };
}

export function markFact(id, at, mark) {
    return { record: "mark", id, at, ...moment(at), mark, exercise: null, side: "both", reason: "none", changed: at };
}
