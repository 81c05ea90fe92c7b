import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { expectAccessible, launchChromium, openDevice } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import {
  answerAtOnce,
  answerByKeys,
  enterCode,
  leftOnDevice,
  placeOf,
  saveLine,
  toFirstQuestion,
} from './pupil-road.ts';
import { soon } from './soon.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async () => {
  const context = await openDevice(browser, { width: 1280, language: 'ru' });
  return { context, page: await context.newPage() };
};
const tone = (page: Page) => saveLine(page).getAttribute('class');
const stored = async (pid: string) => {
  const found = await service.stores.sittings.latestOfPupil(pid);
  if (found === null) throw new Error('the server has no sitting of this pupil');
  return found;
};

describe('without a network', () => {
  it('answers wait on the device, are told of honestly, and arrive once', async () => {
    const pupil = await newPupil(service, 'Ержан');
    const { context, page } = await open();
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 3, () => 4);
    await soon(() => tone(page)).toContain('sent');
    await context.setOffline(true);
    await answerAtOnce(page, 12, () => 2);
    await soon(() => tone(page)).toContain('waits');
    expect(await saveLine(page).textContent()).toContain('9');
    await expectAccessible(page);
    expect(Object.keys((await stored(pupil.pid)).answers)).toHaveLength(3);
    await context.setOffline(false);
    await soon(() => tone(page)).toContain('sent');
    const { answers, lastSeq } = await stored(pupil.pid);
    expect([Object.keys(answers).length, lastSeq]).toEqual([12, 12]);
    await context.close();
  });

  it('a reply lost after the server stored it leads to the same bytes again, and to no second answer', async () => {
    const pupil = await newPupil(service, 'Гаухар');
    const { context, page } = await open();
    const sent: { id: string; bytes: string | null }[] = [];
    let isLosing = true;
    await page.route('**/batches/*', async (route) => {
      const request = route.request();
      sent.push({ id: request.url(), bytes: request.postData() });
      if (!isLosing) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 4, () => 5);
    await soon(() => sent.length).toBeGreaterThan(1);
    isLosing = false;
    await soon(() => tone(page)).toContain('sent');
    const first = sent.filter(({ id }) => id === sent[0]?.id);
    expect(first.length).toBeGreaterThan(1);
    expect(new Set(first.map(({ bytes }) => bytes)).size).toBe(1);
    const { answers, batches, lastSeq } = await stored(pupil.pid);
    expect([Object.keys(answers).length, lastSeq]).toEqual([4, 4]);
    expect(Object.keys(batches)).toHaveLength(new Set(sent.map(({ id }) => id)).size);
    await context.close();
  });

  it('answers survive a closed tab and go when the page is opened again', async () => {
    const pupil = await newPupil(service, 'Салтанат');
    const { context, page } = await open();
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await context.route('**/batches/*', (route) => route.abort('internetdisconnected'));
    await answerByKeys(page, 5, () => 3);
    await soon(() => tone(page)).toContain('waits');
    await page.close();
    await context.unroute('**/batches/*');
    const later = await context.newPage();
    await later.goto(service.url);
    await soon(async () => Object.keys((await stored(pupil.pid)).answers).length).toBe(5);
    expect(await later.content()).not.toContain('Салтанат');
    await context.close();
  });

  it('handing in is told honestly, and done when the network is back', async () => {
    const pupil = await newPupil(service, 'Рауан');
    const { context, page } = await open();
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerAtOnce(page, 44, (place) => 1 + (place % 5));
    // What comes after the last question is fetched a little after the first: no person is at number 44 by then.
    for (const part of ['review-page', 'submitted-page'])
      await page.waitForFunction((name) => performance.getEntries().some((entry) => entry.name.includes(name)), part);
    await context.setOffline(true);
    await answerAtOnce(page, 50, () => 4);
    await page.locator('.choices .button:not(.quiet)').click();
    await page.locator('.notice.warn').waitFor();
    await expectAccessible(page);
    expect((await stored(pupil.pid)).state).toBe('open');
    await context.setOffline(false);
    await page.locator('.result').waitFor({ timeout: 20_000 });
    const { state, answers } = await stored(pupil.pid);
    expect([state, Object.keys(answers).length]).toEqual(['submitted', 50]);
    await context.close();
  });

  it('the next pupil sees nothing of the one before, whose answers still arrive', async () => {
    const [before, next] = [await newPupil(service, 'Бірінші'), await newPupil(service, 'Екінші')];
    const { context, page } = await open();
    await toFirstQuestion(page, service.url, before.pupilCode);
    await context.route(/\/(batches|sealed)\//, (route) => route.abort('internetdisconnected'));
    await answerByKeys(page, 6, () => 5);
    await page.locator('.foot .plain').last().click();
    await page.locator('h1', { hasText: 'убрано' }).waitFor({ timeout: 20_000 });
    expect(await page.locator('main').textContent()).toContain('6');
    await expectAccessible(page);
    await page.locator('.choices .button').click();

    await enterCode(page, service.url, next.pupilCode);
    expect(await page.content()).not.toContain('Бірінші');
    await page.locator('.choices .button:not(.quiet)').click();
    await page.locator('.prose').waitFor();
    await page.locator('.choices .button:not(.quiet)').click();
    await page.locator('.chip').waitFor();
    await page.locator('.choices .button').click();
    expect(await placeOf(page)).toBe(1);
    expect(await page.locator('.option.on').count()).toBe(0);
    expect(await saveLine(page).textContent()).not.toContain('6');

    await context.unroute(/\/(batches|sealed)\//);
    await answerByKeys(page, 2, () => 1);
    await soon(async () => Object.keys((await stored(before.pid)).answers).length, 70_000).toBe(6);
    // What was answered while the rest was on its way gathers for a moment before it goes.
    await soon(async () => Object.values((await stored(next.pid)).answers).map(({ value }) => value)).toEqual([1, 1]);
    expect(Object.values((await stored(before.pid)).answers).every(({ value }) => value === 5)).toBe(true);
    await page.locator('.foot .plain').last().click();
    await page.locator('.choices .button').waitFor();
    await soon(() => leftOnDevice(page)).toEqual({ rows: 0, tab: 0 });
    await context.close();
  });
});

describe('the language', () => {
  const shown = (page: Page) => page.locator('html').getAttribute('lang');
  const choose = (page: Page, language: string) => page.locator(`.languages button[lang=${language}]`).click();
  const stem = (page: Page) => page.locator('.here .stem').textContent();

  it('changes in the middle without a network, and the place stays', async () => {
    const pupil = await newPupil(service, 'Тілек');
    const { context, page } = await open();
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 2, () => 4);
    const inRussian = await stem(page);
    await page.waitForFunction(() => performance.getEntries().some(({ name }) => name.includes('words-kk')));
    const kept = async () => (await (await caches.open('ustaz-words')).keys()).map(({ url }) => url.slice(-8));
    await soon(() => page.evaluate(kept)).toContain('texts/kk');
    await context.setOffline(true);
    await choose(page, 'kk');
    await soon(() => shown(page)).toBe('kk');
    expect([await placeOf(page), await page.locator('.notice').count()]).toEqual([3, 0]);
    expect(await stem(page)).not.toBe(inRussian);
    await answerByKeys(page, 3, () => 2);
    await context.setOffline(false);
    await soon(async () =>
      Object.values((await stored(pupil.pid)).answers)
        .map(({ language }) => language)
        .sort(),
    ).toEqual(['kk', 'ru', 'ru']);
    await context.close();
  });

  it('stays where its words have not come, says so kindly, and changes once they can', async () => {
    const pupil = await newPupil(service, 'Айсұлу');
    const { context, page } = await open();
    await context.route(/texts\/en/, (route) => route.abort('internetdisconnected'));
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 2, () => 4);
    const inRussian = await stem(page);
    await context.setOffline(true);
    await choose(page, 'en');
    await page.locator('.notice.warn').waitFor();
    expect(await page.locator('.notice').textContent()).toContain('нужна сеть');
    await expectAccessible(page);
    expect([await shown(page), await placeOf(page), await stem(page)]).toEqual(['ru', 3, inRussian]);
    await answerByKeys(page, 3, () => 2);
    await context.unroute(/texts\/en/);
    await context.setOffline(false);
    await choose(page, 'en');
    await soon(() => shown(page)).toBe('en');
    expect([await placeOf(page), await page.locator('.notice').count()]).toEqual([4, 0]);
    await soon(async () => Object.values((await stored(pupil.pid)).answers).map(({ language }) => language)).toEqual([
      'ru',
      'ru',
      'ru',
    ]);
    await context.close();
  });
});

it('a line that breaks with the first question does not keep the last page away', async () => {
  const pupil = await newPupil(service, 'Дәурен');
  const { context, page } = await open();
  // Whatever the page leaves for a quieter moment never comes.
  await page.addInitScript(() => {
    const { setTimeout } = window;
    Object.assign(window, {
      setTimeout: (work: () => void, ms = 0) => (ms >= 3000 ? 0 : setTimeout(work, ms)),
    });
  });
  await toFirstQuestion(page, service.url, pupil.pupilCode);
  for (const part of ['review-page', 'submitted-page'])
    await page.waitForFunction((name) => performance.getEntries().some((entry) => entry.name.includes(name)), part);
  await context.setOffline(true);
  await answerAtOnce(page, 50, () => 4);
  await page.locator('.choices .button:not(.quiet)').click();
  await page.locator('.notice.warn').waitFor();
  expect(await page.locator('h1').textContent()).toBeTruthy();
  await context.close();
});

describe('a browser that gives no storage', () => {
  it('still sends every answer, and says that they live on this page alone', async () => {
    const pupil = await newPupil(service, 'Әсем');
    const { context, page } = await open();
    await page.addInitScript(() => {
      Object.defineProperty(IDBFactory.prototype, 'open', {
        value: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 2, () => 3);
    await soon(async () => Object.keys((await stored(pupil.pid)).answers).length).toBe(2);
    await context.setOffline(true);
    await answerByKeys(page, 3, () => 3);
    await soon(() => saveLine(page).textContent()).toContain('Не закрывай');
    await context.setOffline(false);
    await soon(async () => Object.keys((await stored(pupil.pid)).answers).length).toBe(3);
    await context.close();
  });
});
