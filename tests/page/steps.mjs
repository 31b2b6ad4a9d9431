// SPDX-License-Identifier: MIT
// steps.mjs: what a person does in a session, and what the store has of it afterwards.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { facts, until } from './world.mjs';

// handles of elements would hold pages that are gone: locators do not
export const playing = (page) => page.locator('.session').waitFor();
export const state = (page) => page.locator('.session').getAttribute('data-state');
export const finished = (page) => page.locator('.leaf:has(details)').waitFor({ timeout: 60000 });

/** Answers the questions before a session, where they come, with nothing. */
export async function skipRatings(page) {
  for (let i = 0; i < 2 && await page.locator('.scale').count() > 0; i++) {
    await page.locator('.leaf .button-plain').last().click();
    await page.waitForTimeout(50);
  }
}

/** From the questions before it to the session itself. */
export async function start(page) {
  await skipRatings(page);
  await page.locator('.button-start').click();
  await playing(page);
}

/** A day of unhunch begins at four. */
const dayBeginsMs = 4 * 3600000;

/** Some days ago the stretch was stopped for pain. */
export function stoppedBefore(world, exercise, daysAgo) {
  const folder = mkdtempSync(join(tmpdir(), 'unhunch-stops-'));
  const stops = daysAgo.map((days) => {
    const at = Date.now() - days * 86400000;
    const day = new Date(at - dayBeginsMs).toISOString().slice(0, 10);
    return { record: 'mark', id: `stop-${days}`, at, offset_s: 0, day, mark: 'stop',
      exercise, side: 'both', reason: 'pain', changed: at };
  });
  writeFileSync(join(folder, 'stops.jsonl'), stops.map((stop) => `${JSON.stringify(stop)}\n`).join(''));
  world.command('import', join(folder, 'stops.jsonl'));
  rmSync(folder, { recursive: true });
}

/** Goes on where it waits for a hand: a slow machine in front of a quick clock looks like one that was away. */
async function goOn(page) {
  if (await page.locator('.session[data-state=paused]').count() > 0) {
    await page.keyboard.press('Space');
  }
}

/** Until the store has a set. */
export async function firstSet(world, page) {
  await until(async () => {
    await goOn(page);
    return facts(world).some(({ record }) => record === 'set');
  }, 'a first set', 60000);
}

export async function toTheEnd(page, ms = 60000) {
  await until(async () => {
    await goOn(page);
    await skipRatings(page);
    return await page.locator('.leaf:has(details)').count() > 0;
  }, 'the end of the session', ms);
}

export const sessionsOf = (world) => facts(world).filter(({ record }) => record === 'session');
export const lastSession = (world) => sessionsOf(world).at(-1);

/** The sets of a session, without what differs from one run to the next. */
export function setsOf(all, session) {
  return all.filter((fact) => fact.record === 'set' && fact.session === session.id)
    .map(({ session: _, began, ended, day, offset_s, changed, duration_ms, ...set }) => set);
}
