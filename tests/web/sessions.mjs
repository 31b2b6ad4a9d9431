// SPDX-License-Identifier: MIT
// A session that plays in the page: kept as it goes, by one shell at a time, whatever dies in between.
import assert from "node:assert/strict";
import test from "node:test";
import { Served, newHome, run, unhunch, uuid, sessionFact, entryFact, setFact, breakFact, markFact } from "./served.mjs";

const began = Date.now() - 120000;
const put = (served, id, facts) => served.lines("PUT", `/api/v1/sessions/${id}`, facts);
const problem = (answer) => JSON.parse(answer.text).type.replace("urn:unhunch:problem:", "");
const ended = (id, more) => sessionFact(id, began, { end: "complete", ended: began + 110000, changed: began + 110000, ...more });

async function opened(more = {}) {
    const served = await Served.start(more);
    await served.open();
    return served;
}

test("a session grows by parts and is the same however often it is sent", async () => {
    const served = await opened();
    const id = uuid(1);
    const parts = [
        [sessionFact(id, began), entryFact(id, began)],
        [sessionFact(id, began, { changed: began + 40000, lease: began + 340000 }), entryFact(id, began), setFact(id, 1, began)],
        [ended(id), entryFact(id, began), setFact(id, 1, began), setFact(id, 2, began + 41000)],
    ];
    const counts = [];
    for (const part of parts) {
        for (let time = 0; time < 2; time++) {
            const answer = await put(served, id, part);
            assert.equal(answer.status, 200, answer.text);
            counts.push(JSON.parse(answer.text));
        }
    }
    assert.deepEqual(counts, [
        { kept: 2, known: 0 }, { kept: 0, known: 2 },
        { kept: 2, known: 1 }, { kept: 0, known: 3 },
        { kept: 2, known: 2 }, { kept: 0, known: 4 },
    ]);
    // an earlier part that was late changes nothing
    assert.deepEqual(JSON.parse((await put(served, id, parts[1])).text), { kept: 0, known: 3 });
    assert.deepEqual(await served.facts(), parts[2]);
    assert.equal(await served.stop(), 0);
});

test("what was answered is kept, also where the server is killed right then", async () => {
    const home = newHome();
    const id = uuid(2);
    let served = await opened({ home });
    const port = served.port;
    const cookie = served.cookie;
    const sofar = [sessionFact(id, began), entryFact(id, began)];
    for (let number = 1; number <= 3; number++) {
        sofar.push(setFact(id, number, began + number * 1000));
        sofar[0] = sessionFact(id, began, { changed: began + number * 1000 + 40000, lease: Date.now() + 300000 });
        assert.equal((await put(served, id, sofar)).status, 200);
        assert.equal(await served.stop("SIGKILL"), "SIGKILL");
        served = await Served.start({ home, port });
        served.cookie = cookie; // known also after the restart
        assert.deepEqual(await served.facts(), sofar);
        // the same again, after an answer that never arrived
        assert.deepEqual(JSON.parse((await put(served, id, sofar)).text), { kept: 0, known: sofar.length });
    }
    assert.equal(await served.stop(), 0);
});

test("killed at any moment, a session is there as a whole part or not at all", async () => {
    const home = newHome();
    const id = uuid(3);
    let served = await opened({ home });
    const { port, cookie } = served;
    const parts = [];
    for (let number = 0; number < 12; number++) {
        parts.push([
            sessionFact(id, began, { changed: began + number, lease: Date.now() + 300000 }),
            entryFact(id, began),
            ...Array.from({ length: number }, (_, at) => setFact(id, at + 1, began + at)),
        ]);
    }
    for (const part of parts) {
        const answer = put(served, id, part).catch(() => null);
        await served.stop("SIGKILL"); // before, during or after: nobody knows
        const told = await answer;
        served = await Served.start({ home, port });
        served.cookie = cookie;
        const kept = JSON.stringify(await served.facts());
        const whole = [[], ...parts].map((one) => JSON.stringify(one));
        assert.ok(whole.includes(kept), kept);
        if (told?.status === 200) assert.equal(kept, JSON.stringify(part));
        await put(served, id, part);
    }
    assert.equal(await served.stop(), 0);
});

test("a session that plays in the terminal is not taken from it", async () => {
    const served = await opened();
    const id = uuid(4);
    // the terminal writes into the same history
    const terminal = [sessionFact(id, began, { lease: Date.now() + 200000 }), entryFact(id, began)];
    assert.equal((await served.lines("POST", "/api/v1/facts", terminal)).status, 200);
    const page = [sessionFact(id, began, { changed: Date.now(), lease: Date.now() + 300000 }), entryFact(id, began), setFact(id, 1, began)];
    const refused = await put(served, id, page);
    assert.deepEqual([refused.status, problem(refused)], [409, "held"]);
    assert.deepEqual(await served.facts(), terminal);
    // its lease ran out: the page goes on, and then the session is the page's
    const lapsed = [sessionFact(id, began, { changed: began + 1, lease: Date.now() - 1000 })];
    await served.lines("POST", "/api/v1/facts", lapsed);
    assert.equal((await put(served, id, page)).status, 200);
    page[0] = { ...page[0], changed: page[0].changed + 1 };
    assert.equal((await put(served, id, page)).status, 200);
    // until somebody else goes on with it
    const taken = { ...page[0], changed: page[0].changed + 5 };
    await served.lines("POST", "/api/v1/facts", [taken]);
    const late = await put(served, id, [{ ...page[0], changed: page[0].changed + 9 }]);
    assert.equal(late.status, 409);
    assert.equal(await served.stop(), 0);
});

test("a body is about the session of its address and nothing else", async () => {
    const served = await opened();
    const id = uuid(5);
    const session = sessionFact(id, began);
    for (const facts of [
        [],
        [entryFact(id, began)],
        [session, session],
        [session, setFact(uuid(6), 1, began)],
        [sessionFact(uuid(6), began)],
        [session, breakFact(uuid(7), began)],
        [session, { record: "setting", name: "minutes", value: "5", changed: began }],
    ]) {
        const answer = await put(served, id, facts);
        assert.equal(answer.status, 422, JSON.stringify(facts));
        assert.equal(problem(answer), "another-session");
    }
    const cut = await served.lines("PUT", `/api/v1/sessions/${id}`, JSON.stringify(session).slice(0, -9));
    assert.deepEqual([cut.status, problem(cut)], [422, "record"]);
    assert.deepEqual(await served.facts(), []);
    const marked = await put(served, id, [session, { ...markFact(uuid(8), began, "stop"), exercise: "chin-tuck", reason: "pain" }]);
    assert.equal(marked.status, 200, marked.text);
    assert.equal(await served.stop(), 0);
});

test("the terminal sees what the page did, at once and beside it", async () => {
    const served = await opened();
    const id = uuid(9);
    await put(served, id, [ended(id), entryFact(id, began), setFact(id, 1, began)]);
    const log = run(unhunch, ["export", "jsonl", "--kind", "set"], served.home.environment);
    assert.equal(log.status, 0, log.stderr);
    assert.deepEqual(JSON.parse(log.stdout), setFact(id, 1, began));
    const noted = run(unhunch, ["log", "--stood"], served.home.environment);
    assert.equal(noted.status, 0, noted.stderr);
    assert.equal((await served.facts()).filter((fact) => fact.record === "break").length, 1);
    assert.equal(await served.stop(), 0);
});
