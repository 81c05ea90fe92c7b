import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { type Device, expectAccessible, launchChromium, openDevice } from './chromium.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let told: string;
let fresh: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const pupils = await service.stores.pupils.ofClass('s-1-9-2');
  const cases = await service.stores.cases.ofMany(pupils.map(({ _id }) => _id));
  told = pupils.find(({ _id }) => cases.has(_id))?._id ?? '';
  const finished = await service.stores.sittings.submitted({ campaign: 'demo-61' }).toArray();
  fresh = finished.findLast(({ school, pid }) => school === 's-1' && !cases.has(pid))?.pid ?? '';
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

type Stop = { staff: string; path: () => string; ready: string; open?: (page: Page) => Promise<void> };

const inCase = (page: Page) => page.locator('section', { has: page.locator('.facts') });
const press = (at: number) => async (page: Page) => {
  await inCase(page).locator('.row .button').nth(at).click();
  await page.locator('.dialog form').waitFor();
};

const stops: readonly Stop[] = [
  { staff: 'counsellor', path: () => `/staff/pupils/${told}`, ready: '.case-log', open: press(0) },
  { staff: 'counsellor', path: () => `/staff/pupils/${told}`, ready: '.case-log', open: press(1) },
  { staff: 'counsellor', path: () => `/staff/pupils/${told}`, ready: '.case-log', open: press(2) },
  { staff: 'counsellor', path: () => `/staff/pupils/${told}`, ready: '.case-log', open: press(4) },
  { staff: 'department', path: () => '/staff/candidates', ready: 'tbody .link' },
  { staff: 'department', path: () => '/staff/appeals', ready: 'form textarea' },
  { staff: 'department', path: () => '/staff/helpline', ready: 'form textarea' },
];

describe('deciding, on every page of it', () => {
  const devices: (Device & { axe: boolean })[] = [
    { width: 360, language: 'kk', axe: true },
    { width: 1280, language: 'ru', dark: true, axe: true },
    { width: 360, language: 'en', axe: false },
  ];
  it.each(devices)('is accessible and fits: $language, $width px', async ({ axe, ...device }) => {
    for (const { staff, path, ready, open } of stops) {
      const { context, page, faults } = await openAsStaff(browser, service, device, `demo-${staff}`, path());
      await page.locator(ready).first().waitFor();
      await open?.(page);
      if (axe) await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});

describe('a counsellor', () => {
  it('cannot recommend what the pupil does not wish, and can once it is wished and talked over', async () => {
    const device = { width: 1280, language: 'en' } as const;
    const { context, page } = await openAsStaff(browser, service, device, 'demo-counsellor', `/staff/pupils/${fresh}`);
    await inCase(page).locator('.row .button').first().click();
    await page.locator('.dialog select').selectOption('recommended');
    expect(await page.locator('.dialog .notice.warn p').count()).toBe(2);
    await page.locator('.dialog textarea').fill('A reason in words.');
    await page.locator('.dialog [type=submit]').click();
    await page.locator('.dialog .notice.bad').waitFor();
    expect(await page.locator('.dialog textarea').inputValue()).toBe('A reason in words.');
    await page.keyboard.press('Escape');
    await service.stores.pupils.setWish(fresh, true, new Date());
    await inCase(page).locator('.row .button').nth(1).click();
    await page.locator('.dialog textarea').fill('We talked about teaching physics.');
    await page.locator('.dialog [type=submit]').click();
    await page.locator('.case-log li').first().waitFor();
    await inCase(page).locator('.row .button').first().click();
    await page.locator('.dialog textarea').fill('Explains well and wants to.');
    await page.locator('.dialog [type=submit]').click();
    await soon(() => page.locator('.case-log li').count()).toBe(2);
    expect(await page.locator('.case-log').textContent()).toContain('Explains well and wants to.');
    await context.close();
  });
});

describe('a pupil', () => {
  it('reads where it stands, appeals, and is told who will answer', async () => {
    const context = await openDevice(browser, { width: 360, language: 'kk' });
    const page = await context.newPage();
    await page.goto(service.url);
    await page.locator('input').first().fill(service.code('pupil-finished'));
    await page.keyboard.press('Enter');
    await page.locator('.screen .button, main .button').first().click();
    // Decided before the round that is open now.
    const decided = page.locator('details', { has: page.locator('.own-code') });
    await decided.locator('summary').click();
    expect(await decided.textContent()).toMatch(/неге осылай шешілді.*Саған 1-тілегің бойынша орын ұсынылды/s);
    const appeal = page.getByRole('button', { name: 'Келіспеймін, қайта қарауды сұраймын' });
    await appeal.click();
    await page.locator('form textarea').fill('Тағы бір рет сөйлескім келеді.');
    await page.getByRole('button', { name: 'Жіберу', exact: true }).click();
    await page.locator('blockquote.said').first().waitFor();
    expect(await page.locator('blockquote.said').first().textContent()).toBe('Тағы бір рет сөйлескім келеді.');
    await expectAccessible(page);
    await context.close();
  });
});
