import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignReport } from '../../server/contract/campaign.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { expectAccessible, launchChromium } from './chromium.ts';
import { numberIn, openAsStaff, tableOf } from './staff-door.ts';

let service: TestService;
let browser: Browser;
let report: CampaignReport;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const { token } = await enterStaff(service, 'demo-department');
  report = (await call<CampaignReport>(service, 'GET', '/api/campaigns/demo-61/report', { token })).body;
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (language: 'kk' | 'ru' | 'en') => {
  const opened = await openAsStaff(
    browser,
    service,
    { width: 1280, language },
    'demo-department',
    '/staff/campaigns/demo-61',
  );
  await opened.page.locator('.places').waitFor();
  return opened;
};
const openAll = (page: Page) => page.locator('#places ~ div .link').first().click();
const measure = (page: Page) => page.locator('#places ~ div select');

/** The file a press brings. */
async function fileFrom(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}

describe('the report of a region', () => {
  it('shows the participation of every place as the release has it', async () => {
    const { context, page, faults } = await open('ru');
    await openAll(page);
    const shown = await tableOf(page, '.places');
    expect(shown).toHaveLength(report.rows.length);
    for (const { name, participation } of report.rows) {
      const { pupils, consented, started, submitted } = participation;
      const numbers = shown
        .filter(([place]) => place?.startsWith(name.ru))
        .map((cells) => cells.slice(1, 5).map(numberIn));
      expect(numbers).toContainEqual([pupils, consented, started, submitted]);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says of everything hidden that it is, and writes no zero in its place', async () => {
    const { context, page } = await open('en');
    await openAll(page);
    for (const { id } of report.scales) {
      await measure(page).selectOption(id);
      const hidden = report.rows
        .flatMap((row) => row.scales.filter(({ scale }) => scale === id))
        .filter((cell) => 'histogram' in cell && cell.histogram.includes(null));
      const cells = await page.locator('.places .hidden-cell').allTextContents();
      expect(cells.length).toBeGreaterThanOrEqual(hidden.length);
      for (const text of cells) expect(text).toMatch(/fewer than|small schools/);
      expect((await tableOf(page, '.places')).flat().filter((text) => text === '')).toEqual([]);
    }
    await context.close();
  });

  it('gives the table as a file with the same numbers', async () => {
    const { context, page } = await open('kk');
    await measure(page).selectOption('agreeableness');
    const text = (await fileFrom(page, () => page.locator('#places ~ div .link').last().click())).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines).toHaveLength(report.rows.length + 1);
    const region = report.rows.find(({ level }) => level === 'region');
    const cell = region?.scales.find(({ scale }) => scale === 'agreeableness');
    if (cell === undefined || !('histogram' in cell)) throw new Error('the region shows nothing');
    const inFile = lines.find(([, id]) => id === 'KZ-61')?.slice(5) ?? [];
    expect(Number(inFile[0])).toBe(cell.n);
    expect(Number(inFile[1]?.replace(',', '.'))).toBe(cell.mean);
    cell.histogram.forEach((count, band) => {
      if (count === null) expect(inFile[4 + band]).toMatch(/^10-нан аз/);
      else expect(Number(inFile[4 + band])).toBe(count);
    });
    await context.close();
  });

  it('draws a chart for each scale, redraws it for another place, and gives it as a picture', async () => {
    const { context, page, faults } = await open('en');
    await page
      .locator('.chart canvas[width]')
      .nth(report.scales.length - 1)
      .waitFor();
    const before = await page.locator('.chart canvas').first().getAttribute('aria-label');
    await page.locator('.charts').locator('xpath=preceding-sibling::div//select').selectOption({ index: 1 });
    expect(await page.locator('.chart canvas').first().getAttribute('aria-label')).not.toBe(before);
    await page.locator('.chart canvas[width]').first().waitFor();
    const png = await fileFrom(page, () => page.locator('.chart-sheet .link').first().click());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5000);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('opens and closes places by keyboard', async () => {
    const { context, page } = await open('kk');
    const rows = page.locator('.places tbody tr');
    const before = await rows.count();
    const district = page.locator('.places .place-toggle').nth(1);
    await district.focus();
    await page.keyboard.press('Enter');
    expect(await district.getAttribute('aria-expanded')).toBe('true');
    expect(await rows.count()).toBeGreaterThan(before);
    await page.keyboard.press('Enter');
    expect(await rows.count()).toBe(before);
    await context.close();
  });
});

describe('a new campaign', () => {
  it('is opened by form, and its days are whole days in Kazakhstan', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 360, language: 'ru' },
      'demo-operator',
      '/staff/campaigns/new',
    );
    await page.locator('form').waitFor();
    await page.locator('select').first().selectOption('KZ-10');
    for (const [index, title] of ['Көктем', 'Весна', 'Spring'].entries())
      await page.locator(`input[lang]`).nth(index).fill(title);
    const [first, last] = [page.locator('input[type=date]').first(), page.locator('input[type=date]').last()];
    await first.fill('2027-02-01');
    await last.fill('2027-01-31');
    await page.locator('button[type=submit]').tap();
    await page.locator('.error').waitFor();
    await expectAccessible(page);
    await last.fill('2027-03-31');
    await page.locator('button[type=submit]').tap();
    await page.waitForURL('**/staff/campaigns');
    const made = (await service.stores.catalogue.campaigns({ region: 'KZ-10' })).find(
      ({ title }) => title.ru === 'Весна',
    );
    expect(made).toMatchObject({ title: { ru: 'Весна' }, languages: ['kk', 'ru'] });
    expect([made?.opensAt.toISOString(), made?.closesAt.toISOString()]).toEqual([
      '2027-01-31T19:00:00.000Z',
      '2027-03-31T19:00:00.000Z',
    ]);
    await page.locator('tbody a', { hasText: 'Весна' }).tap();
    await page.locator('main .empty').waitFor();
    await expectAccessible(page);
    await context.close();
  });
});

describe('the country', () => {
  it('shows the same numbers on the map and in the table, and fewer than ten as words', async () => {
    const { context, page } = await openAsStaff(
      browser,
      service,
      { width: 1280, language: 'en' },
      'demo-sponsor',
      '/staff/country',
    );
    await page.locator('.tile-map').waitFor();
    const titles = await page.locator('.tile-map title').allTextContents();
    const rows = await tableOf(page, 'table');
    expect(titles.map((title) => title.replace(': ', ' ')).sort()).toEqual(
      rows.map(([name, , submitted]) => `${name} ${submitted}`).sort(),
    );
    expect(rows).toHaveLength(20);
    await context.close();
  });
});
