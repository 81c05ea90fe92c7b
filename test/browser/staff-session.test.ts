import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { expectAccessible, launchChromium, openDevice, watchFaults } from './chromium.ts';
import { soon } from './soon.ts';
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

const door = async (language: 'kk' | 'ru' | 'en', width: 360 | 1280 = 1280) => {
  const context = await openDevice(browser, { width, language });
  const page = await context.newPage();
  const faults = watchFaults(page);
  await page.goto(`${service.url}/staff`);
  await page.locator('input[type=email]').waitFor();
  return { context, page, faults };
};

describe('the door', () => {
  it.each([
    ['kk', 360],
    ['ru', 1280],
    ['en', 360],
  ] as const)('opens by keyboard, keeps the session over a reload: %s, %i px', async (language, width) => {
    const { context, page, faults } = await door(language, width);
    await expectAccessible(page);
    await signIn(page, emailOf('counsellor'), service.password);
    await page.waitForURL('**/staff/classes');
    await page.locator('tbody a').first().waitFor();
    await page.reload();
    await page.locator('tbody a').first().waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
    expect(kept).not.toMatch(/eyJ|ustaz_refresh/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what is wrong, keeps what was typed, and counts down a wait', async () => {
    const { context, page } = await door('en');
    const email = emailOf('sponsor');
    await signIn(page, email, 'wrong-word');
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('input[type=email]').inputValue()).toBe(email);
    await expectAccessible(page);
    for (let failure = 0; failure < 7; failure += 1) service.stores.throttle.failed(email, new Date());
    const answered = page.waitForResponse('**/api/staff-sessions');
    await signIn(page, email, service.password);
    expect((await answered).status()).toBe(429);
    await page.locator('.notice.warn').waitFor();
    const button = page.locator('button[type=submit]');
    await soon(() => button.textContent()).toMatch(/\d/);
    await soon(() => button.getAttribute('aria-disabled')).toBe('false');
    await signIn(page, email, service.password);
    await page.waitForURL('**/staff/alliance');
    await context.close();
  });

  it('asks for no password while the server cannot be reached', async () => {
    const context = await openDevice(browser, { width: 360, language: 'ru' });
    const page = await context.newPage();
    await page.route('**/api/staff-sessions/refresh', (route) => route.abort());
    await page.goto(`${service.url}/staff`);
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('input[type=password]').count()).toBe(0);
    await expectAccessible(page);
    await page.unroute('**/api/staff-sessions/refresh');
    await page.locator('.notice .button').click();
    await page.locator('input[type=password]').waitFor();
    await context.close();
  });
});

describe('leaving', () => {
  it('takes every name off the screen, in every tab, and the Back button brings none back', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'kk' },
      'demo-counsellor',
      '/staff/classes/s-1-9-1',
    );
    await page.locator('.row-actions').first().waitFor();
    const second = await context.newPage();
    await second.goto(`${service.url}/staff/classes/s-1-9-1`);
    await second.locator('.row-actions').first().waitFor();
    await page.locator('.account .button').first().click();
    await page.locator('input[type=password]').waitFor();
    await second.locator('input[type=password]').waitFor();
    await page.goBack();
    await page.goForward().catch(() => null);
    await page.locator('input[type=password]').waitFor();
    for (const each of [page, second]) expect(await each.locator('.row-actions').count()).toBe(0);
    await context.close();
  });

  it('everywhere ends the session on the other device at its next step', async () => {
    const open = () =>
      openAsStaff(browser, service, { width: 1280, language: 'kk' }, 'demo-counsellor', '/staff/classes');
    const [here, there] = await Promise.all([open(), open()]);
    await there.page.locator('tbody a').first().waitFor();
    await here.page.locator('.account .button').last().click();
    await here.page.locator('input[type=password]').waitFor();
    await there.page.locator('tbody a').first().click();
    await there.page.locator('.over-all input[type=password]').waitFor();
    await Promise.all([here.context.close(), there.context.close()]);
  });

  it('survives two tabs that renew at the same moment', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'kk' },
      'demo-counsellor',
      '/staff/classes',
    );
    await page.locator('tbody a').first().waitFor();
    const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto(`${service.url}/staff/classes`)));
    for (const tab of tabs) await tab.locator('tbody a').first().waitFor();
    await page.reload();
    await page.locator('tbody a').first().waitFor();
    await context.close();
  });
});

describe('a session that runs out in mid-work', () => {
  it('keeps the form, covers the names, and goes on after signing in again', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'ru' },
      'demo-counsellor',
      '/staff/classes/s-1-9-1',
    );
    await page.locator('.filter').waitFor();
    await page.locator('.sheet .button').first().click();
    const fields = page.locator('.dialog .input');
    await fields.nth(0).fill('Прерванная');
    await fields.nth(1).fill('Сессия');
    await fields.nth(2).fill('2011-03-02');
    await service.stores.staffSessions.endAll('demo-counsellor', new Date());
    await page.locator('.dialog button[type=submit]').click();
    const again = page.locator('.over-all');
    await again.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await again.isVisible()).toBe(true);
    expect(await again.locator('input[type=email]').inputValue()).toBe(emailOf('counsellor'));
    await again.locator('input[type=password]').fill(service.password);
    await page.keyboard.press('Enter');
    await page.locator('.dialog .notice.good').waitFor();
    expect(await page.locator('.dialog .notice.good').textContent()).toContain('Прерванная Сессия');
    await page.keyboard.press('Escape');
    await soon(() => page.locator('tbody th').allTextContents()).toContain('Прерванная Сессия');
    await context.close();
  });
});
