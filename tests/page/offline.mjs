// SPDX-License-Identifier: MIT
// offline.mjs BUILD SOURCE: after one visit the page works with nobody who serves it; what was done then arrives once.
import assert from 'node:assert/strict';
import { Served } from '../web/served.mjs';
import { World, facts, go, ready, tests, until } from './world.mjs';

await tests({
  async a_session_without_the_server_arrives_once_when_it_is_back() {
    const world = await World.open();
    const page = await world.window();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await until(() => page.evaluate(async () => (await caches.keys()).length > 0), 'the files are kept');
    await page.reload();
    await ready(page);
    assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
    await world.served.stop();
    await go(page, 'session/names/chin-tuck', 8);
    await page.locator('.leaf').waitFor();
    for (let i = 0; i < 2 && await page.locator('.scale').count() > 0; i++) {
      await page.locator('.leaf .button-plain').last().click();
      await page.waitForTimeout(50);
    }
    await page.locator('.button-start').click();
    await page.waitForSelector('.session');
    await page.waitForSelector('.leaf:has(details)', { timeout: 60000 });
    await go(page, 'you');
    assert.equal(await page.locator('[data-setting=profile] input').first().isDisabled(), true, 'settings are the server\'s');
    assert.equal(facts(world).filter(({ record }) => record === 'session').length, 0, 'nothing has arrived yet');
    world.served = await Served.start({ home: world.served.home, port: world.served.port });
    await page.goto(/http:\S+/.exec(world.served.said)[0]);
    await ready(page);
    const sessions = () => facts(world).filter(({ record }) => record === 'session');
    await until(() => sessions().length === 1 && sessions()[0].end === 'complete', 'the session has arrived');
    await page.reload();
    await ready(page);
    await page.waitForTimeout(1000);
    assert.equal(sessions().length, 1, 'and once');
    assert.ok(facts(world).filter(({ record }) => record === 'set').length >= 1);
    await world.end();
  },
});
