import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Container } from '../../container.ts';
import { Problem } from '../../domain/problem.ts';
import type { Skipped } from '../../domain/rescore/rescore-preview.ts';
import { type RescoreSummary, rescoreTally } from '../../domain/rescore/summary.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { RescoringDocument } from '../../store/rescorings.ts';
import { pageSize, type Rescored, rescorePage } from './rescore-page.ts';

export type RescoreOrder = { by: { by: string; name: string }; reason: string };
export type RescorePreview = { looked: number; skipped: Skipped; summary: RescoreSummary };

/** What rescoring would change among all results of a campaign, without changing anything: for a command line, where nobody waits. */
export async function previewRescore(stores: Container, campaign: CampaignRecord): Promise<RescorePreview> {
  // Another server may have published a norm a moment ago.
  stores.publishedNorms.forget();
  stores.publishedKeys.forget();
  const tally = rescoreTally();
  const told = { looked: 0, skipped: { erased: 0, otherItems: 0 } };
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof rescorePage>> = await rescorePage(stores, campaign, after, stores.now());
    for (const { change } of page.changed) tally.add(change);
    told.looked += page.looked;
    told.skipped = sum(told.skipped, page.skipped);
    after = page.last;
    if (page.looked < pageSize) break;
    await setImmediate();
  }
  return { ...told, summary: tally.summary() };
}

/** The run of a campaign that was cut short, to go on with, or a new one. */
export async function openRun(stores: Container, campaign: string, order: RescoreOrder): Promise<RescoringDocument> {
  const now = stores.now();
  const run: RescoringDocument = {
    _id: randomUUID(),
    campaign,
    state: 'running',
    ...order,
    startedAt: now,
    touchedAt: now,
    finishedAt: null,
    after: null,
    looked: 0,
    skipped: { erased: 0, otherItems: 0 },
    summary: null,
  };
  const unfinished = await stores.rescorings.unfinished(campaign);
  if (unfinished !== null) return unfinished;
  await stores.rescorings.start(run);
  return run;
}

const longestPauseMs = 10 * 60_000;

/**
 * Recomputes a campaign's results and keeps what was there before. It may be cut short anywhere: a result is kept before it is
 * replaced, is replaced only if it is still the one it was computed from, and computing it again finds nothing to change.
 * Throws `someone-is-at-it` where another server is at this campaign.
 */
export async function carryOut(stores: Container, run: RescoringDocument): Promise<RescoringDocument> {
  const done = await stores.locks.whileHolding(`rescore ${run.campaign}`, longestPauseMs, () => work(stores, run));
  if (done === null) throw new Problem('someone-is-at-it');
  return done;
}

async function work(stores: Container, run: RescoringDocument): Promise<RescoringDocument> {
  const campaign = await stores.catalogue.campaign(run.campaign);
  if (campaign === null) throw new Problem('not-found');
  stores.publishedNorms.forget();
  stores.publishedKeys.forget();
  let { after, looked, skipped } = run;
  for (;;) {
    const page = await rescorePage(stores, campaign, after, stores.now());
    await replace(stores, run, page.changed);
    if (page.last !== null) after = page.last;
    looked += page.looked;
    skipped = sum(skipped, page.skipped);
    await stores.rescorings.reached(run._id, { after, looked, skipped, touchedAt: stores.now() });
    if (page.looked < pageSize) break;
    // Pupils who answer meanwhile come first.
    await setImmediate();
  }
  const finished = await stores.rescorings.finish(run._id, await summaryOf(stores, run._id), stores.now());
  return finished ?? run;
}

const earlierId = ({ before }: Rescored): string => `${before._id}@${before.computedAt.toISOString()}`;

async function replace(stores: Container, { _id: run }: RescoringDocument, changed: readonly Rescored[]) {
  const now = stores.now();
  await stores.rescorings.keep(
    changed.map((one) => {
      const { _id: sitting, asideAt: _aside, uncounted: _mark, ...result } = one.before;
      return { _id: earlierId(one), sitting, pid: result.pid, run, replacedAt: now, change: one.change, result };
    }),
  );
  const missed = new Set(
    await stores.results.replaceFrom(
      changed.map(({ before, after }) => ({ result: after, computedFrom: before.computedAt })),
    ),
  );
  await stores.rescorings.unkeep(changed.filter(({ before }) => missed.has(before._id)).map(earlierId));
}

/** Summed up from what was kept, so that a run that was cut short tells of all it did. */
async function summaryOf(stores: Container, run: string): Promise<RescoreSummary> {
  const tally = rescoreTally();
  const most = 500;
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Container['rescorings']['changesOf']>> = await stores.rescorings.changesOf(
      run,
      after,
      most,
    );
    for (const { change } of page) tally.add(change);
    after = page.at(-1)?._id ?? null;
    if (page.length < most) return tally.summary();
  }
}

const sum = (a: Skipped, b: Skipped): Skipped => ({
  erased: a.erased + b.erased,
  otherItems: a.otherItems + b.otherItems,
});
