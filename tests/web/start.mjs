// SPDX-License-Identifier: MIT
// How the page is started, found running, and ended; and the page as files.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import net from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import test from "node:test";
import { Served, build, listening, newHome, run, server, unhunch } from "./served.mjs";

const web = (home, port, ...words) => run(unhunch, ["web", "--no-open", "--port", `${port}`, ...words], home.environment);

test("`unhunch web` prints one address, serves, and a signal ends it cleanly", async () => {
    for (const signal of ["SIGTERM", "SIGINT"]) {
        const served = await Served.start({ program: unhunch, before: ["web"] });
        assert.equal(served.said.match(/http:/g).length, 1);
        await served.open();
        assert.equal((await served.ask("GET", "/api/v1/hello")).status, 200);
        assert.equal(await served.stop(signal), 0);
        assert.equal(served.complained, "");
    }
});

test("where it runs already a new address is printed, and the old page goes on", async () => {
    const served = await Served.start();
    await served.open();
    const cookie = served.cookie;
    const again = web(served.home, served.port);
    assert.equal(again.status, 0, again.stderr);
    served.said = again.stdout;
    await served.open();
    assert.notEqual(served.cookie, cookie);
    for (served.cookie of [cookie, served.cookie]) {
        assert.equal((await served.ask("GET", "/api/v1/hello")).status, 200);
    }
    assert.equal(await served.stop(), 0);
    // and once it ended, it can be started again at once, on the same port
    const next = await Served.start({ home: served.home, port: served.port });
    next.cookie = cookie;
    assert.equal((await next.ask("GET", "/api/v1/hello")).status, 200);
    assert.equal(await next.stop(), 0);
});

test("a port that another program has is told in one line, with another one", async () => {
    // it reads what it is asked, so that its end is an end and no reset; and a reset of the other side is none of its business
    const other = net.createServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end("HTTP/1.0 200 OK\r\n\r\nhello"));
        socket.resume();
    });
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    other.unref();
    const { port } = other.address();
    const home = newHome();
    const told = await new Promise((resolve) =>
        execFile(unhunch, ["web", "--no-open", "--port", `${port}`], { env: home.environment }, (error, stdout, stderr) =>
            resolve({ code: error?.code, stdout, stderr })));
    assert.equal(told.code, 1);
    assert.equal(told.stdout, "");
    assert.match(told.stderr, new RegExp(`^[^\\n]*port ${port}; choose another one: unhunch web --port ${port + 1}\\n$`));
    other.close();
});

test("a place of the page stands in the address, and nothing else does", async () => {
    const served = await Served.start();
    const told = web(served.home, served.port, "--at", "session/micro");
    assert.equal(told.status, 0, told.stderr);
    assert.match(told.stdout, /\?token=[0-9a-f]{64}#\/session\/micro\n/);
    for (const place of ["", "a b", "a&b", "<b>", "#/today", "x".repeat(129)]) {
        assert.equal(web(served.home, served.port, "--at", place).status, 2, place);
        assert.equal(run(server, ["--no-open", "--at", place], served.home.environment).status, 2, place);
    }
    assert.equal(await served.stop(), 0);
});

test("another person's page is not taken for one's own", async () => {
    const served = await Served.start();
    const stranger = web(newHome(), served.port);
    assert.equal(stranger.status, 1);
    assert.equal(stranger.stdout, "");
    assert.equal(await served.stop(), 0);
});

test("options that do not fit are wrong usage", () => {
    const home = newHome();
    for (const port of ["0", "65536", "x", "-1"]) assert.equal(web(home, port).status, 2, port);
    assert.equal(run(server, ["--port", "0"], home.environment).status, 2);
    assert.equal(run(server, ["more"], home.environment).status, 2);
});

test("a browser is opened where there is a screen, else the terminal is named", async () => {
    const home = newHome();
    const tools = join(home.home, "tools");
    mkdirSync(tools);
    writeFileSync(join(tools, "xdg-open"), '#!/bin/sh\necho "$1" >"$HOME/opened.new"; mv "$HOME/opened.new" "$HOME/opened"\n');
    chmodSync(join(tools, "xdg-open"), 0o755);
    const served = await Served.start({ home });
    const environment = { ...home.environment, PATH: `${tools}:${process.env.PATH}`, DISPLAY: ":9" };
    const opened = run(unhunch, ["web", "--port", `${served.port}`], environment);
    assert.equal(opened.status, 0);
    const address = opened.stdout.match(/http:\S+/)[0];
    while (!existsSync(join(home.home, "opened"))) await new Promise(setImmediate);
    assert.equal(readFileSync(join(home.home, "opened"), "utf8").trim(), address);
    assert.ok(!opened.stdout.includes("unhunch stretch"));
    const headless = run(unhunch, ["web", "--port", `${served.port}`], { ...home.environment, PATH: tools });
    const lines = headless.stdout.split("\n"); // on a line of its own, to be pasted
    const typed = join(build, "bin", "unhunch");
    assert.ok(lines.some((line) => [`${typed} stretch`, `'${typed}' stretch`].includes(line)), headless.stdout);
    const installed = run(unhunch, ["web", "--port", `${served.port}`], { ...home.environment, PATH: join(build, "bin") });
    assert.match(installed.stdout, /terminal:\nunhunch stretch\n/);
    assert.equal(await served.stop(), 0);
});

test("without a folder of one's own it says so", () => {
    const told = run(server, ["--no-open"], { PATH: process.env.PATH, LC_ALL: "C.UTF-8" });
    assert.equal(told.status, 1);
    assert.match(told.stderr, /set HOME\n$/);
});

test("without the server's program the terminal is named", () => {
    const home = newHome();
    const copy = join(home.home, "alone");
    mkdirSync(copy);
    writeFileSync(join(copy, "unhunch"), readFileSync(unhunch), { mode: 0o755 });
    const told = run(join(copy, "unhunch"), ["web", "--no-open"], home.environment);
    assert.equal(told.status, 1);
    assert.match(told.stderr, /unhunch-web.*unhunch stretch/);
});

test("a socket that systemd holds is taken over, and an address is to be had for it", async () => {
    const listener = await listening();
    const served = await Served.activate({ listener });
    listener.socket.close();
    assert.equal((await served.ask("GET", "/")).status, 200);
    assert.equal(served.said, "");
    const address = web(served.home, listener.port);
    assert.equal(address.status, 0, address.stderr);
    served.said = address.stdout;
    await served.open();
    assert.equal((await served.ask("GET", "/api/v1/today")).status, 200);
    assert.equal(await served.stop(), 0);
});

test("a handed-over socket that is open to others is not taken", async () => {
    const socket = net.createServer();
    socket.listen(0, "0.0.0.0");
    await once(socket, "listening");
    socket.unref();
    const served = await Served.activate({ listener: { socket, port: socket.address().port } });
    assert.equal((await served.ended)[0], 1);
    socket.close();
});

test("the page as files is whole, and only its own folder is written", async () => {
    const home = newHome();
    const folder = join(home.home, "site");
    const site = (...words) => run(unhunch, ["site", ...words], home.environment);
    assert.equal(site(folder).status, 0);
    const names = readFileSync(join(build, "web", "files.txt"), "utf8").trim().split("\n").map((line) => line.split(" ")[3]);
    for (const name of names) {
        assert.deepEqual(readFileSync(join(folder, name)), readFileSync(join(build, "web", name)), name);
    }
    assert.equal(JSON.parse(readFileSync(join(folder, "site.json"), "utf8")).program, "unhunch");
    // again, over an older one: what is no more part of it goes, what is not of it stays
    const list = join(folder, "files.txt");
    writeFileSync(list, `${readFileSync(list, "utf8")}${"0".repeat(64)} 3 - old.js\n`);
    writeFileSync(join(folder, "old.js"), "old");
    writeFileSync(join(folder, "robots.txt"), "mine");
    assert.equal(site(folder).status, 0);
    assert.ok(!existsSync(join(folder, "old.js")));
    assert.ok(existsSync(join(folder, "robots.txt")));

    const other = join(home.home, "other");
    mkdirSync(other);
    writeFileSync(join(other, "letter"), "mine");
    const refused = site(other);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /nothing was written\n$/);
    assert.deepEqual(readdirSync(other), ["letter"]);
    assert.equal(site(join(home.home, "no", "such", "place")).status, 1);
    assert.equal(site().status, 2);
});

test("the page as files has one's own stretches in its catalogue", () => {
    const home = newHome();
    const own = join(home.home, ".local", "share", "unhunch", "stretches");
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "slow-turn.yaml"), readFileSync(join(process.argv[3], "tests", "data", "own", "slow-turn.yaml")));
    const folder = join(home.home, "site");
    const told = run(unhunch, ["site", folder], home.environment);
    assert.equal(told.status, 0, told.stderr);
    assert.ok(readFileSync(join(folder, "catalogue.bin")).includes("slow-turn"));
    // a browser that has the page looks again when its worker is another
    if (existsSync(join(build, "web", "sw.js"))) {
        const worker = readFileSync(join(folder, "sw.js"), "utf8");
        const plain = readFileSync(join(build, "web", "sw.js"), "utf8");
        assert.match(worker.slice(plain.length), /^\/\/ catalogue [0-9a-f]{16}\n$/);
        assert.ok(worker.startsWith(plain));
    }
});
