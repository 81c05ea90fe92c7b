import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { makeReal } from '../api/personas.ts';
import { expectAccessible, launchChromium, openDevice } from './chromium.ts';
import { emailOf, openAsStaff, signIn } from './staff-door.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const codeOf = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const secretOn = async (page: Page) => ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');

describe('the second factor', () => {
  it.each([
    ['kk', 360, 'sponsor'],
    ['ru', 1280, 'university'],
    ['en', 360, 'principal'],
  ] as const)('is set up and asked for at the door: %s, %i px', async (language, width, persona) => {
    const start = Date.now();
    service.setNow(new Date(start));
    const { context, page, faults } = await openAsStaff(
      browser,
      service,
      { width, language },
      `demo-${persona}`,
      '/staff/security',
    );
    await page.locator('main .button').first().click();
    await page.locator('.qr').waitFor();
    await expectAccessible(page);
    const secret = await secretOn(page);
    await page.locator('main input').fill(codeOf(secret, start));
    await page.keyboard.press('Enter');
    await page.locator('.recovery li').nth(9).waitFor();
    await expectAccessible(page);
    await page.locator('main .button').first().click();
    await page.locator('main .mark.good').waitFor();
    service.setNow(new Date(start + 60_000));
    const door = await openDevice(browser, { width, language });
    const fresh = await door.newPage();
    await fresh.goto(`${service.url}/staff`);
    await signIn(fresh, emailOf(persona), service.password);
    const field = fresh.locator('input[autocomplete=one-time-code]');
    await field.waitFor();
    await expectAccessible(fresh);
    await field.fill('000000');
    await fresh.keyboard.press('Enter');
    await fresh.locator('.notice.bad').waitFor();
    await field.fill(codeOf(secret, start + 60_000));
    await fresh.keyboard.press('Enter');
    await fresh.locator('.frame').waitFor();
    expect(faults).toEqual([]);
    await Promise.all([context.close(), door.close()]);
    service.setNow(null);
  });

  it('stands before every other page where the policy asks for it', async () => {
    service.stores.policy.secondFactor = 'required';
    await makeReal(service, 'demo-department');
    const device = { width: 1280, language: 'en' } as const;
    const { context, page } = await openAsStaff(browser, service, device, 'demo-department', '/staff/candidates');
    await page.locator('main .notice.warn').waitFor();
    expect(await page.locator('main table').count()).toBe(0);
    service.stores.policy.secondFactor = 'optional';
    await context.close();
  });
});

describe('the door', () => {
  it('moves the focus in the moment it says what is wrong, not under the fingers of someone who types on', async () => {
    const context = await openDevice(browser, { width: 360, language: 'en' });
    // A slow machine: what a page leaves for after the next frame comes long after it.
    await context.addInitScript((lateMs) => {
      const { setTimeout } = window;
      window.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), lateMs);
      Object.assign(window, {
        setTimeout: (work: () => void, ms = 0) => setTimeout(work, Math.max(ms, lateMs)),
      });
    }, 500);
    const page = await context.newPage();
    await page.goto(`${service.url}/staff`);
    await signIn(page, emailOf('counsellor'), 'wrong-word');
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('div:focus > .notice.bad').count()).toBe(1);
    const field = page.locator('input[type=password]');
    await field.fill(service.password);
    await page.waitForTimeout(600);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.frame').waitFor();
    await context.close();
  });
});

describe('a colleague', () => {
  it.each([
    ['kk', 360],
    ['ru', 1280],
  ] as const)('is invited by a link that is handed over, and signs in: %s, %i px', async (language, width) => {
    const email = `jana-${language}@school.example`;
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width, language },
      'demo-department',
      '/staff/people',
    );
    await page.locator('tbody .link').first().waitFor();
    await expectAccessible(page);
    await page.locator('.page-head .button').click();
    await expectAccessible(page);
    await page.locator('.dialog input').nth(0).fill('Жаңа Маман');
    await page.locator('.dialog input[type=email]').fill(email);
    await page.locator('.dialog [type=submit]').click();
    const link = page.locator('.dialog input').first();
    await page.locator('.dialog input[value*="/staff/invitation#"], .dialog input').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.dialog input')].some(({ value }) => value.includes('#')),
    );
    const address = await link.inputValue();
    const other = await openDevice(browser, { width, language });
    const fresh = await other.newPage();
    await fresh.goto(address);
    await fresh.locator('input[type=password]').first().waitFor();
    await expectAccessible(fresh);
    for (const field of await fresh.locator('input[type=password]').all()) await field.fill('ұзақ құпиясөз 4711');
    await fresh.locator('[type=submit]').click();
    await fresh.locator('main a.button').click();
    await signIn(fresh, email, 'ұзақ құпиясөз 4711');
    await fresh.locator('.frame').waitFor();
    await Promise.all([context.close(), other.close()]);
  });
});
