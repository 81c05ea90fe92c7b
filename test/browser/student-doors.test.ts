import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { type Device, expectAccessible, launchChromium, openDevice, watchFaults } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { answerByKeys, enterCode, toFirstQuestion } from './pupil-road.ts';
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

const open = async (device: Device) => {
  const context = await openDevice(browser, device);
  const page = await context.newPage();
  return { context, page, faults: watchFaults(page) };
};

describe('the code', () => {
  it('is checked as it is typed, and a wrong one is told kindly', async () => {
    const pupil = await newPupil(service, 'Алия');
    const { context, page, faults } = await open({ width: 360, language: 'ru' });
    await page.goto(service.url);
    const field = page.locator('.code');
    const said = page.locator('.said');
    await field.pressSequentially(pupil.pupilCode.slice(0, 9).replace('-', ''));
    expect(await field.inputValue()).toBe(pupil.pupilCode.slice(0, 9));
    const wrongEnd = pupil.pupilCode.endsWith('0') ? '1' : '0';
    await field.fill(pupil.pupilCode.slice(0, -1) + wrongEnd);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.locator('form button[type=submit]').tap();
    expect(await page.locator('.choices').count()).toBe(0);
    await expectAccessible(page);
    await field.fill(`Ж${pupil.pupilCode}`);
    expect(await said.textContent()).toContain('«Ж»');
    await field.fill('0000-0000-00000');
    await page.locator('form button[type=submit]').tap();
    await page.locator('.said.error').waitFor();
    expect(await said.textContent()).toBe('Такой код не найден. Проверь буквы и цифры на карточке.');
    await expectAccessible(page);
    await field.fill(pupil.pupilCode);
    expect(await page.locator('.said.good').count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is kept when it is typed in the very moment the field appears', async () => {
    const { context, page } = await open({ width: 360, language: 'kk' });
    await page.addInitScript(() => {
      const type = (): void => {
        const field = document.querySelector<HTMLInputElement>('.code');
        if (field === null) return;
        watcher.disconnect();
        field.value = '4K7P';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const watcher = new MutationObserver(type);
      watcher.observe(document, { childList: true, subtree: true });
    });
    await page.goto(service.url);
    await soon(() => page.locator('.code').inputValue()).toBe('4K7P');
    // Whatever follows a page's first picture has followed after two more.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))),
    );
    expect(await page.locator('.code').inputValue()).toBe('4K7P');
    await context.close();
  });

  it('keeps the cursor in its place when the middle is corrected', async () => {
    const { context, page } = await open({ width: 1280, language: 'kk' });
    await page.goto(service.url);
    const field = page.locator('.code');
    await field.fill('4K7P20XT9ABC');
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(3, 3));
    await page.keyboard.press('Backspace');
    await page.keyboard.type('5');
    expect(await field.inputValue()).toBe('4K5P-20XT-9ABC');
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(3);
    await context.close();
  });

  it('comes from the card’s QR, and leaves the address', async () => {
    const pupil = await newPupil(service, 'Нұрлан');
    const { context, page } = await open({ width: 360, language: 'kk' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${service.url}/#c=${pupil.pupilCode}`);
    await soon(() => page.locator('.code').inputValue()).toBe(pupil.pupilCode);
    expect(page.url()).toBe(`${service.url}/`);
    expect(asked.filter((address) => !address.includes('#') && address.includes(pupil.pupilCode))).toEqual([]);
    await context.close();
  });

  it('speaks the pupil’s language to whoever has not chosen one, and forgets the choice of the one before', async () => {
    const pupil = await newPupil(service, 'Ольга', { language: 'ru' });
    const context = await browser.newContext({ locale: 'de-DE' });
    const page = await context.newPage();
    await enterCode(page, service.url, pupil.pupilCode);
    await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('ru');
    await page.locator('.languages button[lang=en]').click();
    await page.locator('.choices .quiet').click();
    await page.locator('h1', { hasText: 'you have left' }).waitFor();
    await page.locator('.choices .button').click();
    const next = await newPupil(service, 'Аружан', { language: 'kk' });
    await enterCode(page, service.url, next.pupilCode);
    await soon(() => page.evaluate(() => document.documentElement.lang)).toBe('kk');
    await context.close();
  });
});

describe('consent', () => {
  it('of the guardian is missed, given on the guardian’s own page, withdrawn there again', async () => {
    const pupil = await newPupil(service, 'Тимур', { consent: false });
    const { context, page, faults } = await open({ width: 360, language: 'kk' });
    await enterCode(page, service.url, pupil.pupilCode);
    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('.points').waitFor();
    await expectAccessible(page);
    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('p[role=status]').waitFor();

    const home = await open({ width: 1280, language: 'ru' });
    await home.page.goto(`${service.url}/guardian`);
    await home.page.locator('.code').waitFor();
    await expectAccessible(home.page);
    await home.page.locator('.code').fill(pupil.guardianCode);
    await home.page.keyboard.press('Enter');
    await home.page.locator('.prose').waitFor();
    await expectAccessible(home.page);
    await home.page.locator('.choices .button:not(.quiet)').click();
    await home.page.locator('.notice.good').waitFor();
    await expectAccessible(home.page);

    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('.prose').waitFor();

    await home.page.locator('.choices .danger').click();
    await home.page.locator('.choices .danger').click();
    await home.page.locator('.notice.warn').first().waitFor();
    await expectAccessible(home.page);
    await home.page.locator('summary').click();
    expect(await home.page.locator('details li').count()).toBe(2);
    await home.page.locator('.languages button[lang=kk]').click();
    await home.page.locator('h1', { hasText: 'Балаңыз' }).waitFor();
    await home.page.locator('.foot .button').click();
    await home.page.locator('.code').waitFor();
    expect([...faults, ...home.faults]).toEqual([]);
    await home.context.close();
    await context.close();
  });

  it('refused by the pupil is noted, and may be thought over', async () => {
    const pupil = await newPupil(service, 'Асель');
    const { context, page } = await open({ width: 360, language: 'ru' });
    await enterCode(page, service.url, pupil.pupilCode);
    await page.locator('.choices .button:not(.quiet)').tap();
    await page.locator('.prose').waitFor();
    await page.locator('.choices .quiet').tap();
    await page.locator('.prose').waitFor({ state: 'detached' });
    await expectAccessible(page);
    const events = await service.stores.consents.of(pupil.pid);
    const own = events.filter(({ party }) => party === 'pupil');
    expect(own.map(({ purpose, action, how }) => [purpose, action, how])).toEqual([
      ['assessment', 'withdrawn', 'own-code'],
    ]);
    await page.locator('.choices .quiet').tap();
    await page.locator('.prose').waitFor();
    await context.close();
  });
});

describe('a shared computer', () => {
  it('asks for the code again when nobody has touched it for a quarter of an hour', async () => {
    const pupil = await newPupil(service, 'Камила');
    const { context, page } = await open({ width: 1280, language: 'kk' });
    await page.clock.install();
    await toFirstQuestion(page, service.url, pupil.pupilCode);
    await answerByKeys(page, 2, () => 3);
    await page.clock.fastForward('14:00');
    expect(await page.locator('.question.here').count()).toBe(1);
    await page.clock.fastForward('02:00');
    await page.locator('.code').waitFor();
    expect(await page.content()).not.toContain('Камила');
    await page.reload();
    await page.locator('.code').waitFor();
    await context.close();
  });

  it('forgets on «this is not me»', async () => {
    const pupil = await newPupil(service, 'Бекзат');
    const { context, page } = await open({ width: 360, language: 'kk' });
    await enterCode(page, service.url, pupil.pupilCode);
    await page.locator('.choices .quiet').tap();
    await page.locator('h1', { hasText: 'шықтың' }).waitFor();
    await page.locator('.choices .button').tap();
    await page.locator('.code').waitFor();
    expect(await page.locator('.code').inputValue()).toBe('');
    expect(await page.content()).not.toContain('Бекзат');
    await context.close();
  });
});
