// SPDX-License-Identifier: MIT
// In a real browser that is known here: a page of another port of this machine, and one of another name, try to read and to
// change what is remembered. strangers.mjs BUILD SOURCE CHROMIUM
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { join } from "node:path";
import test from "node:test";
import { Served, breakFact, run, unhunch, uuid } from "./served.mjs";

const chromium = process.argv[4];
const served = await Served.start();
test.after(() => served.stop());
const ours = `http://127.0.0.1:${served.port}`;

/** Opens an address in the browser of this test and ends when it is loaded; what the page then holds. */
async function look(address) {
    const browser = spawn(
        chromium,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
            `--user-data-dir=${join(served.home.home, "browser")}`, "--host-resolver-rules=MAP evil.example 127.0.0.1",
            "--timeout=20000", "--virtual-time-budget=5000", "--dump-dom", address,
        ],
        { env: served.home.environment, stdio: ["ignore", "pipe", "ignore"] },
    );
    let text = "";
    browser.stdout.on("data", (data) => (text += data));
    await once(browser, "exit");
    return text;
}

const attack = `<!doctype html><title>stranger</title><pre id="said"></pre><iframe name="hidden"></iframe>
<iframe src="${ours}/"></iframe><img src="${ours}/api/v1/export/jsonl"><script src="${ours}/api/v1/facts"></script><script>
const said = [];
const tell = () => { document.getElementById("said").textContent = JSON.stringify(said); };
const read = async (name, options, path = "/api/v1/facts") => {
    try {
        const answer = await fetch("${ours}" + path, { credentials: "include", ...options });
        said.push([name, answer.type, answer.status, (await answer.text()).length]);
    } catch (error) {
        said.push([name, "refused"]);
    }
    tell();
};
const fact = JSON.stringify(${JSON.stringify(breakFact(uuid(9), 1767603600000))});
const form = (path, body) => {
    const one = document.createElement("form");
    Object.assign(one, { method: "POST", action: "${ours}" + path, enctype: "text/plain", target: "hidden" });
    const field = document.createElement("input");
    Object.assign(field, { name: body, value: "" });
    one.append(field);
    document.body.append(one);
    one.submit();
};
(async () => {
    await read("read", {});
    await read("read without asking", { mode: "no-cors" });
    await read("the page", { mode: "no-cors" }, "/");
    await read("add", { method: "POST", body: fact, headers: { "Content-Type": "application/x-ndjson" } });
    await read("add without asking", { method: "POST", mode: "no-cors", body: fact });
    await read("forget", { method: "DELETE" }, "/api/v1/facts/${uuid(1)}");
    await read("purge", { method: "POST", mode: "no-cors", body: '{"purge":"everything"}' }, "/api/v1/purge");
    form("/api/v1/purge", '{"purge":"everything"}');
    form("/api/v1/facts", fact);
    const frame = document.querySelector("iframe[src]").contentDocument; // of an empty page until it is refused
    said.push(["frame", frame === null || frame.URL === "about:blank" ? "closed" : "open"]);
    said.push("end");
    tell();
})();
</script>`;

const stranger = http.createServer((request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(attack);
});
stranger.listen(0, "127.0.0.1");
await once(stranger, "listening");
test.after(() => stranger.close());

test("a page of another port, and of another name, neither reads nor changes anything", async () => {
    await served.open();
    await served.lines("POST", "/api/v1/facts", [breakFact(uuid(1), 1767600000000)]);
    const before = (await served.ask("GET", "/api/v1/facts")).text;

    // the browser becomes known, as a person's does; so what follows has the cookie
    const address = run(unhunch, ["web", "--no-open", "--port", `${served.port}`], served.home.environment).stdout.match(/http:\S+/)[0];
    await look(address);
    assert.match(await look(`${ours}/api/v1/hello`), /"program": "unhunch"/);

    for (const from of [`http://127.0.0.1:${stranger.address().port}/`, `http://evil.example:${stranger.address().port}/`]) {
        const text = await look(from);
        const said = JSON.parse(text.match(/<pre id="said">(.*?)<\/pre>/s)[1].replaceAll("&quot;", '"'));
        assert.equal(said.at(-1), "end", text);
        for (const [name, type, status, length] of said.slice(0, -1)) {
            if (name === "frame") assert.equal(type, "closed");
            else if (type !== "refused") assert.deepEqual([type, status, length], ["opaque", 0, 0], `${from} ${name}`);
        }
        assert.equal((await served.ask("GET", "/api/v1/facts")).text, before, from);
    }
});
