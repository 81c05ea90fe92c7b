import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssuedCodes } from '../../server/contract/school.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';
import { launchChromium } from '../browser/chromium.ts';
import { placeOf, saveLine, toPlace } from '../browser/pupil-road.ts';
import { soon } from '../browser/soon.ts';
import { answerTo, comeBack, expectOnce, readyForOffline, sitDown, sittingOf, upTo, waits } from './pupil.ts';

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

describe('a line that fails', () => {
  it('for an hour: the page is locked meanwhile, and what was answered arrives', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Сағат', Date.now());
    await answerTo(page, 2);
    await context.setOffline(true);
    await answerTo(page, 5);
    await waits(page);
    await page.clock.fastForward('01:00:00');
    await page.locator('.code').waitFor();
    expect(await page.content()).not.toContain('Сағат');
    await context.setOffline(false);
    await page.clock.fastForward('00:02:00');
    await expectOnce(service, pupil, upTo(5));
    await context.close();
  });

  it('for 30 days: with the next visit the answers go, whoever makes it', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Отыз');
    await readyForOffline(page);
    await context.setOffline(true);
    await answerTo(page, 4);
    await waits(page);
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.clock.install({ time: Date.now() + 31 * 86_400_000 });
    await later.goto(service.url);
    await expectOnce(service, pupil, upTo(4));
    expect(await later.content()).not.toContain('Отыз');
    await context.close();
  });

  it('and a page loaded anew in the middle of it', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Жаңарт');
    await readyForOffline(page);
    await answerTo(page, 2);
    await context.setOffline(true);
    await answerTo(page, 4);
    await toPlace(page, 5);
    await page.reload();
    await page.locator('.question.here').waitFor();
    expect(await placeOf(page)).toBe(5);
    await answerTo(page, 6);
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(6));
    await context.close();
  });

  it('and a tab that is killed: opened again without a network, the code leads on', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Өшкен');
    await readyForOffline(page);
    await answerTo(page, 3);
    await expectOnce(service, pupil, upTo(3));
    await context.setOffline(true);
    await answerTo(page, 5);
    await toPlace(page, 6);
    const crash = context.newCDPSession(page).then((session) => session.send('Page.crash'));
    await Promise.race([crash.catch(() => undefined), page.waitForEvent('crash')]);
    await page.close();
    const again = await context.newPage();
    await comeBack(again, service.url, pupil.pupilCode);
    expect(await placeOf(again)).toBe(6);
    await answerTo(again, 7);
    expect((await sittingOf(service, pupil))?.lastSeq).toBe(3);
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(7));
    await context.close();
  });

  it('opens to nobody with another code, and tells a mistyped one kindly', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Бөтен');
    await readyForOffline(page);
    await context.setOffline(true);
    await answerTo(page, 2);
    await page.close();
    const again = await context.newPage();
    await again.goto(service.url);
    await again.locator('.code').fill(service.code('pupil-ru'));
    await again.locator('form button[type=submit]').click();
    await again.locator('.notice.bad').waitFor();
    expect(await again.content()).not.toContain('Бөтен');
    await comeBack(again, service.url, pupil.pupilCode);
    expect(await placeOf(again)).toBe(3);
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(2));
    await context.close();
  });
});

describe('what lies on the device', () => {
  it('tells nothing to who takes it: no answer, no name, no code', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Құпиясыз');
    await context.setOffline(true);
    await answerTo(page, 3);
    await waits(page);
    const lying = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('ustaz');
        opening.onsuccess = () => resolve(opening.result);
      });
      const read = Array.from(database.objectStoreNames, (name) => {
        const reading = database.transaction(name).objectStore(name).getAll();
        return new Promise<unknown>((resolve) => {
          reading.onsuccess = () => resolve(reading.result);
        });
      });
      return JSON.stringify(await Promise.all(read));
    });
    expect(lying).toContain('"box"');
    expect(lying).not.toMatch(/Құпиясыз|"value"|"firstName"/);
    expect(lying).not.toContain(pupil.pupilCode);
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(3));
    await context.close();
  });

  it('arrives although the card was lost and another given out', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Жоғалт');
    await readyForOffline(page);
    await context.setOffline(true);
    await answerTo(page, 4);
    await waits(page);
    await page.close();
    const { token } = await enterStaff(service, 'demo-counsellor');
    const path = `/api/pupils/${pupil.pid}/codes`;
    const { body: fresh } = await call<IssuedCodes>(service, 'POST', path, { token, body: {} });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.route(/\/sealed\//, (route) => route.abort('connectionreset'));
    await comeBack(again, service.url, fresh.pupilCode);
    await again.unroute(/\/sealed\//);
    await answerTo(again, 2, 1);
    const atLast = [...upTo(2, 1), ...upTo(4).slice(2)].sort();
    await soon(async () => {
      const { answers = {} } = (await sittingOf(service, pupil)) ?? {};
      return Object.values(answers)
        .map(({ value }) => Number(value))
        .sort();
    }, 60_000).toEqual(atLast);
    await context.close();
  });

  it('has no room left: every answer goes from memory, and the line says so', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Толы');
    await answerTo(page, 2);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await answerTo(page, 4);
    await expectOnce(service, pupil, upTo(4));
    await context.setOffline(true);
    await answerTo(page, 6);
    await soon(() => saveLine(page).textContent()).toContain('close');
    await context.setOffline(false);
    await expectOnce(service, pupil, upTo(6));
    await context.close();
  });

  it.each([-1, 1])('has a clock that is wrong by %i day', async (days) => {
    const { pupil, context, page } = await sitDown(service, browser, `Күн${days}`, Date.now() + days * 86_400_000);
    await answerTo(page, 2);
    await context.setOffline(true);
    await answerTo(page, 4);
    await page.clock.setSystemTime(Date.now() - days * 86_400_000);
    await context.setOffline(false);
    await page.clock.fastForward('00:01:10');
    await expectOnce(service, pupil, upTo(4));
    const { answers = {}, late = {} } = (await sittingOf(service, pupil)) ?? {};
    expect(late).toEqual({});
    const wrong = Object.values(answers).filter(({ at }) => Math.abs(at.getTime() - Date.now()) > 600_000);
    expect(wrong).toEqual([]);
    await context.close();
  });
});

describe('handing in', () => {
  it('pressed twice is one', async () => {
    const { pupil, context, page } = await sitDown(service, browser, 'Екірет');
    const submissions: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/submission')) submissions.push(request.postData() ?? '');
    });
    await answerTo(page, 50);
    await page.locator('.choices .button:not(.quiet)').dblclick();
    await page.locator('.result').waitFor();
    expect(new Set(submissions).size).toBe(1);
    await expectOnce(service, pupil, upTo(50));
    await readyForOffline(page);
    await context.setOffline(true);
    await page.reload();
    await page.locator('.result').waitFor();
    await context.close();
  });
});
