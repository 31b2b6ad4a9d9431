// SPDX-License-Identifier: MIT
// Every route with what it is for, and what it says to what it cannot read.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Served, run, server, unhunch, source, newHome, uuid, dayOf, sessionFact, entryFact, setFact, breakFact } from "./served.mjs";

const home = newHome();
mkdirSync(join(home.home, ".config", "unhunch"), { recursive: true });
writeFileSync(join(home.home, ".config", "unhunch", "config.yaml"), "# mine\nminutes: 7\n");
const served = await Served.start({ home });
test.after(() => served.stop());
await served.open();

const typed = (...words) => JSON.parse(run(unhunch, words, home.environment).stdout);
const read = async (path) => {
    const answer = await served.ask("GET", `/api/v1/${path}`);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers["content-type"], "application/json", path);
    return JSON.parse(answer.text);
};
const problem = (answer) => JSON.parse(answer.text).type.replace("urn:unhunch:problem:", "");
const now = Date.now();

test("docs/web.md shows every route", () => {
    const page = readFileSync(join(source, "docs", "web.md"), "utf8");
    for (const line of run(server, ["--routes"], home.environment).stdout.trim().split("\n")) {
        assert.ok(page.includes(`\`${line}`), line);
    }
});

test("hello says what the page needs besides the facts", async () => {
    const hello = await read("hello");
    assert.equal(hello.program, "unhunch");
    assert.equal(hello.read_only, false);
    assert.ok(Math.abs(hello.now_ms - Date.now()) < 60000);
    assert.equal(hello.day, dayOf(hello.now_ms));
    assert.equal(hello.day_begins_ms, 4 * 3600000);
    assert.deepEqual(hello.transitions, []);
    assert.deepEqual(hello.settings_from_file, { minutes: { value: "7", where: "config.yaml:2" } });
});

test("views say what the commands say", async () => {
    assert.deepEqual(await read("profile"), typed("profile", "--json"));
    assert.deepEqual(await read("screening"), typed("screen", "--json"));
    assert.deepEqual(await read("progress?days=14"), typed("progress", "--json", "--days", "14"));
    assert.deepEqual(await read("advice"), typed("learn", "--json"));
    assert.deepEqual(await read("advice/precautions"), typed("learn", "precautions", "--json"));
    const plan = await served.json("POST", "/api/v1/plan", { minutes: 4, context: "floor", equipment: ["floor", "towel"] });
    assert.equal(plan.status, 200);
    assert.deepEqual(JSON.parse(plan.text), typed("plan", "--json", "--minutes", "4", "--context", "floor", "--equipment", "floor,towel"));
    assert.deepEqual(JSON.parse((await served.json("POST", "/api/v1/plan", "")).text), typed("plan", "--json"));
    const micro = await served.json("POST", "/api/v1/plan", { micro: true });
    assert.deepEqual(JSON.parse(micro.text), typed("plan", "--json", "--micro"));
});

test("the catalogue is that of the page, once", async () => {
    const first = await served.ask("GET", "/api/v1/catalogue");
    assert.equal(first.status, 200);
    assert.equal(first.headers["content-type"], "application/octet-stream");
    assert.deepEqual(first.bytes, readFileSync(join(process.argv[2], "gen", "catalogue.bin")));
    const again = await served.ask("GET", "/api/v1/catalogue", { fields: { "If-None-Match": first.headers.etag } });
    assert.equal(again.status, 304);
    const file = await served.ask("GET", "/catalogue.bin");
    const known = await served.ask("GET", "/api/v1/catalogue", { fields: { "If-None-Match": file.headers.etag } });
    assert.equal(known.status, 304, "who has the file has it");
});

test("facts come in once and go out as the export writes them", async () => {
    const facts = [breakFact(uuid(1), now - 5000), sessionFact(uuid(2), now - 9000, { end: "complete", ended: now - 1000 }), entryFact(uuid(2), now - 9000), setFact(uuid(2), 1, now - 9000)];
    // what belongs to a session may stand before it
    const first = await served.lines("POST", "/api/v1/facts", [...facts].reverse());
    assert.deepEqual([first.status, JSON.parse(first.text)], [200, { kept: 4, known: 0 }]);
    const again = await served.lines("POST", "/api/v1/facts", facts);
    assert.deepEqual(JSON.parse(again.text), { kept: 0, known: 4 });
    assert.equal((await served.ask("GET", "/api/v1/facts")).text, run(unhunch, ["export", "jsonl"], home.environment).stdout);
    const later = await served.facts(`?changed_after=${now - 6000}`);
    assert.deepEqual(later.map((fact) => fact.record).sort(), ["break", "set"]);
    assert.deepEqual((await served.facts(`?changed_after=${now + 1e6}`)), []);
    const older = await served.lines("POST", "/api/v1/facts", [{ ...facts[0], kind: "breaths", changed: now - 6000 }]);
    assert.deepEqual(JSON.parse(older.text), { kept: 0, known: 1 });
    assert.equal((await served.lines("POST", "/api/v1/facts", [])).status, 200);
});

test("today follows what was done", async () => {
    const today = await read("today");
    assert.equal(today.day, dayOf(Date.now()));
    assert.equal(today.today, "stretched");
    assert.equal(today.last_session.id, uuid(2));
    assert.deepEqual(today.week.done, 1);
    assert.ok(today.offers.includes("stretches"));
});

test("what cannot be read changes nothing and is told where", async () => {
    const before = (await served.ask("GET", "/api/v1/facts")).text;
    const good = JSON.stringify(breakFact(uuid(50), now));
    const bad = {
        json: ["{", "nonsense", "[1", '{"a":}', '{"minutes":1,"minutes":2}', '{"minutes":01}', "\ufeff{}", '{"a":"\\ud800"}', "{}{}", "\0", "[".repeat(5000)],
        value: ["[]", '{"minutes":0}', '{"minutes":61}', '{"minutes":"5"}', '{"minutes":1e9}', '{"minutes":2.5}', '{"context":"moon"}', '{"equipment":"floor"}', '{"equipment":["x"]}', '{"micro":1}', '{"most":0}', '{"other":1}', '{"":1}'],
    };
    for (const [kind, bodies] of Object.entries(bad)) {
        for (const body of bodies) {
            const answer = await served.json("POST", "/api/v1/plan", body);
            assert.equal(problem(answer), kind, body.slice(0, 40));
            assert.equal(answer.headers["content-type"], "application/problem+json");
        }
    }
    const nul = await served.json("POST", "/api/v1/plan", "null");
    assert.ok(["json", "value"].includes(problem(nul)));
    for (const line of ["{", "x", "[]]", "{}", '{"record":"moon"}', good.replace("stood", "flew"), good.replace('"length_ms":0', '"length_ms":-1'), `${good.slice(0, -1)},"more":1}`, good.slice(0, -2), good.replace("stood", "\u0000")]) {
        const answer = await served.lines("POST", "/api/v1/facts", `${good}\n${line}\n`);
        assert.equal(answer.status, 422, line);
        const told = JSON.parse(answer.text);
        assert.equal(told.line, 2, line);
        assert.ok(told.column > 0 && told.detail.length > 5, line);
    }
    const orphan = await served.lines("POST", "/api/v1/facts", [setFact(uuid(77), 1, now)]);
    assert.equal(orphan.status, 422);
    for (const query of ["?changed_after=x", "?changed_after=", "?changed_after=-1", "?changed_after=1e3", "?other=1", "?changed_after=1&changed_after=2"]) {
        assert.equal((await served.ask("GET", `/api/v1/facts${query}`)).status, 400, query);
    }
    for (const days of ["", "0", "6", "x", "7x", "99999", "-7"]) {
        assert.equal((await served.ask("GET", `/api/v1/progress?days=${days}`)).status, 400, days);
    }
    assert.equal((await served.ask("GET", "/api/v1/advice/moon")).status, 404);
    assert.equal((await served.ask("GET", "/api/v1/facts")).text, before);
});

test("more than is taken is refused before it comes, and while it comes", async () => {
    const told = await served.json("POST", "/api/v1/plan", " ".repeat(20000)).catch((error) => error);
    assert.equal(told.status, 413);
    const answer = await new Promise((resolve) => {
        const text = served.raw(
            `POST /api/v1/plan HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nCookie: ${served.cookie}\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n` +
                `8000\r\n${" ".repeat(0x8000)}\r\n0\r\n\r\n`,
        );
        text.then(resolve);
    });
    assert.match(answer, /^HTTP\/1.1 413 /);
    const long = await served.ask("GET", `/${"a".repeat(2000)}`);
    assert.equal(long.status, 414);
    const head = await served.raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nX: ${"a".repeat(40000)}\r\n\r\n`);
    assert.match(head, /^HTTP\/1.1 4(31|13|00) |^$/);
    const media = await served.ask("POST", "/api/v1/facts", { fields: { "Content-Type": "text/plain" }, body: "{}" });
    assert.equal(media.status, 415);
    assert.equal((await served.ask("GET", "/api/v1/today", { body: "x", fields: { "Content-Length": "1" } })).status, 400);
});

test("everything goes out and comes back in each form", async () => {
    const all = (await served.ask("GET", "/api/v1/export/jsonl")).text;
    const archive = await served.ask("GET", "/api/v1/export/archive");
    assert.equal(archive.status, 200);
    assert.match(archive.headers["content-disposition"], /^attachment; filename="unhunch.db"$/);
    assert.equal(archive.bytes.subarray(0, 15).toString(), "SQLite format 3");
    const csv = await served.ask("GET", "/api/v1/export/csv?kind=break&from=2020-01-01&to=2099-01-01");
    assert.equal(csv.text, run(unhunch, ["export", "csv", "--kind", "break"], home.environment).stdout);
    for (const path of ["csv", "csv?kind=moon", "jsonl?from=yesterday", "archive?kind=set"]) {
        assert.equal((await served.ask("GET", `/api/v1/export/${path}`)).status, 400, path);
    }
    assert.equal((await served.ask("GET", "/api/v1/export/xml")).status, 404);

    for (const body of ["", "{}", '{"purge":"all"}', '{"purge":true}', "[]"]) {
        const answer = await served.json("POST", "/api/v1/purge", body);
        assert.equal(problem(answer), "value", body);
    }
    assert.equal((await served.ask("GET", "/api/v1/export/jsonl")).text, all);
    assert.equal((await served.json("POST", "/api/v1/purge", { purge: "everything" })).status, 204);
    assert.deepEqual(await served.facts(), []);

    const bring = (media, body) => served.ask("POST", "/api/v1/import", { fields: { "Content-Type": media }, body });
    const first = await bring("application/octet-stream", archive.bytes);
    assert.deepEqual([first.status, JSON.parse(first.text)], [200, { fresh: 4, changed: 0, known: 0 }]);
    assert.equal((await served.ask("GET", "/api/v1/export/jsonl")).text, all);
    assert.deepEqual(JSON.parse((await bring("application/x-ndjson", all)).text), { fresh: 0, changed: 0, known: 4 });
    assert.deepEqual(JSON.parse((await bring("text/csv", csv.text)).text), { fresh: 0, changed: 0, known: 1 });
    assert.equal(problem(await bring("application/octet-stream", "SQLite format 3\0and no more")), "archive");
    assert.equal(problem(await bring("text/csv", "a,b\n1,2\n")), "record");
    assert.equal(problem(await bring("text/csv", "")), "record");
});

test("what a person takes back is gone; what is about safety stays", async () => {
    const screened = { record: "mark", id: uuid(60), at: now, offset_s: 0, day: dayOf(now), mark: "stop", exercise: "chin-tuck", side: "both", reason: "pain", changed: now };
    await served.lines("POST", "/api/v1/facts", [screened, breakFact(uuid(61), now)]);
    assert.equal((await served.ask("DELETE", `/api/v1/facts/${uuid(61)}`)).status, 204);
    assert.equal((await served.ask("DELETE", `/api/v1/facts/${uuid(61)}`)).status, 404);
    const kept = await served.ask("DELETE", `/api/v1/facts/${uuid(60)}`);
    assert.deepEqual([kept.status, problem(kept)], [409, "safety"]);
    assert.equal((await served.ask("DELETE", `/api/v1/sessions/${uuid(60)}`)).status, 404);
    assert.equal((await served.ask("DELETE", `/api/v1/sessions/${uuid(2)}`)).status, 204);
    assert.deepEqual((await served.facts()).filter((fact) => fact.session === uuid(2) || fact.id === uuid(2)), []);
});
