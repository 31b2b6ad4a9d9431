// SPDX-License-Identifier: MIT
// Many at once, and ten thousand requests that are none: the server stays, small, and answers good ones.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import net from "node:net";
import test from "node:test";
import { Served, build, uuid } from "./served.mjs";

const served = await Served.start();
test.after(() => served.stop());
await served.open();
const is_sanitized = build.includes("asan"); // its allocator keeps what was freed
const rss = () => Number(readFileSync(`/proc/${served.child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
const good = async () => {
    const answer = await served.ask("GET", "/api/v1/today");
    assert.equal(answer.status, 200);
};

const connect = async () => {
    const socket = net.connect(served.port, "127.0.0.1");
    socket.on("error", () => {});
    await once(socket, "connect");
    return socket;
};

test("a hundred idle connections are no matter", async () => {
    const idle = await Promise.all(Array.from({ length: 100 }, connect));
    for (let i = 0; i < 20; i++) await good();
    assert.ok(idle.every((socket) => !socket.destroyed && socket.readable));
    idle.forEach((socket) => socket.destroy());
});

test("of a thousand the one that waited longest makes room", async () => {
    const idle = [];
    for (let i = 0; i < 1000; i++) {
        idle.push(await connect());
        if (i % 100 === 99) await good();
    }
    await good();
    assert.ok(idle.length - idle.filter((socket) => socket.destroyed || socket.readableEnded).length < 1000);
    idle.forEach((socket) => socket.destroy());
});

/* -- requests that are none -- */

// xorshift: the same ten thousand every time
let state = 88172645463325252n;
const random = (below) => {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    return Number(state % BigInt(below));
};
const pick = (list) => list[random(list.length)];
const host = `127.0.0.1:${served.port}`;
const tricks = ["\r\n", "\n", "\0", " ", "\t", "%00", "%", "/../", "\xff", ":", ";", ",", '"', "{", "}", "a".repeat(300), "0".repeat(40), "-1", "HTTP/9.9", "chunked", "\r\n\r\n"];
const seeds = [
    `GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `GET /api/v1/today HTTP/1.1\r\nHost: ${host}\r\nCookie: ${served.cookie}\r\n\r\n`,
    `PUT /api/v1/sessions/${uuid(1)} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${served.cookie}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 12\r\n\r\n{"record":1}`,
    `POST /api/v1/plan HTTP/1.1\r\nHost: ${host}\r\nCookie: ${served.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n`,
    `POST /api/v1/purge HTTP/1.1\r\nHost: ${host}\r\nCookie: ${served.cookie}\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"purge":"all"}`,
    `GET /api/v1/export/csv?kind=set&from=2026-01-01 HTTP/1.1\r\nHost: ${host}\r\nCookie: ${served.cookie}\r\nIf-None-Match: "a"\r\n\r\n`,
];
const malformed = () => {
    let text = pick(seeds);
    for (let count = 1 + random(4); count > 0; count--) {
        const at = random(text.length + 1);
        const cut = random(6) === 0 ? random(40) : random(3);
        text = text.slice(0, at) + pick(tricks) + text.slice(at + cut);
    }
    return random(20) === 0 ? text.slice(0, random(text.length)) : text;
};

/** Fifty of them at once; the first letters of what came back until a good request was answered. */
async function sendSome() {
    const sockets = await Promise.all(Array.from({ length: 50 }, connect));
    const firsts = sockets.map(() => "");
    sockets.forEach((socket, at) => {
        socket.on("data", (data) => (firsts[at] += firsts[at].length < 20 ? data.toString("latin1").slice(0, 20) : ""));
        socket.write(malformed(), "latin1");
    });
    await good();
    sockets.forEach((socket) => socket.destroy()); // what is only half a request would be waited for
    return firsts;
}

test("ten thousand malformed requests change nothing and leave nothing behind", async () => {
    const fact = { record: "setting", name: "minutes", value: "9", changed: 1 };
    await served.lines("POST", "/api/v1/facts", [fact]);
    const statuses = {};
    let small = 0;
    for (let round = 0; round < 200; round++) {
        for (const answer of await sendSome()) {
            const status = answer.slice(9, 12) || "none";
            statuses[status] = (statuses[status] ?? 0) + 1;
        }
        if (round === 19) small = rss(); // by then every way was gone
    }
    await good();
    assert.ok(statuses["400"] > 1000 && statuses["200"] > 50, JSON.stringify(statuses)); // they were tried
    for (const status of Object.keys(statuses)) assert.ok(!status.startsWith("5") || status === "505" || status === "501", status);
    assert.deepEqual(await served.facts(), [fact]);
    if (!is_sanitized) assert.ok(rss() - small < 8, `${small} -> ${rss()} MB`);
    assert.equal(served.complained, "");
});

/* -- bodies: last, because what was cut off is held until its time is over -- */

test("bodies that never end are held to a limit", async () => {
    const before = rss();
    const sockets = await Promise.all(Array.from({ length: 12 }, connect));
    const head = `POST /api/v1/import HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nCookie: ${served.cookie}\r\nContent-Type: text/csv\r\nContent-Length: 33000000\r\n\r\n`;
    const megabytes = Buffer.alloc(8 << 20, 32);
    for (const socket of sockets) {
        socket.write(head);
        socket.write(megabytes);
    }
    await Promise.all(sockets.map((socket) => new Promise((resolve) => (socket.writableLength === 0 ? resolve() : socket.once("drain", resolve)))));
    await good();
    if (!is_sanitized) assert.ok(rss() - before < 120, `${before} -> ${rss()} MB`);
    sockets.forEach((socket) => socket.destroy());
    await good();
});
