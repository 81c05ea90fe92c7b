import { compile, type Plan } from '../../../scoring/index.ts';
import type { Container } from '../../container.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import { upToDateRelease } from '../../report/release.ts';
import type { Secrets } from '../../secrets.ts';
import type { Notice } from '../csv/answer-table.ts';
import { knownForm } from '../known-form.ts';
import { derivedIds } from './derived-ids.ts';
import { provision, type ReplayPlace } from './provision.ts';
import { type ReplayRow, readRows } from './read-rows.ts';
import { sendSitting } from './send-sitting.ts';
import { makeSender, type Sender } from './sender.ts';

export type ReplayOptions = {
  instrument: string;
  file: string;
  url: string;
  language: 'kk' | 'ru' | 'en';
  concurrency: number;
  patienceMs: number;
  notice: Notice;
  progress(done: number, of: number): void;
};

export type ReplayOutcome = {
  rows: number;
  bad: number;
  sent: number;
  wasThere: number;
  seconds: number;
  /** Milliseconds of an answered batch, sorted. */
  batchMs: readonly number[];
  report: CampaignReport;
  plan: Plan;
  replayed: readonly ReplayRow[];
};

/**
 * Every row of a file of answers becomes a pupil with a code who sits through the HTTP API as the web page does. Ids come
 * from the file's content: a replay that was cut short goes on where it stopped, and a second one sends nothing twice.
 */
export async function replay(stores: Container, secrets: Secrets, options: ReplayOptions): Promise<ReplayOutcome> {
  const instrument = knownForm(options.instrument);
  const plan = compile(instrument);
  const order = instrument.sections.flatMap(({ pages }) => pages.flatMap(({ items }) => items));
  const { rows, bad, hash } = await readRows(options.file, plan, options.notice);
  const ids = derivedIds(secrets.codeKey, hash);
  const { language } = options;
  const place = await provision(stores, ids, rows, {
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    language,
  });
  const batchMs: number[] = [];
  const observe = (path: string, ms: number): void => {
    if (path.includes('/batches/')) batchMs.push(ms);
  };
  const send = makeSender({ url: options.url, patienceMs: options.patienceMs, observe });
  const startedAt = performance.now();
  const outcomes = await inParallel(rows, options.concurrency, options.progress, (row) =>
    sendSitting(send, ids, row, order, language),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const sent = outcomes.filter((outcome) => outcome === 'sent').length;
  return {
    rows: rows.length,
    bad,
    sent,
    wasThere: outcomes.length - sent,
    seconds,
    batchMs: batchMs.sort((a, b) => a - b),
    report: await departmentReport(stores, send, place),
    plan,
    replayed: rows,
  };
}

/** A fresh release, read over HTTP as the region's department reads it. */
async function departmentReport(
  stores: Container,
  send: Sender,
  { campaign, department }: ReplayPlace,
): Promise<CampaignReport> {
  const now = stores.now();
  await upToDateRelease(stores, campaign, now);
  const { family } = await stores.staffSessions.start(department, now);
  const token = stores.tokens.forStaff(
    {
      kind: 'staff',
      id: department,
      role: 'department',
      schools: [],
      region: campaign.region,
      organisation: null,
      family,
    },
    new Date(now.getTime() + 60_000),
  );
  const report = await send<CampaignReport>('GET', `/api/campaigns/${campaign._id}/report`, undefined, token);
  await stores.staffSessions.end(family, stores.now());
  return report;
}

async function inParallel<Item, Outcome>(
  items: readonly Item[],
  width: number,
  progress: (done: number, of: number) => void,
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      outcomes.push(await work(item));
      progress(outcomes.length, items.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return outcomes;
}
