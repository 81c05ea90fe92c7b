import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { launchChromium, openDevice, watchFaults } from './chromium.ts';
import { newPupil } from './new-pupil.ts';
import { answerByKeys, toFirstQuestion } from './pupil-road.ts';
import { soon } from './soon.ts';

/** The instruments of today in a folder of their own, two of them with recordings: before anything reads where they stand. */
const { recording } = await vi.hoisted(async () => {
  const { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-instruments-'));
  cpSync('instruments', folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  // A third of a second of a tone: 8 kHz, one byte a sample.
  const samples = Buffer.from(Array.from({ length: 2400 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  const recording = Buffer.concat([head, samples]);
  for (const id of ['personality-ipip50', 'personality-ipip30']) {
    const own = join(folder, id);
    const text = JSON.parse(readFileSync(join(own, 'text.kk.json'), 'utf8'));
    text.audio = Object.fromEntries(Object.keys(text.items).map((item) => [item, `${item.toLowerCase()}.kk.wav`]));
    writeFileSync(join(own, 'text.kk.json'), JSON.stringify(text));
    mkdirSync(join(own, 'audio'));
    for (const file of Object.values<string>(text.audio)) writeFileSync(join(own, 'audio', file), recording);
  }
  process.env.USTAZ_INSTRUMENTS = folder;
  return { recording };
});

let service: TestService;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const textOf = async (form: string): Promise<InstrumentText> =>
  (await call<InstrumentText>(service, 'GET', `/api/instruments/${form}/texts/kk`)).body;

it('an instrument’s recordings are named in its words and in a battery’s, and may be kept for good', async () => {
  const { audio = {} } = await textOf('personality-ipip50/1.0.0');
  const address = audio.E1 ?? '';
  expect(address).toBe('/api/instruments/personality-ipip50/1.0.0/recordings/e1.kk.wav');
  const reply = await fetch(`${service.url}${address}`);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(reply.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.from(await reply.arrayBuffer())).toEqual(recording);
  for (const other of ['e1.ru.wav', 'instrument.json', '..%2Finstrument.json', 'e1.kk.mp3'])
    expect((await fetch(`${service.url}${address.replace('e1.kk.wav', other)}`)).status, other).toBeOneOf([
      404, 422, 400,
    ]);
  expect((await fetch(`${service.url}${address.replace('1.0.0', '1.0.1')}`)).status).toBe(404);

  const versionOf = (form: string) => `${form}/${service.stores.instruments.current(form).instrument.version}`;
  const member = await textOf(versionOf('personality-ipip30'));
  expect(Object.keys(member.audio ?? {})).toHaveLength(30);
  expect((await textOf(versionOf('kasip-9'))).audio).toEqual(member.audio);
});

it('a question is read aloud where no voice is, and without a network too', async () => {
  const pupil = await newPupil(service, 'Тыңда');
  const context = await openDevice(browser, { width: 360, language: 'kk' });
  const page = await context.newPage();
  const faults = watchFaults(page);
  await page.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function heard() {
      this.addEventListener('ended', () => document.documentElement.setAttribute('data-heard', String(this.duration)));
      return play.call(this);
    };
  });
  await toFirstQuestion(page, service.url, pupil.pupilCode);
  expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
  const kept = () => page.evaluate(async () => (await (await caches.open('ustaz-sounds')).keys()).length);
  await soon(kept).toBe(50);
  await context.setOffline(true);
  await answerByKeys(page, 1, () => 3);
  // In the first moments of a new question too, when a tap on an answer is held to be meant for the one before.
  await page.evaluate(async () => {
    const before = document.querySelector('.here');
    document.querySelector<HTMLElement>('.ways .button[type=submit]')?.click();
    while (before?.isConnected === true || document.querySelector('.here .aloud') === null)
      await new Promise(requestAnimationFrame);
    const tap = (element: HTMLElement | null): void => {
      element?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      element?.click();
    };
    tap(document.querySelector<HTMLElement>('.here .option'));
    tap(document.querySelector<HTMLElement>('.here .aloud'));
  });
  expect(await page.locator('.here .option.on').count()).toBe(0);
  await soon(() => page.locator('html').getAttribute('data-heard')).toBe('0.3');
  expect(await page.locator('.here .aloud').getAttribute('aria-pressed')).toBe('false');
  // There are no recordings in the other language, and no voice: no button.
  await context.setOffline(false);
  await page.locator('.languages button[lang=ru]').click();
  await page.locator('.question[lang=ru], [lang=ru] .question, html[lang=ru] .question').first().waitFor();
  await soon(() => page.locator('.aloud').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
