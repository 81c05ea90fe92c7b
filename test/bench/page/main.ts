/**
 * `npm run bench page`: how many bytes a pupil's device fetches and how long it takes until the first question can be
 * answered, beside SurveyJS (survey-core and survey-js-ui, pinned) asking the same 60 items; one run, the same throttled
 * Chromium, turn by turn. Needs a built web (`npm run build:web`).
 */
import { chromium } from 'playwright';
import { ensureChromium } from '../../../server/bootstrap/chromium.mjs';
import { createProgress } from '../../../server/bootstrap/progress.mjs';
import { buildPeer } from './build-peer.ts';
import { sixtyItems } from './items.ts';
import { type Line, lines, type Measured, measure } from './measure.ts';
import { servePages } from './serve-pages.ts';

const rounds = 3;
const items = sixtyItems();
const pages = await servePages(items, await buildPeer());
const executablePath = await ensureChromium(createProgress(process.stderr));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });

type Row = { page: 'ustaz' | 'surveyjs'; line: Line; runs: Measured[] };
const rows: Row[] = lines.flatMap((line) => (['ustaz', 'surveyjs'] as const).map((page) => ({ page, line, runs: [] })));
for (let round = 0; round < rounds; round += 1) {
  for (const { page, line, runs } of rows) runs.push(await measure(browser, pages, page, line));
}
await browser.close();
await pages.close();

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
process.stdout.write(`${items.text.title}: 60 items, ${rounds} rounds, medians (lowest–highest)\n\n`);
process.stdout.write('page      line                 bytes       requests  first question\n');
for (const { page, line, runs } of rows) {
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  const spread = `${(median(times) / 1000).toFixed(2)} s (${((times[0] ?? 0) / 1000).toFixed(2)}–${((times.at(-1) ?? 0) / 1000).toFixed(2)})`;
  const bytes = kilo(median(runs.map((run) => run.bytes)));
  const requests = String(median(runs.map((run) => run.requests)));
  process.stdout.write(`${page.padEnd(10)}${line.name.padEnd(21)}${bytes.padEnd(12)}${requests.padEnd(10)}${spread}\n`);
}
