import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { expectAccessible, launchChromium, openDevice, watchFaults } from './chromium.ts';
import { enterCode, placeOf } from './pupil-road.ts';
import { soon } from './soon.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ battery: true }), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const main = (page: Page) => page.locator('.choices .button:not(.quiet)').first();
const isAsking = (page: Page) => page.locator('.asking').count();
const sittingOf = async (name: 'pupil-kk' | 'pupil-ru' | 'pupil-en') => {
  const found = await service.stores.codes.find('pupil', service.code(name).replaceAll('-', ''));
  return service.stores.sittings.latestOfPupil(found?.pid ?? '');
};

/** From the code to the first lead. */
async function begin(page: Page, code: string): Promise<void> {
  await enterCode(page, service.url, code);
  await main(page).click();
  await page.locator('.prose, .chip').first().waitFor();
  if ((await page.locator('.prose').count()) > 0) await main(page).click();
  await page.locator('.chip').waitFor();
  await main(page).click();
}

/** Answers whatever is asked until the review; leads and the break are looked at and passed. */
async function answerAll(page: Page, answer: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    await page.locator('.asking, .choices').first().waitFor();
    if ((await isAsking(page)) > 0) {
      await answer();
      continue;
    }
    const title = (await page.locator('h1').textContent()) ?? '';
    seen.push(title);
    if ((await page.locator('.choices .quiet').count()) === 0) return seen;
    await expectAccessible(page);
    if (/жауап бердің|есть на все|everything is answered/.test(title)) return seen;
    await main(page).click();
  }
}

const kindOf = async (page: Page): Promise<string> =>
  (await page.locator('.situation').count()) > 0
    ? 'situation'
    : ((await page.locator('.options').first().getAttribute('class')) ?? '');

/** Taps through the questions from inside the page, no wire between them, until there is none or one of a kind not among `known`. */
async function tapThrough(page: Page, known: readonly string[]): Promise<void> {
  await page.evaluate(async (kinds) => {
    const find = (selector: string) => document.querySelector<HTMLElement>(selector);
    const kind = () => (find('.situation') === null ? (find('.options')?.className ?? '') : 'situation');
    while (find('.asking') !== null && kinds.includes(kind())) {
      const question = find('.question');
      for (const card of document.querySelectorAll('.question')) {
        const options = card.querySelectorAll<HTMLElement>('.option');
        options[Math.floor(options.length / 2)]?.click();
        for (let frame = 0; frame < 600 && card.querySelector('.on') === null; frame += 1)
          await new Promise(requestAnimationFrame);
      }
      find('.ways .button[type=submit]')?.click();
      for (let frame = 0; frame < 600 && question?.isConnected; frame += 1) await new Promise(requestAnimationFrame);
    }
  }, known);
}

describe('the whole of KASIP-9', () => {
  it('by touch on a phone in Kazakh: two parts, a break, a result with fields, a talk and a wish', async () => {
    const context = await openDevice(browser, { width: 360, language: 'kk', reducedMotion: true });
    const page = await context.newPage();
    const faults = watchFaults(page);
    await begin(page, service.code('pupil-kk'));
    const kinds = new Set<string>();
    const seen = await answerAll(page, async () => {
      kinds.add(await kindOf(page));
      await expectAccessible(page);
      const target = await page.locator('.option').first().boundingBox();
      expect(target?.height).toBeGreaterThanOrEqual(44);
      await tapThrough(page, [...kinds]);
    });
    expect([...kinds].sort()).toEqual(['options pair', 'options rating', 'situation']);
    expect(seen).toContain('Бірінші бөлік артта қалды!');
    await main(page).tap();
    await page.locator('.result').waitFor();
    await expectAccessible(page);
    expect(await page.locator('.fields h3').count()).toBeGreaterThanOrEqual(3);

    await page.locator('.sheet.tint .button').tap();
    await page.locator('.sheet.tint .notice.good').waitFor();
    await page.locator('input[type=checkbox]').tap();
    await page.locator('.naming .points').waitFor();
    await expectAccessible(page);
    await page.locator('.naming .button').first().tap();
    await soon(() => page.locator('.naming .plain').count()).toBe(1);
    await page.locator('input[type=checkbox]').tap();
    await page.locator('.naming').waitFor({ state: 'detached' });

    const sitting = await sittingOf('pupil-kk');
    expect(Object.keys(sitting?.answers ?? {})).toHaveLength(190);
    const pupil = () => service.stores.pupils.byId(sitting?.pid ?? '');
    expect((await pupil())?.talkAskedAt).toBeInstanceOf(Date);
    await soon(async () => (await pupil())?.teachingWish).toBe(undefined);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('by keyboard alone on a school computer in Russian, a page at a time, the language changed on the way', async () => {
    const context = await openDevice(browser, { width: 1280, language: 'ru' });
    const page = await context.newPage();
    const faults = watchFaults(page);
    await begin(page, service.code('pupil-ru'));
    let asked = 0;
    const kinds = new Set<string>();
    await answerAll(page, async () => {
      // Some thirty, and the first page of every kind, by keys; the others faster.
      const kind = await kindOf(page);
      if (kinds.has(kind) && asked > 30) return tapThrough(page, [...kinds]);
      kinds.add(kind);
      const cards = await page.locator('.question').count();
      asked += cards;
      if (asked === 2) {
        await expectAccessible(page);
        await page.locator('.languages button[lang=en]').click();
        await page.locator('.stem', { hasText: 'Which would' }).first().waitFor();
        await page.locator('.languages button[lang=ru]').click();
        expect(await placeOf(page)).toBe(1);
        await page.locator('h1').focus();
      }
      const first = await page.locator('.question').first().elementHandle();
      for (let card = 0; card < cards; card += 1) {
        // At a person's pace: each key after what the one before has done is there to be seen.
        const question = page.locator('.question').nth(card);
        await page.keyboard.press(card % 2 === 0 ? '2' : '1');
        await question.locator('.on').first().waitFor();
        await page.keyboard.press('Enter');
        if (card + 1 < cards)
          await page
            .locator('.question')
            .nth(card + 1)
            .and(page.locator('.here'))
            .waitFor();
      }
      await first?.waitForElementState('hidden').catch(() => undefined);
    });
    expect(asked).toBeGreaterThan(30);
    await page.locator('.choices .button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor();
    await expectAccessible(page);
    const sitting = await sittingOf('pupil-ru');
    expect([sitting?.state, Object.keys(sitting?.answers ?? {}).length]).toEqual(['submitted', 190]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('fits a window zoomed to 400 %: 320 px, nothing cut off', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 256 } });
    const page = await context.newPage();
    await begin(page, service.code('pupil-en'));
    await expectAccessible(page);
    await main(page).click();
    await page.locator('.question').waitFor();
    await expectAccessible(page);
    await context.close();
  });

  it('reads a question aloud where the device has a voice, and the server learns of the help', async () => {
    const context = await openDevice(browser, { width: 360, language: 'en' });
    await context.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => [{ lang: 'en-GB' }],
          speak: (one: { text: string }) => said.push(one.text),
          cancel: () => undefined,
        },
      });
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
    });
    const page = await context.newPage();
    // The page before this one was shut without a word: its hold on the sitting has run out by now.
    service.setNow(new Date(Date.now() + 120_000));
    await begin(page, service.code('pupil-en'));
    await main(page).click();
    const stem = await page.locator('.stem').textContent();
    // A tap right after a new question counts as meant for the one before.
    await page.waitForTimeout(400);
    await page.locator('.aloud').tap();
    await soon(() => page.evaluate(() => JSON.stringify(Reflect.get(window, 'said')))).toContain(
      stem?.slice(0, 12) ?? '—',
    );
    await soon(async () => (await sittingOf('pupil-en'))?.accommodation).toBe('read-aloud');
    // A language without a voice has no button.
    await page.locator('.languages button[lang=kk]').tap();
    await page.locator('.aloud').waitFor({ state: 'detached' });
    service.setNow(null);
    await context.close();
  });
});
