// SPDX-License-Identifier: MIT
// Who may ask, and what every answer says against misuse.
import assert from "node:assert/strict";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Served, freePort, run, server, uuid, newHome } from "./served.mjs";

const served = await Served.start();
test.after(() => served.stop());
const routes = run(server, ["--routes"], newHome().environment)
    .stdout.trim()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([method, pattern]) => [method, pattern.replace("{uuid}", uuid(1)).replace("{word}", "jsonl")]);

const problem = (answer) => JSON.parse(answer.text).type.replace("urn:unhunch:problem:", "");

test("without a key nothing but the page's files is given", async () => {
    assert.ok(routes.length > 15);
    for (const [method, path] of routes.filter(([, path]) => path !== "/")) {
        for (const Cookie of [undefined, "unhunch=", `unhunch=${"0".repeat(64)}`, "other=1"]) {
            const answer = await served.ask(method, path, { fields: { Cookie } });
            assert.equal(answer.status, 401, `${method} ${path}`);
            assert.equal(problem(answer), "no-key");
        }
    }
    assert.equal((await served.ask("GET", "/")).status, 200);
});

test("the printed address admits one browser, once, for a year", async () => {
    const first = await served.open();
    const cookie = first.headers["set-cookie"][0];
    assert.match(cookie, /^unhunch=[0-9a-f]{64}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/);
    assert.equal(first.headers.location, "/");
    assert.equal((await served.ask("GET", "/api/v1/hello")).status, 200);
    const again = await served.ask("GET", `/?token=${served.token}`, { fields: { Cookie: undefined } });
    assert.equal(again.status, 403);
    assert.equal(problem(again), "used-address");
    assert.equal(again.headers["set-cookie"], undefined);
    // whoever is known and opens the old address again just sees the page
    assert.equal((await served.ask("GET", `/?token=${served.token}`)).status, 303);
    for (const token of ["", "x", "0".repeat(64), "..%2e", "a".repeat(500)]) {
        const guess = await served.ask("GET", `/?token=${token}`, { fields: { Cookie: undefined } });
        assert.equal(guess.status, 403, token);
    }
});

test("another Host, Origin or Sec-Fetch-Site gets nothing, whatever the route and with the key", async () => {
    const other = await freePort();
    const strangers = [
        [{ Host: `127.0.0.1:${other}` }, "host"],
        [{ Host: "evil.example" }, "host"],
        [{ Host: `localhost.evil.example:${served.port}` }, "host"],
        [{ Host: `[::1]:${served.port}` }, "host"],
        [{ Origin: "https://evil.example" }, "origin"],
        [{ Origin: `http://127.0.0.1:${other}` }, "origin"],
        [{ Origin: `http://localhost:${served.port}` }, "origin"],
        [{ Origin: "null" }, "origin"],
        [{ "Sec-Fetch-Site": "cross-site" }, "origin"],
        [{ "Sec-Fetch-Site": "same-site" }, "origin"],
        [{ "Sec-Fetch-Site": "same-site", Origin: `http://127.0.0.1:${served.port}` }, "origin"],
    ];
    for (const [method, path] of routes) {
        for (const [fields, expected] of strangers) {
            const answer = await served.ask(method, path, { fields });
            assert.equal(problem(answer), expected, `${method} ${path} ${JSON.stringify(fields)}`);
            for (const name of Object.keys(answer.headers)) assert.ok(!name.startsWith("access-control"), name);
        }
    }
    const preflight = await served.ask("OPTIONS", "/api/v1/facts", {
        fields: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" },
    });
    assert.equal(preflight.status, 403);
    assert.equal((await served.facts()).length, 0);
});

test("our own page and nobody's page come in", async () => {
    const own = { Origin: `http://127.0.0.1:${served.port}`, "Sec-Fetch-Site": "same-origin" };
    assert.equal((await served.ask("GET", "/api/v1/today", { fields: own })).status, 200);
    assert.equal((await served.ask("GET", "/", { fields: { "Sec-Fetch-Site": "none" } })).status, 200);
});

test("a typed localhost is sent on to the one address", async () => {
    const Host = `localhost:${served.port}`;
    const answer = await served.ask("GET", "/index.html?a=1", { fields: { Host } });
    assert.equal(answer.status, 308);
    assert.equal(answer.headers.location, `http://127.0.0.1:${served.port}/index.html?a=1`);
    assert.equal((await served.ask("GET", "/api/v1/today", { fields: { Host } })).status, 421);
});

test("a field that decides and comes twice is refused", async () => {
    for (const field of [`Host: 127.0.0.1:${served.port}`, "Origin: http://evil.example", `Cookie: ${served.cookie}`]) {
        const [name] = field.split(":");
        const usual = name === "Host" ? "" : `Host: 127.0.0.1:${served.port}\r\n`;
        const text = await served.raw(`GET / HTTP/1.1\r\n${usual}${field}\r\n${field}\r\nConnection: close\r\n\r\n`);
        assert.match(text, /^HTTP\/1.1 400 /, field);
    }
});

test("every answer that is opened carries the guards, and none is inline", async () => {
    const answers = [
        await served.ask("GET", "/"),
        await served.ask("GET", "/api/v1/today"),
        await served.ask("GET", "/api/v1/facts"),
        await served.ask("GET", "/nothing"),
        await served.ask("GET", "/", { fields: { Host: "evil" } }),
        await served.ask("GET", "/?token=x", { fields: { Cookie: undefined } }),
    ];
    for (const { headers } of answers) {
        assert.equal(headers["cross-origin-opener-policy"], "same-origin");
        assert.equal(headers["x-frame-options"], "DENY");
        const policy = headers["content-security-policy"];
        assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.ok(!policy.includes("unsafe-inline") && !policy.includes("'unsafe-eval'") && !policy.includes("http"));
        assert.equal(headers["x-content-type-options"], "nosniff");
        assert.equal(headers["referrer-policy"], "no-referrer");
        assert.equal(headers["cross-origin-resource-policy"], "same-origin");
        assert.ok(["no-store", "no-cache"].includes(headers["cache-control"]));
    }
    assert.equal((await served.ask("GET", "/api/v1/facts")).headers["cache-control"], "no-store");
});

test("the worker has no window, and a policy by which it can only fetch from here", async () => {
    const { headers } = await served.ask("GET", "/sw.js");
    assert.equal(headers["content-security-policy"], "default-src 'none'; connect-src 'self'");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
    assert.equal(headers["x-frame-options"], undefined);
});

test("what is only part of a page carries the guards that are about parts", async () => {
    for (const name of ["app.css", "app.js", "core.bin", "catalogue.bin", "icon.svg", "manifest.webmanifest"]) {
        const { status, headers } = await served.ask("GET", `/${name}`);
        assert.equal(status, 200, name);
        assert.equal(headers["x-content-type-options"], "nosniff");
        assert.equal(headers["cross-origin-resource-policy"], "same-origin");
        assert.equal(headers["content-security-policy"], undefined);
    }
});

test("what a script of the page reads is not opened: it carries what is about parts, an address that is typed all", async () => {
    const policies = async (where) =>
        (await served.ask("GET", "/api/v1/hello", { fields: { "Sec-Fetch-Dest": where } })).headers["content-security-policy"];
    assert.equal(await policies("empty"), undefined);
    assert.match(await policies("document"), /default-src 'none'/);
    assert.match(await policies("iframe"), /frame-ancestors 'none'/);
    const { headers } = await served.ask("GET", "/api/v1/hello", { fields: { "Sec-Fetch-Dest": "empty" } });
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
});

test("an answer that sends on says nothing of where it came from", async () => {
    const { headers } = await served.ask("GET", `/?token=${served.token}`);
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cache-control"], "no-store");
});

test("files come compressed, with a tag, and not again where they are known", async () => {
    const plain = await served.ask("GET", "/");
    assert.equal(plain.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(plain.headers["content-encoding"], undefined);
    const br = await served.ask("GET", "/index.html", { fields: { "Accept-Encoding": "gzip, deflate, br" } });
    const gzip = await served.ask("GET", "/index.html", { fields: { "Accept-Encoding": "gzip;q=0.8" } });
    assert.equal(br.headers["content-encoding"], "br");
    assert.equal(gzip.headers["content-encoding"], "gzip");
    assert.deepEqual(brotliDecompressSync(br.bytes), plain.bytes);
    assert.deepEqual(gunzipSync(gzip.bytes), plain.bytes);
    assert.equal(br.headers.vary, "Accept-Encoding");
    const known = await served.ask("GET", "/", { fields: { "If-None-Match": br.headers.etag } });
    assert.equal(known.status, 304);
    assert.equal(known.bytes.length, 0);
    const core = await served.ask("GET", "/core.bin");
    assert.equal(core.headers["content-type"], "application/octet-stream");
    const head = await served.ask("HEAD", "/core.bin");
    assert.equal(head.status, 200);
    assert.equal(head.bytes.length, 0);
    assert.equal(head.headers["content-length"], `${core.bytes.length}`);
});

test("there is no way out of the page's folder", async () => {
    for (const path of ["/../main.c", "/%2e%2e/bin/unhunch", "/..%2fbin", "//etc/passwd", "/./index.html", "/index.html/", "/files"]) {
        const text = await served.raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: close\r\n\r\n`);
        assert.match(text, /^HTTP\/1.1 40[04] /, path);
    }
});

test("other methods are told which ones there are", async () => {
    const answer = await served.ask("DELETE", "/api/v1/facts");
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.allow, "GET, POST");
    assert.equal((await served.ask("POST", "/")).headers.allow, "GET");
});

test("a person who looks gets a sentence, a program gets JSON", async () => {
    const person = await served.ask("GET", "/?token=x", { fields: { Accept: "text/html,*/*", Cookie: undefined } });
    assert.equal(person.headers["content-type"], "text/plain; charset=utf-8");
    assert.match(person.text, /unhunch web/);
    const program = await served.ask("GET", "/nothing");
    assert.equal(program.headers["content-type"], "application/problem+json");
    assert.deepEqual(Object.keys(JSON.parse(program.text)), ["type", "title", "status"]);
});
