import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceFileReceipt } from '../../server/contract/preparation.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { expectAccessible, launchChromium } from '../browser/chromium.ts';
import { type NewPupil, newPupil } from '../browser/new-pupil.ts';
import { placeOf } from '../browser/pupil-road.ts';
import { openAsStaff } from '../browser/staff-door.ts';
import { answerTo, comeBack, expectOnce, sittingOf, upTo } from './pupil.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const go = (page: Page) => page.locator('.choices .button:not(.quiet)').first().click();

/** From the code to the first question on a prepared computer, the pupil's own yes on the way. */
async function begin(page: Page, url: string, code: string): Promise<void> {
  await page.goto(url);
  await page.locator('.code').fill(code);
  await page.locator('form button[type=submit]').click();
  await page.locator('.choices').waitFor();
  await go(page);
  await page.locator('.prose').waitFor();
  await go(page);
  await page.locator('.chip').waitFor();
  await go(page);
  await page.locator('.question.here').waitFor();
}

describe('a class without a network', () => {
  it('sits at a shared computer, each with their own code; all of it arrives, by file and by network, once', async () => {
    const [first, second] = [await newPupil(service, 'Алғашқы'), await newPupil(service, 'Келесі')];
    const desk = { width: 1280, language: 'en' } as const;
    const { context, page, faults } = await openAsStaff(browser, service, desk, 'demo-counsellor', '/staff/offline');
    await page.locator('.sheet button').first().click();
    await page.locator('code').first().waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    expect(faults).toEqual([]);
    const codeOf = async ({ name }: NewPupil) =>
      (await page.locator('tr', { hasText: name }).locator('code').textContent()) ?? '';
    const codes = [await codeOf(first), await codeOf(second)] as const;
    await page.close();

    await context.setOffline(true);
    const shared = await context.newPage();
    await begin(shared, service.url, codes[0]);
    await answerTo(shared, 4);
    await shared.locator('.foot .plain').last().click();
    await shared.locator('.choices .button').click({ timeout: 20_000 });
    await begin(shared, service.url, codes[1]);
    expect(await shared.content()).not.toContain('Алғашқы');
    expect(await placeOf(shared)).toBe(1);
    await answerTo(shared, 3, 1);
    await shared.close();

    // The first comes back and goes on where they stopped.
    const later = await context.newPage();
    await comeBack(later, service.url, codes[0]);
    expect(await placeOf(later)).toBe(5);
    await answerTo(later, 6);
    await later.close();

    const door = await context.newPage();
    await door.goto(service.url);
    const saving = door.waitForEvent('download');
    await door.locator('.notice.warn button').click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    expect(file).not.toMatch(/Алғашқы|"value"|uploadToken/);
    await door.close();
    const { token } = await enterStaff(service, 'demo-counsellor');
    const take = () =>
      call<DeviceFileReceipt>(service, 'POST', '/api/schools/s-1/device-files', { token, body: JSON.parse(file) });
    const once = await take();
    expect(once.body.parcels.map(({ answers, refused }) => [answers, refused]).sort()).toEqual([
      [3, null],
      [6, null],
    ]);
    expect((await take()).body).toEqual(once.body);
    await expectOnce(service, first, upTo(6));
    await expectOnce(service, second, upTo(3, 1));
    const before = Object.keys((await sittingOf(service, first))?.batches ?? {}).length;

    // A network after all: what the file brought already comes again, and changes nothing.
    await context.setOffline(false);
    const online = await context.newPage();
    await online.goto(service.url);
    await online.waitForFunction(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('ustaz');
        opening.onsuccess = () => resolve(opening.result);
      });
      const counting = database.transaction('batches').objectStore('batches').count();
      const left = await new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
      database.close();
      return left === 0;
    });
    await expectOnce(service, first, upTo(6));
    expect(Object.keys((await sittingOf(service, first))?.batches ?? {})).toHaveLength(before);
    await context.close();
  });

  it('takes no file of another school, and none that was altered', async () => {
    const { token } = await enterStaff(service, 'demo-counsellor');
    const parcels = [{ campaign: 'demo-61', sealed: `${'A'.repeat(87)}.${'B'.repeat(200)}` }];
    const body = { ustaz: 'device-file-1', parcels };
    const taken = await call<DeviceFileReceipt>(service, 'POST', '/api/schools/s-1/device-files', { token, body });
    expect(taken.body.parcels).toEqual([{ answers: 0, submitted: false, refused: 'input-invalid' }]);
  });
});
