import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { PupilList } from '../../server/contract/school.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterPupil, enterStaff } from '../api/personas.ts';
import { expectAccessible, launchChromium } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { soon } from './soon.ts';
import { openAsStaff, tableOf } from './staff-door.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const classPath = '/staff/classes/s-1-9-1';
const open = async (width: 360 | 1280 = 1280, path = classPath) => {
  const opened = await openAsStaff(browser, service, { width, language: 'kk' }, 'demo-counsellor', path);
  await opened.page.locator('h1').waitFor();
  return opened;
};
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const pupilNamed = async (name: string) => {
  const { token } = await enterStaff(service, 'demo-counsellor');
  const { body } = await call<PupilList>(service, 'GET', '/api/classes/s-1-9-1/pupils', { token });
  const found = body.pupils.find((pupil) => pupil.name === name);
  if (found === undefined) throw new RangeError(`no pupil ${name}`);
  return { ...found, token };
};

describe('the desk, by keyboard alone', () => {
  it('adds a pupil, records the guardian’s paper, issues a card that opens the door', async () => {
    const { context, page, faults } = await open();
    await page.locator('.filter').waitFor();
    await page.locator('.sheet .button').first().focus();
    await press(page, 'Enter');
    await page.locator('.dialog .input').first().focus();
    await page.keyboard.type('Әбілқасым');
    await press(page, 'Tab');
    await page.keyboard.type('Ұлпан');
    await page.locator('.dialog input[type=date]').fill('2011-09-14');
    await page.locator('.dialog .input').nth(1).focus();
    await press(page, 'Enter');
    await page.locator('.dialog .notice.good').waitFor();
    expect(await page.locator('.dialog .input').first().inputValue()).toBe('');
    await press(page, 'Escape');
    await soon(() => page.locator('dialog').count()).toBe(0);
    await soon(() => page.evaluate(() => document.activeElement?.classList.contains('button'))).toBe(true);

    await page.locator('input[type=search]').focus();
    await page.keyboard.type('abilkasym ulp');
    await soon(() => page.locator('tbody tr').count()).toBe(1);
    await page.locator('.row-actions button').first().focus();
    await press(page, 'Enter');
    await page.locator('.dialog .cards-when-narrow').waitFor();
    await page.locator('.dialog input[type=date]').fill('2026-02-03');
    await page.locator('.dialog input[type=text]').last().focus();
    await page.keyboard.type('Әбілқасым Серік');
    await press(page, 'Enter');
    await page.locator('.dialog .notice.good').waitFor();
    const { pid, token, guardian } = await pupilNamed('Әбілқасым Ұлпан');
    expect(guardian).toBe('given');
    const { body } = await call<ConsentSummary>(service, 'GET', `/api/pupils/${pid}/consents`, { token });
    expect(body.events).toMatchObject([
      { purpose: 'assessment', party: 'guardian', action: 'given', how: 'signed-paper', wording: 'assessment-1' },
    ]);
    await press(page, 'Escape');

    await page.locator('.row-actions button').nth(1).focus();
    await press(page, 'Enter');
    await page.locator('.card-code').first().waitFor();
    await expectAccessible(page);
    const code = (await page.locator('.card-code').first().textContent()) ?? '';
    expect((await enterPupil(service, code)).token).toBeTruthy();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the desk', () => {
  it('asks before it kills an earlier code, and kills it', async () => {
    const { pupilCode } = await newPupil(service, 'Ескі');
    const { context, page } = await open(360);
    await page.locator('input[type=search]').fill('Сынақ Ескі');
    await soon(() => page.locator('tbody tr').count()).toBe(1);
    await page.locator('.row-actions button').nth(1).tap();
    await page.locator('.button.danger').waitFor();
    expect(await page.locator('.card-code').count()).toBe(0);
    expect((await enterPupil(service, pupilCode)).token).toBeTruthy();
    await page.locator('.button.danger').tap();
    await page.locator('.card-code').first().waitFor();
    await expectAccessible(page);
    await expect(enterPupil(service, pupilCode)).rejects.toThrow('401');
    await page.locator('main .sheet > div > .button').last().tap();
    await page.locator('.filter').waitFor();
    expect(await page.locator('.card-code').count()).toBe(0);
    await context.close();
  });

  it('makes the cards of a class at one tap, once, and saves them as PDF', async () => {
    const path = '/staff/classes/s-1-9-2';
    const { context, page, faults } = await open(1280, path);
    await page.locator('.filter').waitFor();
    const { pupils, codes } = service.stores;
    const pids = (await pupils.ofClass('s-1-9-2')).map(({ _id }) => _id);
    const holders = await codes.holders(pids, new Date());
    await page.locator('.sheet .row.spread > .button').click();
    await page.locator('.card-code').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(pids.length - holders.size);
    for (const at of [0, 1, 2]) {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.row.bottom .button').nth(at).click(),
      ]);
      const stream = await saved.createReadStream();
      const first = await new Promise<Buffer>((resolve) => stream.once('data', (part: Buffer) => resolve(part)));
      expect(first.subarray(0, 5).toString()).toBe('%PDF-');
      await soon(() => page.locator('.row.bottom .button').first().getAttribute('aria-disabled')).toBe('false');
    }
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto(`${service.url}${path}`);
    await page.locator('.sheet .row.spread > .button').click();
    await page.locator('.button.danger').waitFor();
    expect(await page.locator('.card-code').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('makes codes once, also where the reply was lost on its way, and says what then', async () => {
    const { context, page } = await open(1280, '/staff/classes/s-1-9-3');
    await page.locator('.filter').waitFor();
    let calls = 0;
    await page.route('**/codes', async (route) => {
      calls += 1;
      if (calls > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.locator('.sheet .row.spread > .button').click();
    await page.locator('.notice.bad').waitFor();
    await page.locator('.notice.bad .button').click();
    await page.locator('.button.danger').click();
    await page.locator('.card-code').first().waitFor();
    expect(calls).toBe(3);
    await context.close();
  });

  it('keeps what was typed when the server refuses a pupil, and points at the field', async () => {
    const { context, page } = await open();
    await page.locator('.filter').waitFor();
    await page.locator('.sheet .button').first().click();
    const fields = page.locator('.dialog .input');
    await fields.nth(0).fill('Қате');
    await fields.nth(1).fill('ЖСН');
    await fields.nth(2).fill('2011-01-01');
    await fields.nth(5).fill('123456789012');
    await page.locator('.dialog button[type=submit]').click();
    await page.locator('.dialog .error').waitFor();
    expect(await page.locator('.dialog [aria-invalid=true]').inputValue()).toBe('123456789012');
    expect(await fields.nth(0).inputValue()).toBe('Қате');
    await expectAccessible(page);
    await context.close();
  });

  it('filters by what is missing, in an address that can be kept', async () => {
    await newPupil(service, 'Келісімсіз', { consent: false });
    const { context, page } = await open(1280, `${classPath}?missing=guardian`);
    await page.locator('tbody tr').first().waitFor();
    expect((await tableOf(page, '.sheet table')).map(([name]) => name)).toContain('Сынақ Келісімсіз');
    expect(await page.locator('.filter [aria-pressed=true]').count()).toBe(1);
    const missing = Number(await page.locator('.filter [aria-pressed=true] .filter-count').textContent());
    expect(await page.locator('tbody tr').count()).toBe(missing);
    await page.locator('.filter button').last().click();
    await page.waitForURL(`**${classPath}?missing=done`);
    await page.reload();
    await page.locator('tbody tr').first().waitFor();
    expect((await tableOf(page, '.sheet table')).map(([name]) => name)).not.toContain('Сынақ Келісімсіз');
    await context.close();
  });
});

describe('a class at a glance', () => {
  it('finds a chosen pupil on every scale, by keyboard, with the error beside the number', async () => {
    const { context, page, faults } = await open(360, `${classPath}/overview`);
    await page.locator('figure svg').first().waitFor();
    await expectAccessible(page);
    const [name = ''] = await page.locator('li:has(.mark.good) button').first().allTextContents();
    await page.getByRole('button', { name, exact: true }).focus();
    await press(page, 'Enter');
    const captions = await page.locator('figcaption').allTextContents();
    expect(captions.length).toBe(await page.locator('figure').count());
    for (const caption of captions) expect(caption).toMatch(new RegExp(`^${name}: [\\d,.]+ \\([\\d,.]+–[\\d,.]+\\)$`));
    await press(page, 'Enter');
    expect(await page.locator('figcaption').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a profile', () => {
  it('gives no number without its error, and opens down to the items', async () => {
    const { context, page } = await open(1280, `${classPath}?missing=done`);
    await page.locator('tbody a').first().click();
    await page.locator('.scale-card').first().waitFor();
    expect(await page.locator('.scale-card figcaption').allTextContents()).toHaveLength(5);
    for (const text of await page.locator('.scale-card figcaption').allTextContents())
      expect(text).toMatch(/\d,\d.*\d,\d–\d,\d/);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.locator('.scale-card button').first().click();
    await page.locator('.steps li').first().waitFor();
    expect(requests.filter((url) => url.includes('/explanations/'))).toHaveLength(1);
    expect(await page.locator('.scale-card .item-text').count()).toBe(10);
    await context.close();
  });
});
