import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassCodes } from '../../server/contract/codes.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { call, insist, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { openAsStaff } from './staff-door.ts';

let service: TestService;
let browser: Browser;

/** A school with nothing in it: no class, no pupil; the counsellor of the demo's first school is given it as well. */
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
  const { catalogue, staff } = service.stores;
  const model = await catalogue.school('s-1');
  const account = await staff.byId('demo-counsellor');
  if (model === null || account === null) throw new RangeError('no demo');
  await catalogue.addSchools([{ ...model, _id: 's-empty' }]);
  const campaign = await catalogue.campaign('demo-61');
  if (campaign === null) throw new RangeError('no campaign');
  await catalogue.addCampaigns([{ ...campaign, _id: 'walk-61', schools: ['s-empty'] }]);
  const own = { _id: 'walker', email: 'walker@demo.ustaz.example', name: 'Жаңа Педагог', schools: ['s-empty'] };
  await staff.add([{ ...account, ...own }]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const names = 'Ахметова Бекова Сейтова Оспанова Нұрланова'.split(' ');
const given = 'Аяна Дана Еркежан Мөлдір Сезім'.split(' ');
/** Twenty-five right rows and seven with a fault each. */
const list = [
  'Тегі;Аты;Туған күні;Жынысы;Сыныбы;ЖСН',
  ...Array.from({ length: 25 }, (_, at) => `${names[at % 5]};${given[Math.floor(at / 5)]};14.05.2011;қыз;9А;`),
  ';Айша;14.05.2011;қыз;9А;',
  'Оразов;Ерл4н;14.05.2011;ұл;9А;',
  'Оразов;Ерлан;31.02.2011;ұл;9А;',
  'Оразов;Ержан;14.05.2011;иә;9А;',
  'Оразов;Ерсін;14.05.2011;ұл;9А;110514500019',
  'Оразов;Ернар;14.05.2011;ұл;Ж;',
  'Ахметова;Аяна;14.05.2011;қыз;9А;',
].join('\r\n');

describe('from an empty school to recommended pupils', () => {
  it('in one go: list, consents, cards, twenty-five at once, the room, three recommendations, a file', async () => {
    const startedAt = performance.now();
    const told: string[] = [];
    const step = (what: string) => told.push(`${what} ${Math.round((performance.now() - startedAt) / 100) / 10} s`);
    const device = { width: 1280, language: 'ru' } as const;
    const { context, page, faults } = await openAsStaff(browser, service, device, 'walker', '/staff/classes');
    await page.locator('.empty').waitFor();
    await page.locator('main a.button').click();
    const buffer = Buffer.from(`\uFEFF${list}`);
    await page.locator('input[type=file]').setInputFiles({ name: '9A.csv', mimeType: 'text/csv', buffer });
    await page.locator('.apply-bar').waitFor();
    expect(await page.locator('.cell-fix, .fixes .error').count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator('.import-rows tbody tr').count()).toBe(7);
    await page.locator('.apply-bar .button').click();
    await page.locator('main .notice.good').waitFor();
    step('list');

    const { token } = await enterStaff(service, 'walker');
    const as = { token };
    const schoolClass = (await service.stores.catalogue.classesOf('s-empty'))[0]?._id ?? '';
    const pids = (await service.stores.pupils.ofClass(schoolClass)).map(({ _id }) => _id);
    expect(pids).toHaveLength(25);
    await page.locator('main a.button').first().click();
    await page.locator('.row.bottom .button').first().click();
    for (let at = 0; at < 25; at += 1) {
      await soon(() => page.locator('.series-pupil').textContent()).toMatch(new RegExp(`^${at + 1} `));
      await page.locator('.signed-by input').fill('Ата-ана');
      // The wording that was signed has come, and the paper before is written.
      await page.locator('dialog button[type="submit"][aria-disabled="false"]').waitFor();
      await page.keyboard.press('Enter');
    }
    await page.locator('dialog .button').last().click();
    step('consents');

    await page.goto(`${service.url}/staff/classes/${schoolClass}`);
    const [reply] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/codes')),
      page.locator('.sheet .row.spread > .button').click(),
    ]);
    const { codes }: ClassCodes = await reply.json();
    await page.locator('.card-code').first().waitFor();
    step('cards');

    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto(`${service.url}/staff/classes/${schoolClass}/live`);
    await page.locator('.live-tile').first().waitFor();
    await Promise.all(codes.map(({ pupilCode }) => sit(pupilCode)));
    await soon(() => page.locator('.live-tile.is-finished').count(), 60_000).toBe(25);
    step('twenty-five have sat');

    for (const pid of pids.slice(0, 3)) {
      const path = `/api/pupils/${pid}/case`;
      const talk = { on: '2026-01-15', present: ['pupil'], text: 'Мамандық туралы.' };
      await call(service, 'POST', `${path}/conversations`, { ...as, body: talk });
      const decision = { standing: 'recommended', reason: 'Кіші сыныптарға көмектескенді ұнатады.', plannedOn: null };
      const made = await call(service, 'POST', `${path}/decisions`, { ...as, body: decision });
      expect(made.body).toMatchObject({ standing: 'recommended' });
    }
    await page.goto(`${service.url}/staff/pupils/${pids[0]}`);
    await page.locator('.scale-card').first().waitFor();
    expect((await call(service, 'GET', '/api/schools/s-empty/class-list.csv', as)).status).toBe(200);
    step('three recommended, list taken along');

    const elsewhere = (await enterStaff(service, 'demo-counsellor-elsewhere')).token;
    for (const path of ['profile?language=kk', 'card', 'consents', 'case'])
      expect((await call(service, 'GET', `/api/pupils/${pids[0]}/${path}`, { token: elsewhere })).status).toBe(404);
    expect(faults).toEqual([]);
    console.info(`from an empty school: ${told.join('; ')}`);
    await context.close();
  });
});

/** A pupil's whole sitting with the calls of the page. */
async function sit(code: string): Promise<void> {
  const body = { code, sitting: randomUUID() };
  const entered = await insist(() => call<PupilSession>(service, 'POST', '/api/pupil-sessions', { body }));
  expect(entered.status).toBe(200);
  const { token, uploadToken, sitting } = entered.body;
  const send = async (method: string, path: string, using: string, what: unknown) => {
    const sent = await insist(() => call(service, method, path, { token: using, body: what }));
    expect(sent.status, `${method} ${path}`).toBeLessThan(300);
  };
  const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
  await send('POST', '/api/pupil/assents', token, assent);
  const path = `/api/sittings/${sitting.id}`;
  await send('PUT', path, token, { language: 'kk' });
  const items = [...'EACNO'].flatMap((letter) => Array.from({ length: 10 }, (_, at) => `${letter}${at + 1}`));
  for (let at = 0; at < 50; at += 10) {
    const answers = items.slice(at, at + 10).map((item, of) => ({
      item,
      value: 1 + ((at + of * 3) % 5),
      seq: at + of + 1,
      atMs: 4000 * (at + of),
      language: 'kk',
    }));
    await send('PUT', `${path}/batches/${randomUUID()}`, uploadToken, { answers });
    await send('PUT', `${path}/presence`, uploadToken, { lastSeq: at + 10 });
  }
  await send('PUT', `${path}/submission`, uploadToken, { submission: randomUUID(), lastSeq: 50 });
  await send('PUT', '/api/pupil/wish', token, { wish: true });
}
