import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstrument } from '../../instruments/load.ts';
import { createSimulator } from '../../scoring/index.ts';
import { startService, type TestService } from '../api/harness.ts';
import { ownCampaign } from '../api/own-campaign.ts';
import { expectAccessible, launchChromium } from './chromium.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let campaign: string;
const instrument = loadInstrument('personality-ipip50');
const simulate = createSimulator(instrument, {});

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  campaign = await ownCampaign(service, 'personality-ipip50', 440);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await service.close();
});

/** Pilot answers in two languages. */
function pilotSheet(rows: number): string {
  const items = instrument.items.map(({ id }) => id);
  const lines = Array.from({ length: rows }, (_, i) => {
    const { answers } = simulate(i + 1);
    return [i % 2 ? 'kk' : 'ru', ...items.map((item) => answers[item] ?? '')].join(',');
  });
  return [['language', ...items].join(','), ...lines].join('\n');
}

const choose = (page: Page, label: string, value: string) =>
  page.getByLabel(label, { exact: true }).selectOption(value);
const done = (page: Page) => page.locator('.mark.good').first().waitFor({ timeout: 60_000 });

describe('a psychometrician’s walk', () => {
  it('pilot → items → two dropped → calibration → DIF → norm → publication → rescoring, in one sitting', async () => {
    const home = '/staff/bench/personality-ipip50';
    const { context, page, faults } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'en' },
      'demo-operator',
      home,
    );
    await page.getByLabel('What to call it').fill('Spring pilot');
    await page
      .locator('#pilot-file')
      .setInputFiles({ name: 'pilot.csv', mimeType: 'text/csv', buffer: Buffer.from(pilotSheet(500)) });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('«Spring pilot» was taken: 500 rows.').waitFor();
    await page.reload();

    await choose(page, 'Scale', 'extraversion');
    await page.getByRole('button', { name: 'Start the study' }).click();
    await done(page);
    expect(await page.locator('table tbody tr').count()).toBe(10);
    await expectAccessible(page);

    await page.goto(`${service.url}${home}`);
    await choose(page, 'Study', 'calibration');
    await choose(page, 'Scale', 'extraversion');
    await page.getByLabel('Items left out').fill('E3, E4');
    await page.getByRole('button', { name: 'Start the study' }).click();
    await page.getByText('It tells most near').waitFor({ timeout: 60_000 });
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(8);
    await expectAccessible(page);
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).first().click(),
    ]);
    expect(png.suggestedFilename()).toMatch(/information\.png$/);
    const [html] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Report as HTML' }).click(),
    ]);
    expect(html.suggestedFilename()).toMatch(/^ustaz-study-.*\.html$/);

    await page.goto(`${service.url}${home}`);
    await choose(page, 'Study', 'dif');
    await choose(page, 'Scale', 'extraversion');
    await page.getByRole('button', { name: 'Start the study' }).click();
    await page.locator('.figure svg').first().waitFor({ timeout: 60_000 });
    await expectAccessible(page);

    await page.goto(`${service.url}/staff/norms/${campaign}`);
    await page.getByRole('button', { name: 'Build a norm' }).first().click();
    await page.getByText('what would move?').waitFor();
    await page.getByLabel('Why? Your name stands with it').fill('The panel agreed on 12 November.');
    await page.getByRole('button', { name: 'Publish the norm' }).click();
    await page.getByRole('button', { name: 'Withdraw the norm' }).waitFor();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByText(/Would change: \d+ of \d+/).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Why rescore?').fill('A norm of our own is in force.');
    await page.getByRole('button', { name: 'Rescore', exact: true }).click();
    await page.getByText(/Results that changed: \d+/).waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);

  it('sees whether a talk is suggested to one group less often, on a phone too', async () => {
    const battery = await ownCampaign(service, 'kasip-9', 240);
    const { context, page, faults } = await openAsStaff(
      browser,
      service,
      { width: 360, language: 'ru' },
      'demo-operator',
      '/staff/bench/kasip-9',
    );
    await choose(page, 'Исследование', 'dif');
    await choose(page, 'Ответы', `campaign:${battery}`);
    await choose(page, 'Группа', 'sex');
    await choose(page, 'О ком вопрос', 'male');
    await choose(page, 'Шкала', 'social');
    await page.getByRole('button', { name: 'Начать исследование' }).click();
    const impact = page.locator('section', {
      has: page.getByRole('heading', { name: 'Реже ли одной группе предлагают разговор?' }),
    });
    await impact.waitFor({ timeout: 60_000 });
    expect(await impact.textContent()).toMatch(/«юноши»: \d+ \/ 1\d\d \(\d+ %\)/);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
