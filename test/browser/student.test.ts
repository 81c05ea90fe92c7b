import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { type Device, expectAccessible, launchChromium, openDevice, watchFaults } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import {
  answerAtOnce,
  answerByKeys,
  answerByTaps,
  enterCode,
  leftOnDevice,
  placeOf,
  saveLine,
  toFirstQuestion,
  toPlace,
} from './pupil-road.ts';
import { soon } from './soon.ts';
import { expectFitting } from './staff-door.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (device: Device) => {
  const context = await openDevice(browser, device);
  const page = await context.newPage();
  return { context, page, faults: watchFaults(page) };
};
const sittingOf = async (pid: string) => {
  const found = await service.stores.sittings.latestOfPupil(pid);
  if (found === null) throw new Error('the server has no sitting of this pupil');
  return found;
};
/** What the server has, in the order in which the questions were asked. */
const valuesOf = async (pid: string) => {
  const { answers } = await sittingOf(pid);
  const { items } = service.stores.instruments.version('personality-ipip50', '1.0.0').instrument;
  return items.map(({ id }) => answers[id]?.value ?? null);
};

describe('the road from the code to the result', () => {
  const devices: Device[] = [
    { width: 360, language: 'kk' },
    { width: 360, language: 'ru', dark: true },
    { width: 360, language: 'en' },
  ];
  // Where axe has looked at the same page in another language, what can still differ is the length of words.
  it.each(devices)('by touch: $language, $width px', async (device) => {
    const pupil = await newPupil(service, 'Айгерім');
    const { context, page, faults } = await open(device);
    const lookAt = device.language === 'en' ? expectFitting : expectAccessible;
    await page.goto(service.url);
    await page.locator('.code').waitFor();
    await lookAt(page);
    await enterCode(page, service.url, pupil.pupilCode);
    expect(await page.locator('h1').textContent()).toContain('Айгерім');
    await lookAt(page);
    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('.prose').waitFor();
    await lookAt(page);
    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('.chip').waitFor();
    await lookAt(page);
    await page.locator('.choices .button').tap();
    await page.locator('.question.here').waitFor();
    await lookAt(page);

    await answerByTaps(page, 4, (place) => 1 + (place % 5));
    await toPlace(page, 5);
    await answerAtOnce(page, 50, (place) => 1 + (place % 5));
    await page.locator('.choices').waitFor();
    await lookAt(page);
    await page.locator('.choices .button:not(.quiet)').dblclick();
    await page.locator('.result').waitFor();
    expect(await page.locator('.strengths li').count()).toBe(5);
    expect(await page.locator('figure svg').count()).toBe(1);
    for (const summary of await page.locator('summary').all()) await summary.tap();
    await page.locator('.beside .sheet').last().locator('.plain').first().tap();
    await lookAt(page);
    expect(await page.locator('.demo').count()).toBe(1);

    expect((await sittingOf(pupil.pid)).state).toBe('submitted');
    expect(await valuesOf(pupil.pid)).toEqual(Array.from({ length: 50 }, (_, index) => 1 + ((index + 1) % 5)));

    await page.locator('.foot .plain').last().tap();
    await page.locator('.choices .button').waitFor();
    await lookAt(page);
    expect(await leftOnDevice(page)).toEqual({ rows: 0, tab: 0 });
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each(['kk', 'ru', 'en'] as const)('by keyboard alone: %s, 1280 px', async (language) => {
    const pupil = await newPupil(service, 'Ерлан');
    const { context, page, faults } = await open({ width: 1280, language });
    const lookAt = language === 'kk' ? expectAccessible : expectFitting;
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    await page.goto(service.url);
    await page.locator('.code').focus();
    await page.keyboard.type(pupil.pupilCode.toLowerCase());
    await press('Enter');
    await page.locator('.choices').waitFor();
    await lookAt(page);
    for (const next of ['.prose', '.chip', '.question.here']) {
      await press('Tab');
      await press('Enter');
      await page.locator(next).waitFor();
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await press('ArrowDown', 3);
    expect(await page.locator('.option.on input').inputValue()).toBe('3');
    await press('Enter');
    await toPlace(page, 2);
    await answerByKeys(page, 18, (place) => (place === 17 ? null : 2 + (place % 3)));
    // One language goes the whole way by keys; in the others the rest is answered faster.
    await (language === 'kk' ? answerByKeys : answerAtOnce)(page, 50, (place) => 2 + (place % 3));

    await page.locator('.skipped').waitFor();
    await lookAt(page);
    expect(await page.locator('.skipped li').getAttribute('value')).toBe('17');
    await page.locator('.skipped .button').focus();
    await press('Enter');
    await page.locator('.question.here').waitFor();
    expect(await placeOf(page)).toBe(17);
    await answerByKeys(page, 50, (place) => (place === 17 ? 5 : null));
    await page.locator('.choices').waitFor();
    await press('Tab');
    await press('Enter');
    await page.locator('.result').waitFor();
    await lookAt(page);
    const values = await valuesOf(pupil.pid);
    expect(values).not.toContain(null);
    expect([values[0], values[16], values[17]]).toEqual([3, 5, 2]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a pupil on the way', () => {
  it('changes the language in the middle and keeps the place', async () => {
    const pupil = await newPupil(service, 'Дана');
    const { context, page } = await open({ width: 360, language: 'kk' });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByTaps(page, 3, () => 4);
    await toPlace(page, 4);
    const stem = await page.locator('.stem').textContent();
    await page.locator('.languages button[lang=ru]').tap();
    await page.locator('.stem', { hasNotText: stem ?? '' }).waitFor();
    expect(await placeOf(page)).toBe(4);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
    // A tap in the first 300 ms of a question counts as a stray one, and the question was just shown anew.
    await page.waitForTimeout(310);
    await page.locator('.option').first().tap();
    await soon(async () => (await sittingOf(pupil.pid)).answers.N1?.language).toBe('ru');
    expect((await sittingOf(pupil.pid)).answers.E1?.language).toBe('kk');
    await context.close();
  });

  it('goes back by the button and by the Back of the phone, and changes an answer', async () => {
    const pupil = await newPupil(service, 'Арман');
    const { context, page } = await open({ width: 360, language: 'ru' });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByTaps(page, 3, () => 2);
    await toPlace(page, 4);
    await page.locator('.ways .button').first().tap();
    expect(await placeOf(page)).toBe(3);
    await page.goBack();
    await toPlace(page, 2);
    await page.waitForTimeout(310);
    await page.locator('.option:has(input[value="5"])').tap();
    await soon(async () => (await sittingOf(pupil.pid)).answers.A1?.value).toBe(5);
    await context.close();
  });

  it('does not answer the next question by a second tap meant for this one', async () => {
    const pupil = await newPupil(service, 'Жанар');
    const { context, page } = await open({ width: 360, language: 'en' });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await page.waitForTimeout(310);
    // Both taps are made inside the page: a slow machine must not put time between them.
    await page.evaluate(async () => {
      const tap = (target: Element | undefined) => {
        target?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        if (target instanceof HTMLElement) target.click();
      };
      const options = () => document.querySelectorAll('.option')[1];
      const first = options();
      tap(first);
      while (first?.isConnected) await new Promise(requestAnimationFrame);
      tap(options());
    });
    await page.waitForTimeout(600);
    expect(await placeOf(page)).toBe(2);
    expect(await page.locator('.option.on').count()).toBe(0);
    await context.close();
  });

  it('is not hurried on where less motion is asked for', async () => {
    const pupil = await newPupil(service, 'Санжар');
    const { context, page } = await open({ width: 360, language: 'kk', reducedMotion: true });
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await page.waitForTimeout(310);
    await page.locator('.option').nth(2).tap();
    await page.waitForTimeout(700);
    expect(await placeOf(page)).toBe(1);
    await page.locator('.ways .button').last().tap();
    expect(await placeOf(page)).toBe(2);
    await context.close();
  });

  it('goes on in place after a reload, and on another device with the code', async () => {
    const pupil = await newPupil(service, 'Мадина');
    const first = await open({ width: 1280, language: 'ru' });
    await toFirstQuestion(first.page, service.url, pupil.pupilCode);
    await answerByKeys(first.page, 7, () => 4);
    await soon(() => saveLine(first.page).getAttribute('class')).toContain('sent');
    await first.page.reload();
    await first.page.locator('.question.here').waitFor();
    expect(await placeOf(first.page)).toBe(8);
    await soon(() => saveLine(first.page).getAttribute('class')).toContain('sent');
    await first.context.close();

    const second = await open({ width: 360, language: 'kk' });
    await enterCode(second.page, service.url, pupil.pupilCode);
    await second.page.locator('.choices .button:not(.quiet)').tap();
    // It is open on the first device still: taken over by one press.
    await second.page.locator('h1', { hasText: /құрылғы|устройств|device/ }).waitFor();
    await second.page.locator('.choices .button:not(.quiet)').tap();
    await second.page.locator('.chip').waitFor();
    await second.page.locator('.choices .button').tap();
    expect(await placeOf(second.page)).toBe(8);
    await second.page.locator('.ways .button').first().tap();
    expect(await second.page.locator('.option.on input').inputValue()).toBe('4');
    await second.page.waitForTimeout(310);
    await second.page.locator('.option:has(input[value="1"])').tap();
    await soon(async () => (await sittingOf(pupil.pid)).answers.A2?.value).toBe(1);
    // Numbered on from far above whatever the first device may still hold.
    expect((await sittingOf(pupil.pid)).lastSeq).toBeGreaterThan(1000);
    await second.context.close();
  });
});
