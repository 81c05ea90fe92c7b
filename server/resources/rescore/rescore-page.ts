import type { Container } from '../../container.ts';
import type { ResultChange } from '../../domain/rescore/compare-results.ts';
import type { Skipped } from '../../domain/rescore/rescore-preview.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { ResultDocument } from '../../store/results.ts';
import { normsInForce } from '../norms/norms-in-force.ts';
import { resultPage } from '../result-pages.ts';
import { rescoreOne } from './rescore-one.ts';

/** A result that is another one now. */
export type Rescored = { before: ResultDocument; after: ResultDocument; change: ResultChange };

/** So many results are read, computed and written together: what a run holds in memory, whatever the campaign's size. */
export const pageSize = 50;

/** Computes a page of a campaign's results again, from their answers; gives those that changed. Writes nothing. */
export async function rescorePage(
  stores: Container,
  campaign: CampaignRecord,
  after: string | null,
  now: Date,
): Promise<{ last: string | null; looked: number; skipped: Skipped; changed: Rescored[] }> {
  const { rows, last } = await resultPage(stores, campaign._id, after, pageSize);
  const today = {
    instruments: stores.instruments,
    inForce: await stores.publishedKeys.inForce(campaign.demo),
    norms: await normsInForce(stores, campaign._id),
    demo: campaign.demo,
  };
  const skipped = { erased: 0, otherItems: 0 };
  const changed: Rescored[] = [];
  for (const { result: before, sitting } of rows) {
    if (sitting === null || sitting.submittedAt === null) {
      skipped.erased++;
      continue;
    }
    const sat = { ...sitting, submittedAt: sitting.submittedAt };
    const { fresh, change, isTodays } = rescoreOne(today, before, sat, now);
    if (!isTodays) skipped.otherItems++;
    if (change !== null) changed.push({ before, after: { ...before, ...fresh, _id: before._id }, change });
  }
  return { last, looked: rows.length, skipped, changed };
}
