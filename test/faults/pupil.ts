import type { Browser, BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { TestService } from '../api/harness.ts';
import { openDevice } from '../browser/chromium.ts';
import { type NewPupil, newPupil } from '../browser/new-pupil.ts';
import { answerByKeys, enterCode, toFirstQuestion } from '../browser/pupil-road.ts';
import { soon } from '../browser/soon.ts';

/** A value no constant rule would hit by chance: what place `place` was answered with, in each round. */
export const chosen = (place: number, round = 0): number => 1 + ((place * 3 + round) % 5);

export const answerTo = (page: Page, place: number, round = 0): Promise<void> =>
  answerByKeys(page, place, (at) => chosen(at, round));

/** A device of its own (with a clock the test moves, where it says what it shows), with a pupil nobody has met yet at the first question. */
export async function sitDown(
  service: Pick<TestService, 'url' | 'stores'>,
  browser: Browser,
  name: string,
  clockAt?: number,
): Promise<{ pupil: NewPupil; context: BrowserContext; page: Page }> {
  const pupil = await newPupil(service, name);
  const context = await openDevice(browser, { width: 1280, language: 'en' });
  const page = await context.newPage();
  if (clockAt !== undefined) await page.clock.install({ time: clockAt });
  await toFirstQuestion(page, service.url, pupil.pupilCode);
  return { pupil, context, page };
}

/** Back at the questions after the code, from whatever page stands there. */
export async function comeBack(page: Page, url: string, code: string): Promise<void> {
  await enterCode(page, url, code);
  await page.locator('.choices .button:not(.quiet)').first().click();
  await page.locator('.chip, .question').first().waitFor();
  if ((await page.locator('.chip').count()) > 0) await page.locator('.choices .button').click();
  await page.locator('.question.here').waitFor();
}

/** The page can be opened without a network from now on. */
export const readyForOffline = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

export const sittingOf = (service: Pick<TestService, 'stores'>, { pid }: { pid: string }) =>
  service.stores.sittings.latestOfPupil(pid);

/**
 * Every answer on the server exactly once: for each question the value given last, numbered as it was given, and no batch
 * that says the same again beside another.
 */
export async function expectOnce(
  service: Pick<TestService, 'stores'>,
  pupil: { pid: string },
  expected: readonly number[],
): Promise<void> {
  await soon(async () => valuesOf(await sittingOf(service, pupil)), 30_000).toEqual(expected);
  const sitting = await sittingOf(service, pupil);
  const numbers = Object.values(sitting?.answers ?? {}).map(({ seq }) => seq);
  expect(new Set(numbers).size).toBe(expected.length);
}

const valuesOf = (sitting: Awaited<ReturnType<typeof sittingOf>>): (number | null)[] =>
  Object.values(sitting?.answers ?? {})
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ value }) => value);

export const upTo = (place: number, round = 0): number[] =>
  Array.from({ length: place }, (_, index) => chosen(index + 1, round));

export const waits = (page: Page) => soon(() => page.locator('.save').getAttribute('class')).toContain('waits');
