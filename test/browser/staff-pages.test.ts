import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PupilList } from '../../server/contract/school.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { type Device, expectAccessible, launchChromium } from './chromium.ts';
import { expectFitting, openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let done: string;
let notBegun: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const { token } = await enterStaff(service, 'demo-counsellor');
  const lists = await Promise.all(
    ['s-1-9-1', 's-1-9-2', 's-1-9-3'].map((id) =>
      call<PupilList>(service, 'GET', `/api/classes/${id}/pupils`, { token }),
    ),
  );
  const pupils = lists.flatMap(({ body }) => body.pupils);
  done = pupils.find(({ sitting }) => sitting === 'submitted')?.pid ?? '';
  notBegun = pupils.find(({ sitting }) => sitting === 'new')?.pid ?? '';
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

type Stop = { path: () => string; ready: string; next?: (page: Page) => Promise<void> };

/** Every page of every role, and what opens on it. */
const stops: Readonly<Record<string, readonly Stop[]>> = {
  'demo-counsellor': [
    { path: () => '/staff/classes', ready: 'tbody a' },
    { path: () => '/staff/classes/s-1-9-1', ready: '.filter' },
    {
      path: () => '/staff/classes/s-1-9-1',
      ready: '.filter',
      next: (page) => page.locator('.sheet .button').first().click(),
    },
    {
      path: () => '/staff/classes/s-1-9-1',
      ready: '.filter',
      next: async (page) => {
        await page.locator('.row-actions button').first().click();
        await page.locator('.dialog .cards-when-narrow').waitFor();
        for (const summary of await page.locator('.dialog summary').all()) await summary.click();
      },
    },
    { path: () => `/staff/pupils/${notBegun}`, ready: '.empty' },
    { path: () => `/staff/pupils/${notBegun}/paper`, ready: '.sheet h2' },
    { path: () => '/staff/offline', ready: '.sheet button' },
    {
      path: () => `/staff/pupils/${done}`,
      ready: '.scale-card',
      next: async (page) => {
        await page.locator('.scale-card button').first().click();
        await page.locator('.steps').waitFor();
        for (const summary of await page.locator('summary:visible').all()) await summary.click();
      },
    },
    { path: () => '/staff/nowhere', ready: 'main .button' },
  ],
  'demo-department': [
    { path: () => '/staff/campaigns', ready: 'tbody a' },
    { path: () => '/staff/campaigns/new', ready: 'form' },
    {
      path: () => '/staff/campaigns/demo-61',
      ready: '.chart canvas[width]',
      next: async (page) => {
        await page.locator('.places .place-toggle').nth(1).click();
        await page.locator('#places ~ div select').selectOption('agreeableness');
      },
    },
    { path: () => '/staff/alliance', ready: 'tbody td' },
    { path: () => '/staff/rounds', ready: 'tbody a' },
    { path: () => '/staff/rounds/r-demo-1', ready: '.code-like' },
    {
      path: () => '/staff/referrals',
      ready: 'tbody button',
      next: async (page) => {
        await page.locator('tbody button').first().click();
        await page.locator('.dialog .log').waitFor();
      },
    },
  ],
  'demo-university': [
    { path: () => '/staff/country', ready: '.tile-map' },
    { path: () => '/staff/alliance', ready: 'tbody td' },
    { path: () => '/staff/practice', ready: 'tbody td' },
  ],
  'demo-operator': [{ path: () => '/staff/audit', ready: 'tbody td' }],
};

describe('every page of the staff', () => {
  // The whole walk under axe on a phone and on a computer; in the third language what can differ: the length of words.
  const devices: (Device & { axe: boolean })[] = [
    { width: 360, language: 'kk', axe: true },
    { width: 1280, language: 'ru', dark: true, axe: true },
    { width: 360, language: 'en', axe: false },
  ];
  const walks = devices.flatMap((device) => Object.keys(stops).map((staff) => ({ ...device, staff })));
  it.each(walks)('is accessible and fits: $staff, $language, $width px', async ({ staff, axe, ...device }) => {
    const { context, page, faults } = await openAsStaff(browser, service, device, staff, '/staff');
    await page.locator('.frame').waitFor();
    for (const stop of stops[staff] ?? []) {
      await page.goto(`${service.url}${stop.path()}`);
      await page.locator(stop.ready).first().waitFor({ timeout: 60_000 });
      await stop.next?.(page);
      await (axe ? expectAccessible(page) : expectFitting(page));
      expect(await page.locator('h1').count(), stop.path()).toBe(1);
      expect(await page.locator('.demo').count(), stop.path()).toBe(1);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([
    ['demo-counsellor', '/staff/classes'],
    ['demo-principal', '/staff/numbers'],
    ['demo-department', '/staff/campaigns'],
    ['demo-university', '/staff/alliance'],
    ['demo-sponsor', '/staff/alliance'],
    ['demo-operator', '/staff/campaigns'],
  ])('%s begins at %s, by name and language', async (staff, home) => {
    const { context, page } = await openAsStaff(browser, service, { width: 1280, language: 'ru' }, staff, '/staff');
    await page.waitForURL(`${service.url}${home}`);
    expect(await page.locator('.nav a[aria-current]').getAttribute('href')).toBe(home);
    const before = await page.locator('h1').textContent();
    await page.locator('.languages button').first().click();
    expect(await page.locator('h1').textContent()).not.toBe(before);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk');
    await context.close();
  });

  it('tells a role what it may not see, without a word of the data', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'en' },
      'demo-counsellor-elsewhere',
      `/staff/pupils/${done}`,
    );
    await page.locator('.notice.bad').first().waitFor();
    expect(await page.locator('.scale-card').count()).toBe(0);
    await context.close();
  });
});
