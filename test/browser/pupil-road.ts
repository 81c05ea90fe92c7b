import type { Page } from 'playwright';
import { expect } from 'vitest';

/** The steps of a pupil's road as a person takes them; each waits for the screen it leads to. */
export async function enterCode(page: Page, url: string, code: string): Promise<void> {
  await page.goto(url);
  await page.locator('.code').fill(code);
  await page.locator('form button[type=submit]').click();
  await page.locator('.choices').waitFor();
}

const mainButton = (page: Page) => page.locator('.choices .button:not(.quiet)').first();

/** From the code to the first question, agreeing on the way where it is asked. */
export async function toFirstQuestion(page: Page, url: string, code: string): Promise<void> {
  await enterCode(page, url, code);
  await mainButton(page).click();
  await page.locator('.prose, .chip').first().waitFor();
  if ((await page.locator('.prose').count()) > 0) await mainButton(page).click();
  await page.locator('.chip').waitFor();
  await mainButton(page).click();
  await page.locator('.question.here').waitFor();
}

/** What the screen says the question's number is. */
export const placeOf = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.locator('.question.here legend .unseen').first().textContent()) ?? '')?.[0]);

/** Waits for the question with this number. */
export const toPlace = (page: Page, place: number): Promise<unknown> =>
  expect.poll(() => placeOf(page), { timeout: 10_000, interval: 10 }).toBe(place);

/** Answers by number key and Enter up to question `of`; null skips. */
export async function answerByKeys(page: Page, of: number, choose: (place: number) => number | null): Promise<void> {
  for (let place = await placeOf(page); place <= of; place += 1) {
    const value = choose(place);
    if (value !== null) {
      await page.keyboard.press(String(value));
      expect(await page.locator('.here .option.on input').inputValue()).toBe(String(value));
    }
    await page.keyboard.press('Enter');
    if (place < of) await toPlace(page, place + 1);
    else await fromPlace(page, place);
  }
}

/** Waits until another question, or another page, is shown: whoever left a question knows that it is kept. */
const fromPlace = (page: Page, place: number): Promise<unknown> =>
  page.waitForFunction(
    (left) =>
      Number(/\d+/.exec(document.querySelector('.question.here legend .unseen')?.textContent ?? '')?.[0] ?? 0) !== left,
    place,
    { polling: 10 },
  );

/** Answers by tap up to question `of`; the next question comes by itself. */
export async function answerByTaps(page: Page, of: number, choose: (place: number) => number): Promise<void> {
  for (let place = await placeOf(page); place <= of; place += 1) {
    await page.waitForTimeout(310);
    await page.locator(`.option:has(input[value="${choose(place)}"])`).tap();
    if (place < of) await toPlace(page, place + 1);
  }
}

/** Answers up to question `of` from inside the page, each as soon as the one before is kept: no wire between the taps. */
export async function answerAtOnce(page: Page, of: number, choose: (place: number) => number): Promise<void> {
  const from = await placeOf(page);
  const values = Array.from({ length: of - from + 1 }, (_, index) => choose(from + index));
  await page.evaluate(async (chosen) => {
    const until = async (isSo: () => boolean) => {
      for (let frame = 0; !isSo(); frame += 1) {
        if (frame > 600) throw new Error('the page did not follow the tap');
        await new Promise(requestAnimationFrame);
      }
    };
    const all = <E extends HTMLElement>(selector: string) => Array.from(document.querySelectorAll<E>(selector));
    const left = [...chosen];
    while (left.length > 0) {
      // A phone shows one question, a computer a short page of them.
      const questions = all('.question');
      const here = questions.findIndex((question) => question.classList.contains('here'));
      for (const question of questions.slice(here)) {
        const value = left.shift();
        if (value === undefined) return;
        question.querySelector<HTMLElement>(`.option:has(input[value="${value}"])`)?.click();
        await until(() => question.querySelector(`.option.on input[value="${value}"]`) !== null);
      }
      all('.ways .button[type=submit]')[0]?.click();
      await until(() => questions[0]?.isConnected === false);
    }
  }, values);
}

export const saveLine = (page: Page) => page.locator('.save');

/** All rows of all tables on the device, and what the tab remembers. */
export const leftOnDevice = (page: Page): Promise<{ rows: number; tab: number }> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ustaz');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counts = Array.from(database.objectStoreNames, (name) => {
      const counting = database.transaction(name).objectStore(name).count();
      return new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
    });
    const rows = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    database.close();
    return { rows, tab: sessionStorage.length };
  });
