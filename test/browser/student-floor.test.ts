import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { expectAccessible, launchChromium, openDevice } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { answerByKeys, toFirstQuestion } from './pupil-road.ts';
import { soon } from './soon.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  // The service under a name of its own: a browser trusts 127.0.0.1 without TLS, and no other.
  const named = ['--host-resolver-rules=MAP school.test 127.0.0.1'];
  [service, browser] = await Promise.all([startService(), launchChromium(named)]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

it('over plain HTTP the page says that it keeps nothing, and each answer goes to the server at once', async () => {
  const url = service.url.replace('127.0.0.1', 'school.test');
  const pupil = await newPupil(service, 'Ашық');
  const context = await openDevice(browser, { width: 360, language: 'kk' });
  const page = await context.newPage();
  await page.goto(url);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.locator('.notice.warn').waitFor();
  // No promise stands beside it that this page cannot keep.
  expect(await page.locator('.promises li').count()).toBe(2);
  expect(await page.locator('.notice.warn').textContent()).toContain('HTTP');
  await expectAccessible(page);
  await toFirstQuestion(page, url, pupil.pupilCode);
  await answerByKeys(page, 3, () => 2);
  const stored = async () =>
    Object.keys((await service.stores.sittings.latestOfPupil(pupil.pid))?.answers ?? {}).length;
  await soon(stored).toBe(3);
  await context.close();
});

it('a browser below the floor is told so in three languages, whatever else fails', async () => {
  const context = await openDevice(browser, { width: 360, language: 'kk' });
  const page = await context.newPage();
  await page.route(/\/assets\/.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'a ?? = syntax it does not know' }),
  );
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WeakRef'));
  await page.goto(service.url);
  await page.locator('#too-old').waitFor();
  expect(
    await page.locator('#too-old p').evaluateAll((lines) => lines.map((line) => line.getAttribute('lang'))),
  ).toEqual(['kk', 'ru', 'en']);
  await expectAccessible(page);
  await context.close();
});
