import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { addBigClass } from './big-class.ts';
import { type Device, expectAccessible, launchChromium } from './chromium.ts';
import { measureList, type Spent } from './measure-list.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let big: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  big = await addBigClass(service, 's-1', 2000);
  // The map reads counters.
  await service.stores.rollups.catchUp();
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (device: Device, path = '/staff/pupils') => {
  const opened = await openAsStaff(browser, service, device, 'demo-counsellor', path);
  await opened.page.locator('tbody tr[data-row]').first().waitFor({ timeout: 60_000 });
  return opened;
};

describe('a list of 2,000 pupils', () => {
  it.each(['class', 'school'])('of a %s is on the screen and searched at once (reported)', async (of) => {
    const device: Device = { width: 1280, language: 'kk' };
    const { context, page, faults } = await openAsStaff(browser, service, device, 'demo-counsellor', '/staff/country');
    await page.locator('.tile-map').first().waitFor();
    const { paint, search, rowsDrawn } = await measureList(
      page,
      of === 'class' ? `/staff/classes/${big}` : '/staff/pupils',
      'kydyrbek',
    );
    const slowest = {
      wall: Math.max(...search.map(({ wall }) => wall)),
      cpu: Math.max(...search.map(({ cpu }) => cpu)),
    };
    const told = ({ wall, cpu }: Spent) =>
      `${Math.round(wall)} ms by the clock, ${Math.round(cpu)} ms of the page’s own work`;
    console.info(
      `a list of 2,000 (${of}): from the reply to the screen ${told(paint)}; a letter typed, the slowest: ${told(slowest)}`,
    );
    expect(rowsDrawn).toBeLessThan(150);
    const names = await page.locator('tbody tr[data-row] th').allTextContents();
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(name).toMatch(/^Қыдырбеков /);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is read to its end by keyboard, with true numbers for who cannot see it', async () => {
    const { context, page } = await open({ width: 1280, language: 'ru' });
    const count = Number(await page.locator('table').getAttribute('aria-rowcount')) - 1;
    expect(count).toBeGreaterThanOrEqual(2000);
    const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
    await page.locator('tbody a').first().focus();
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('Tab');
    expect(Number(await focused())).toBeGreaterThan(15);
    const before = await focused();
    // The list grows as it is met, so its end may move while it is on the way there.
    const last = page.locator(`tr[aria-rowindex="${count + 1}"]`);
    await soon(async () => {
      await page.keyboard.press('End');
      return last.count();
    }).toBe(1);
    // Whoever has the focus is never taken off the page.
    expect(await focused()).toBe(before);
    expect(await page.locator('tbody tr[data-row]').count()).toBeLessThan(150);
    await page.locator('p .link').last().click();
    await soon(() => page.locator('tbody tr[data-row]').count()).toBe(count);
    await context.close();
  });

  it('is found in either alphabet, filtered by class, and leads to the class', async () => {
    const { context, page } = await open({ width: 1280, language: 'ru' });
    await page.locator('input[type=search]').fill('semenov dariia');
    await soon(() => page.locator('tbody tr[data-row]').count()).toBeGreaterThan(0);
    await page.locator('input[type=search]').fill('');
    await page.locator('main select').selectOption('s-1-9-1');
    await soon(() => page.locator('tbody tr[data-row]').count()).toBeLessThan(60);
    await page.locator('td a').first().click();
    await page.waitForURL('**/staff/classes/s-1-9-1');
    await context.close();
  });

  const devices: Device[] = [
    { width: 360, language: 'kk' },
    { width: 1280, language: 'en', dark: true },
  ];
  it.each(devices)('is accessible at $width px in $language', async (device) => {
    const { context, page, faults } = await open(device);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});
