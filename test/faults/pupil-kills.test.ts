import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedMongod, startEmbeddedMongod } from '../../server/bootstrap/embedded-mongod.mjs';
import { silent } from '../../server/bootstrap/progress.mjs';
import { type Container, makeContainer } from '../../server/container.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { seedDemo } from '../../server/task/seed-demo.ts';
import { type ServiceProcess, startProcess } from '../api/service-process.ts';
import { launchChromium } from '../browser/chromium.ts';
import { answerTo, expectOnce, sitDown, sittingOf, upTo, waits } from './pupil.ts';

const folder = mkdtempSync(join(tmpdir(), 'ustaz-kills-'));
let mongod: EmbeddedMongod;
let child: ServiceProcess;
let database: Database;
let service: { url: string; stores: Container };
let browser: Browser;

beforeAll(async () => {
  mongod = await startEmbeddedMongod(folder, silent);
  mongod.watch();
  const mongoUri = mongod.uri.replace('/?', '/kills?');
  [child, database, browser] = await Promise.all([
    startProcess({ mongoUri, env: { TEST_DEMO: '0' } }),
    openDatabase(mongoUri),
    launchChromium(),
  ]);
  const stores = makeContainer(database, child.secrets);
  service = { url: child.url, stores };
  await seedDemo(stores, child.secrets, () => undefined, { battery: false, lastYear: false });
});
afterAll(async () => {
  await browser.close();
  child.remove();
  await database.close();
  await mongod.stop();
  rmSync(folder, { recursive: true, force: true });
});

const mongodPid = (): number =>
  Number.parseInt(JSON.parse(readFileSync(join(folder, 'mongod.json'), 'utf8')).process, 10);

/** Each gives what brings the killed one back; null where its watch does so by itself, perhaps before the page has noticed. */
const kills: Readonly<Record<string, () => Promise<(() => Promise<void>) | null>>> = {
  'the server': async () => {
    await child.end('SIGKILL');
    return child.again;
  },
  mongod: async () => {
    process.kill(mongodPid(), 'SIGKILL');
    return null;
  },
};

describe('kill -9 while a pupil answers', () => {
  it.each(Object.entries(kills))(
    '%s: the batch on its way and what is answered meanwhile arrive once',
    async (victim, kill) => {
      const { pupil, context, page } = await sitDown(service, browser, `Өшті ${victim}`);
      await answerTo(page, 2);
      await expectOnce(service, pupil, upTo(2));
      const sending = page.waitForRequest(/\/batches\//);
      await answerTo(page, 4);
      await sending;
      const bringBack = await kill();
      await answerTo(page, 6);
      if (bringBack !== null) {
        await waits(page);
        await bringBack();
      }
      await answerTo(page, 8);
      await expectOnce(service, pupil, upTo(8));
      const { answers = {}, lastSeq } = (await sittingOf(service, pupil)) ?? {};
      expect(
        Object.values(answers)
          .map(({ seq }) => seq)
          .sort(),
      ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(lastSeq).toBe(8);
      await context.close();
    },
  );
});
