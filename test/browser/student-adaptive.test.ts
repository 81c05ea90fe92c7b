import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { trialForm } from '../unit/adaptive/trial-bank.ts';
import { launchChromium, openDevice, watchFaults } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { saveLine, toFirstQuestion } from './pupil-road.ts';
import { soon } from './soon.ts';

let service: TestService;
let browser: Awaited<ReturnType<typeof launchChromium>>;

/** A campaign of the first school whose form is a bank of sixty invented items of two areas, with exposure control: what an operator would open once there is one. */
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const form = trialForm(60, 12, true);
  service.stores.instruments.admit([form]);
  const now = Date.now();
  await service.stores.catalogue.addCampaigns([
    {
      _id: 'c-trial',
      region: 'KZ-61',
      title: { kk: 'Сынақ', ru: 'Проба', en: 'Trial' },
      year: 2026,
      instrument: form.instrument.id,
      instrumentVersion: form.instrument.version,
      languages: ['kk'],
      schools: ['s-1'],
      opensAt: new Date(now - 1000),
      closesAt: new Date(now + 900 * 86_400_000),
      demo: true,
    },
  ]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

it('chooses without a network, and the server follows the same way', async () => {
  const pupil = await newPupil(service, 'Бейімді');
  const context = await openDevice(browser, { width: 1280, language: 'kk' });
  const page = await context.newPage();
  const faults = watchFaults(page);
  await toFirstQuestion(page, service.url, pupil.pupilCode);
  // What the end of the sitting needs is fetched while the first question is read.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('left-page')),
  );
  await context.setOffline(true);
  const asked: string[] = [];
  // The words of the five answers, each after its number, follow the statement.
  const stem = () => page.locator('.question.here').first().textContent();
  while ((await page.locator('.question.here').count()) > 0) {
    const now = /Statement (T\d+?)1122334455/.exec((await stem()) ?? '')?.[1] ?? '';
    expect(asked).not.toContain(now);
    asked.push(now);
    expect(asked.length).toBeLessThanOrEqual(12);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (left) => !document.querySelector('.question.here')?.textContent?.includes(`Statement ${left}1122334455`),
      now,
    );
  }
  await context.setOffline(false);
  await soon(() => saveLine(page).getAttribute('class')).toContain('sent');
  await page.locator('.choices .button').first().click();
  const made = async () => {
    const sitting = await service.stores.sittings.latestOfPupil(pupil.pid);
    return service.stores.results.byId(sitting?._id ?? '');
  };
  await soon(async () => (await made())?.adaptive?.trace.map(({ item }) => item)).toEqual(asked);
  await page.getByText(/Сұрақтар жауаптарыңа қарай таңдалды/).waitFor();
  const result = await made();
  expect(result?.adaptive).toMatchObject({ mode: 'adaptive', bank: 60, aside: [] });
  expect(['precise', 'length']).toContain(result?.adaptive?.reason);
  expect(new Set(result?.adaptive?.trace.map(({ content }) => content))).toEqual(new Set(['warmth', 'order']));
  expect(faults).toEqual([]);
  await context.close();
}, 60_000);
