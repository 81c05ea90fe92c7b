import type { Browser, BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { type Device, openDevice, watchFaults } from './chromium.ts';

export type StaffPage = { context: BrowserContext; page: Page; faults: string[] };

/** A page of someone who signed in before: the refresh cookie is there, without the slow password. */
export async function openAsStaff(
  browser: Browser,
  service: TestService,
  device: Device,
  staff: string,
  path: string,
): Promise<StaffPage> {
  const context = await openDevice(browser, device);
  const { cookie } = await enterStaff(service, staff);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([
    { name, value, url: `${service.url}/api/staff-sessions`, httpOnly: true, sameSite: 'Strict' },
  ]);
  const page = await context.newPage();
  const faults = watchFaults(page);
  await page.goto(`${service.url}${path}`);
  return { context, page, faults };
}

/** What a member of staff types at the door. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

export const emailOf = (persona: string): string => `${persona}@demo.ustaz.example`;

/** The text of every cell of a table, row by row, as the eye reads it. */
export const tableOf = (page: Page, selector: string): Promise<string[][]> =>
  page
    .locator(`${selector} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())));

/** Numbers as a page writes them: spaces of any width between thousands. */
export const numberIn = (text: string): number => Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));

/** Nothing is wider than the screen. */
export async function expectFitting(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide, 'px wider than the screen').toBeLessThanOrEqual(0);
}
