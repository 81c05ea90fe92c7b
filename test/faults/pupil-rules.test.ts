import mongoose from 'mongoose';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { launchChromium, openDevice } from '../browser/chromium.ts';
import { enterCode, placeOf } from '../browser/pupil-road.ts';
import { answerTo, comeBack, expectOnce, sitDown, sittingOf, upTo, waits } from './pupil.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const takeOver = '.choices .button:not(.quiet)';

describe('one writer', () => {
  it('of two tabs: the second says so and takes over, the first says so and takes it back', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Қойынды');
    await answerTo(page, 2);
    const second = await context.newPage();
    await enterCode(second, service.url, pupil.pupilCode);
    await second.locator(takeOver).first().click();
    await second.locator('h1', { hasText: 'another tab' }).waitFor();
    expect(await placeOf(page)).toBe(3);
    await second.locator(takeOver).click();
    await second.locator('.chip').waitFor();
    await second.locator(takeOver).click();
    await page.locator('h1', { hasText: 'another tab' }).waitFor();
    await answerTo(second, 4);
    await page.bringToFront();
    await page.locator(takeOver).click();
    await page.locator('.chip, .question').first().waitFor();
    if ((await page.locator('.chip').count()) > 0) await page.locator(takeOver).click();
    await second.locator('h1', { hasText: 'another tab' }).waitFor();
    await answerTo(page, 6);
    await expectOnce(service, pupil, upTo(6));
    await context.close();
  });

  it('of two devices: what the first still held arrives later and does not undo what was answered since', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Құрылғы');
    await answerTo(page, 2);
    await expectOnce(service, pupil, upTo(2));
    await context.setOffline(true);
    await answerTo(page, 5);
    const other = await openDevice(browser, { width: 1280, language: 'en' });
    const second = await other.newPage();
    await enterCode(second, service.url, pupil.pupilCode);
    await second.locator(takeOver).first().click();
    await second.locator('h1', { hasText: 'another device' }).waitFor();
    await second.locator(takeOver).click();
    await second.locator('.chip').waitFor();
    await second.locator(takeOver).click();
    await second.locator('.question.here').waitFor();
    expect(await placeOf(second)).toBe(3);
    await answerTo(second, 4, 1);
    await expectOnce(service, pupil, [...upTo(2), ...upTo(4, 1).slice(2)]);
    await context.setOffline(false);
    const values = async () =>
      Object.values((await sittingOf(service, pupil))?.answers ?? {}).map(({ value }) => value);
    await expect.poll(async () => (await values()).length, { timeout: 20_000 }).toBe(5);
    expect((await values()).sort()).toEqual([...upTo(2), ...upTo(4, 1).slice(2), ...upTo(5).slice(4)].sort());
    // The first device learns at its next sign of life that it has been taken over.
    await page.locator('h1', { hasText: 'another device' }).waitFor({ timeout: 30_000 });
    await Promise.all([context.close(), other.close()]);
  });
});

describe('the campaign', () => {
  it('closes while the line is down: what was given in time is taken, and marked', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Жабық');
    await answerTo(page, 2);
    await expectOnce(service, pupil, upTo(2));
    await context.setOffline(true);
    await answerTo(page, 5);
    await waits(page);
    const campaign = await service.stores.catalogue.campaign((await sittingOf(service, pupil))?.campaign ?? '');
    service.setNow(new Date((campaign?.closesAt.getTime() ?? 0) + 3_600_000));
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(5));
    expect(new Set(Object.values((await sittingOf(service, pupil))?.late ?? {}))).toEqual(new Set(['in-time']));
    service.setNow(null);
    await context.close();
  });

  it('takes another version of its instrument: a sitting once begun finishes on its own', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Нұсқа');
    await answerTo(page, 2);
    await expectOnce(service, pupil, upTo(2));
    const { campaign = '', instrumentVersion } = (await sittingOf(service, pupil)) ?? {};
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const campaigns = connection.collection<{ _id: string; instrumentVersion: string }>('campaigns');
    await campaigns.updateOne({ _id: campaign }, { $set: { instrumentVersion: '9.9.9' } });
    await page.close();
    const again = await context.newPage();
    await comeBack(again, service.url, pupil.pupilCode);
    expect(await placeOf(again)).toBe(3);
    await answerTo(again, 4);
    await expectOnce(service, pupil, upTo(4));
    expect((await sittingOf(service, pupil))?.instrumentVersion).toBe(instrumentVersion);
    await campaigns.updateOne({ _id: campaign }, { $set: { instrumentVersion: instrumentVersion ?? '' } });
    await connection.close();
    await context.close();
  });
});
