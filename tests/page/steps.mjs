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

/** A record of each of those days. */
function noteBefore(world, daysAgo, values) {
  const folder = mkdtempSync(join(tmpdir(), 'unhunch-before-'));
  const records = daysAgo.map((days) => {
    const at = Date.now() - days * 86400000;
    const day = new Date(at - dayBeginsMs).toISOString().slice(0, 10);
    return { id: `before-${days}`, at, offset_s: 0, day, changed: at, ...values(days) };
  });
  writeFileSync(join(folder, 'before.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  world.command('import', join(folder, 'before.jsonl'));
  rmSync(folder, { recursive: true });
}

/** Some days ago the stretch was stopped for pain. */
export function stoppedBefore(world, exercise, daysAgo) {
  noteBefore(world, daysAgo, () => ({ record: 'mark', mark: 'stop', exercise, side: 'both', reason: 'pain' }));
}

/** On those days somebody said how it was. */
export function ratedBefore(world, daysAgo) {
  noteBefore(world, daysAgo, (days) => ({ record: 'rating', session: null, moment: 'day', pain: days % 4, stiffness: 5 }));
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
