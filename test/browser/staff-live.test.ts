import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterPupil } from '../api/personas.ts';
import { type Device, expectAccessible, launchChromium } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let code: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  code = (await newPupil(service, 'Тікелей')).pupilCode;
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (device: Device, path = '/staff/classes/s-1-9-1/live') => {
  const opened = await openAsStaff(browser, service, device, 'demo-counsellor', path);
  await opened.page.locator('.live-tile').first().waitFor();
  return opened;
};
const tile = (page: Page) => page.locator('.live-tile', { hasText: 'Тікелей' });

describe('the live room', () => {
  it('follows a pupil from the door to the end without being asked again', async () => {
    const { context, page, faults } = await open({ width: 1280, language: 'ru' });
    const streams: string[] = [];
    page.on('request', (request) => streams.push(request.url()));
    await tile(page).and(page.locator('.is-absent')).waitFor();
    const pupil = await enterPupil(service, code);
    const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body: assent });
    const path = `/api/sittings/${pupil.sitting}`;
    await call(service, 'PUT', path, { token: pupil.token, body: { language: 'kk' } });
    await tile(page).and(page.locator('.is-ready')).waitFor();
    const answers = [1, 2, 3].map((seq) => ({ item: `E${seq}`, value: 5, seq, atMs: seq, language: 'kk' }));
    await call(service, 'PUT', `${path}/batches/${randomUUID()}`, { token: pupil.uploadToken, body: { answers } });
    await call(service, 'PUT', `${path}/presence`, { token: pupil.uploadToken, body: { lastSeq: 5 } });
    await soon(() => tile(page).textContent()).toMatch(/3 \/ 50.*не отправлено: 2/);
    const body = { submission: randomUUID(), lastSeq: 3 };
    await call(service, 'PUT', `${path}/submission`, { token: pupil.uploadToken, body });
    await tile(page).and(page.locator('.is-finished')).waitFor();
    expect(streams.filter((url) => url.includes('/api/'))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows a projector no name, before the picture grows', async () => {
    const { context, page } = await open({ width: 1280, language: 'kk' });
    await page.locator('main .button.quiet').click();
    await soon(() => page.evaluate(() => document.fullscreenElement?.className ?? '')).toContain('live-room');
    const room = (await page.locator('.live-room').innerText()).toLowerCase();
    expect(room).not.toContain('сынақ');
    await page.evaluate(() => document.exitFullscreen());
    await page.locator('main select').selectOption('numbers');
    expect(await page.locator('.live-name').first().textContent()).toBe('№ 1');
    await context.close();
  });

  it('says when the line is gone, keeps the picture, and comes back by itself', async () => {
    const { context, page } = await open({ width: 360, language: 'ru' });
    await page.route('**/live', (route) => route.abort());
    service.stores.live.close();
    await page.locator('.notice.warn').waitFor();
    expect(await page.locator('.live-tile').count()).toBeGreaterThan(20);
    await expectAccessible(page);
    await page.unroute('**/live');
    await page.locator('.notice.warn .button').click();
    await page.locator('.live-line').waitFor();
    await context.close();
  });

  it('of another school is not there', async () => {
    const path = '/staff/classes/s-1-9-1/live';
    const device: Device = { width: 1280, language: 'ru' };
    const { context, page } = await openAsStaff(browser, service, device, 'demo-counsellor-elsewhere', path);
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('.live-tile').count()).toBe(0);
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
