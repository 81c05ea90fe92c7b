import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../api/harness.ts';
import { type Device, expectAccessible, launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const heads = 'Личное дело;Фамилия;Имя;Дата рождения;Пол;Класс;ИИН';
/** Seven rows with one fault each, of every kind, and two that are right; one of them begins with a sign of formulas. */
const lines = (class_: string) => [
  heads,
  `${class_}1;Оразова;Гүлім;14.05.2011;ж;${class_};`,
  `${class_}2;;Дана;14.05.2011;ж;${class_};`,
  `${class_}3;Оразов;Ерл4н;14.05.2011;м;${class_};`,
  `${class_}4;Оразов;Ерлан;31.02.2011;м;${class_};`,
  `${class_}5;Оразов;Ержан;14.05.2011;иә;${class_};`,
  `${class_}6;Оразов;Ерсін;14.05.2011;м;${class_};110514500019`,
  `${class_}7;Оразов;Ернар;14.05.2011;м;Ж;`,
  `${class_}1;Оразов;Ерболат;15.05.2011;м;${class_};`,
  `${class_}9;=Оразов;Қайрат;15.05.2011;м;${class_};`,
];
const fileOf = (rows: readonly string[]) => ({
  name: 'список.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${rows.join('\r\n')}`),
});
const open = async (device: Device) => {
  const opened = await openAsStaff(browser, service, device, 'demo-counsellor', '/staff/roster');
  await opened.page.locator('.drop-zone').waitFor();
  return opened;
};
const load = async (page: Page, rows: readonly string[]) => {
  await page.locator('input[type=file]').setInputFiles(fileOf(rows));
  await page.locator('.apply-bar').waitFor();
};
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const namesOf = async (schoolClass: string) => {
  const found = (await service.stores.catalogue.classesOf('s-1')).find(({ name }) => name === schoolClass);
  const pupils = found === undefined ? [] : await service.stores.pupils.ofClass(found._id);
  const identities = await service.stores.identities.ofMany(pupils.map(({ _id }) => _id));
  return [...identities.values()].map(({ familyName, givenName }) => `${familyName} ${givenName}`).sort();
};

describe('a class list, by keyboard', () => {
  it('is corrected in place where it is wrong, taken without the rest, and taken back', async () => {
    const { context, page, faults } = await open({ width: 1280, language: 'ru' });
    await load(page, lines('9Х'));
    // Only the seven are shown, each with its own field to correct.
    expect(await page.locator('.import-rows tbody tr').count()).toBe(7);
    expect(await page.locator('.cell-fix').count()).toBe(7);
    expect(await page.locator('.cell-fix .error').nth(2).textContent()).toBe(
      'ожидается день, который есть в календаре, вида ДД.ММ.ГГГГ',
    );
    const fix = async (at: number, text: string) => {
      const field = page.locator('.import-rows tbody tr').nth(at).locator('input').first();
      await field.focus();
      await press(page, 'Control+a');
      await page.keyboard.type(text);
      await press(page, 'Enter');
    };
    await fix(0, 'Оразова');
    await soon(() => page.locator('.cell-fix').count()).toBe(6);
    // The row stays where it was, now right.
    expect(await page.locator('.import-rows tbody tr').count()).toBe(7);
    await fix(2, '28.02.2011');
    await soon(() => page.locator('.cell-fix').count()).toBe(5);
    await page.locator('.apply-bar .button').focus();
    await press(page, 'Enter');
    await page.locator('main .notice.good').waitFor();
    expect(await namesOf('9Х')).toEqual(['=Оразов Қайрат', 'Оразов Ерлан', 'Оразова Гүлім', 'Оразова Дана']);
    await page.locator('.row-button').focus();
    await press(page, 'Enter');
    await page.locator('dialog .notice.good').waitFor();
    expect(await namesOf('9Х')).toEqual([]);
    await press(page, 'Escape');
    await page.goto(`${service.url}/staff/roster`);
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody th').first().textContent()).toBe('список.csv');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a class list', () => {
  it('asks about a child who may be known, and never doubles anyone', async () => {
    const { context, page } = await open({ width: 1280, language: 'kk' });
    await load(page, ['ФИО;Дата рождения;Класс', 'Ахметова Сәуле;02.03.2011;9Щ']);
    await page.locator('.apply-bar .button').click();
    await page.locator('main .notice.good').waitFor();
    await page.goto(`${service.url}/staff/roster`);
    await load(page, ['ФИО;Дата рождения;Класс', 'Ahmetova Saule;02.03.2011;9Щ']);
    await page.locator('.row-ask').waitFor();
    expect(await page.locator('.apply-bar .button').getAttribute('aria-disabled')).toBe('true');
    await page.locator('.row-actions button').first().click();
    await page.locator('.row-update').waitFor();
    await page.locator('.apply-bar .button').click();
    await page.locator('main .notice.good').waitFor();
    expect(await namesOf('9Щ')).toEqual(['Ahmetova Saule']);
    await context.close();
  });

  it('whose columns nobody knows is taken once a person has said what they hold and whose it is', async () => {
    const { context, page } = await open({ width: 360, language: 'en' });
    await page.locator('input[type=file]').setInputFiles(fileOf(['кто;когда', 'Жаңа Бала;14.05.2011']));
    await page.locator('details.details select').nth(0).selectOption('fullName');
    await page.locator('details.details select').nth(1).selectOption('birthDate');
    await page.locator('.apply-bar').waitFor();
    const own = (await service.stores.catalogue.classesOf('s-1'))[0];
    await page
      .locator('.sheet select')
      .last()
      .selectOption(own?._id ?? '');
    await page.locator('.row-wrong').first().waitFor();
    await soon(() => page.locator('.filter [aria-pressed=true] .filter-count').textContent()).toBe('1');
    await page.locator('.row-wrong .row-actions button').first().click();
    await soon(() => page.locator('.apply-bar .button').getAttribute('aria-disabled')).toBe('false');
    await context.close();
  });

  it('that is none says why, in words', async () => {
    const { context, page } = await open({ width: 360, language: 'ru' });
    const old = { name: 'a.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) };
    await page.locator('input[type=file]').setInputFiles(old);
    await page.locator('.notice.bad').waitFor();
    expect(await page.locator('.notice.bad').textContent()).toContain('.xlsx');
    await expectAccessible(page);
    await context.close();
  });

  const devices: Device[] = [
    { width: 360, language: 'kk' },
    { width: 1280, language: 'ru', dark: true },
    { width: 360, language: 'en' },
  ];
  it.each(devices)('is accessible at $width px in $language', async (device) => {
    const { context, page, faults } = await open(device);
    if (device.width === 360) await expectAccessible(page);
    await load(page, lines('9Ц'));
    await page.locator('details summary').click();
    await page.locator('.row-actions [aria-expanded]').first().click();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a thousand rows is shown without drawing them all', async () => {
    const { context, page } = await open({ width: 1280, language: 'kk' });
    const many = Array.from({ length: 1000 }, (_, at) => {
      const name = [...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]).join('');
      return `T-${at};Мың${name};Оқушы${name};14.05.2011;қыз;9${'ЛМНОПРСТУФ'[at % 10]};`;
    });
    const startedAt = performance.now();
    await load(page, [heads, ...many]);
    console.info(`a list of 1,000: chosen to preview on the screen ${Math.round(performance.now() - startedAt)} ms`);
    expect(await page.locator('.import-rows').getAttribute('aria-rowcount')).toBe('1001');
    expect(await page.locator('.import-rows tbody tr[data-row]').count()).toBeLessThan(120);
    await page.locator('.apply-bar').scrollIntoViewIfNeeded();
    await page.locator('tr[aria-rowindex="1001"]').waitFor();
    await page.locator('.apply-bar .button').click();
    await page.locator('main .notice.good').waitFor();
    console.info(`a list of 1,000: chosen to taken ${Math.round(performance.now() - startedAt)} ms`);
    await context.close();
  });
});
