import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { PupilList } from '../../server/contract/school.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { type Device, expectAccessible, launchChromium } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  for (const name of ['Аққу', 'Бота', 'Ғалым']) await newPupil(service, name, { consent: false });
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (device: Device, query = '') => {
  const opened = await openAsStaff(browser, service, device, 'demo-counsellor', `/staff/consents${query}`);
  await opened.page.locator('.filter').waitFor();
  return opened;
};
const eventsOf = async (name: string) => {
  const { token } = await enterStaff(service, 'demo-counsellor');
  const list = await call<PupilList>(service, 'GET', '/api/classes/s-1-9-1/pupils', { token });
  const pid = list.body.pupils.find((pupil) => pupil.name === `Сынақ ${name}`)?.pid;
  return (await call<ConsentSummary>(service, 'GET', `/api/pupils/${pid}/consents`, { token })).body.events;
};

describe('who is missing what', () => {
  it('is written down paper by paper, by keyboard, each pupil and purpose by itself', async () => {
    const { context, page, faults } = await open({ width: 1280, language: 'ru' }, '?class=s-1-9-1&missing=guardian');
    const before = Number(await page.locator('.filter-count').first().textContent());
    // Whoever is quick has typed and decided before the wording is there: it counts once it has come.
    await page.route('**/api/wordings/**', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.locator('.row.bottom .button').first().focus();
    await page.keyboard.press('Enter');
    const next = async (): Promise<string> => (await page.locator('.series-pupil strong').textContent()) ?? '';
    const answers: Readonly<Record<string, 'given' | 'refused'>> = { 'Сынақ Аққу': 'given', 'Сынақ Бота': 'refused' };
    for (let at = 0; at < before; at += 1) {
      const name = await next();
      const answer = answers[name];
      if (answer === undefined) {
        await page.locator('dialog .button.plain').click();
      } else {
        await page.locator('.signed-by input').focus();
        await page.keyboard.type(`Сынақ Ата ${at}`);
        if (answer === 'given') await page.keyboard.press('Enter');
        else await page.locator('dialog .button.quiet').click();
      }
      await soon(async () => (await page.locator('.series-pupil').count()) === 0 || (await next()) !== name).toBe(true);
    }
    await page.locator('dialog .button').last().click();
    await soon(() => page.locator('.filter-count').first().textContent()).toBe(String(before - 1));
    const what = { purpose: 'assessment', party: 'guardian', how: 'signed-paper', knownBy: 'in-person' };
    expect(await eventsOf('Аққу')).toEqual([expect.objectContaining({ ...what, action: 'given' })]);
    expect(await eventsOf('Бота')).toEqual([expect.objectContaining({ ...what, action: 'withdrawn' })]);
    expect(await eventsOf('Ғалым')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is asked for each purpose apart, and printed as letters', async () => {
    const { context, page } = await open({ width: 1280, language: 'kk' }, '?class=s-1-9-1');
    await page.locator('main select').first().selectOption('department');
    await page.waitForURL('**purpose=department**');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('.mark.warn').count()).toBe(0);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.row.bottom .button.quiet').click(),
    ]);
    expect(saved.suggestedFilename()).toBe('department-kk.pdf');
    await context.close();
  });

  const devices: Device[] = [
    { width: 360, language: 'kk' },
    { width: 1280, language: 'ru', dark: true },
    { width: 360, language: 'en' },
  ];
  it.each(devices)('is accessible at $width px in $language', async (device) => {
    const { context, page, faults } = await open(device, '?class=s-1-9-1');
    await page.locator('tbody tr').first().waitFor();
    if (device.language !== 'en') await expectAccessible(page);
    await page.locator('.row.bottom .button').first().click();
    await page.locator('.series-pupil').waitFor();
    await page.locator('dialog summary').click();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});
