import type { Container } from '../../container.ts';
import { mayScore } from '../../domain/kept-form.ts';
import { compareResults, type ResultChange } from '../../domain/rescore/compare-results.ts';
import { deriveResult } from '../../domain/result.ts';
import type { ShelvedInstrument } from '../../instrument-shelf.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { Skipped } from '../../store/rescorings.ts';
import type { ResultDocument } from '../../store/results.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';

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
  const page = await stores.results.pageOf(campaign._id, after, pageSize);
  const sittings = new Map(
    (await stores.sittings.byIds(page.map(({ _id }) => _id))).map((sitting) => [sitting._id, sitting]),
  );
  const skipped = { erased: 0, otherItems: 0 };
  const changed: Rescored[] = [];
  for (const before of page) {
    const sitting = sittings.get(before._id);
    if (sitting === undefined || sitting.submittedAt === null) {
      skipped.erased++;
      continue;
    }
    const { form, isTodays } = await formFor(stores, sitting, campaign.demo);
    if (!isTodays) skipped.otherItems++;
    const own = await stores.publishedNorms.of(campaign._id, sitting.language);
    const analysis = form.analysisFor({ language: sitting.language, demo: campaign.demo, own });
    const fresh = deriveResult({ ...sitting, submittedAt: sitting.submittedAt }, before, analysis, now);
    const change = compareResults(before, fresh);
    if (change !== null) changed.push({ before, after: { ...before, ...fresh, _id: before._id }, change });
  }
  return { last: page.at(-1)?._id ?? null, looked: page.length, skipped, changed };
}

/** Today's form by the key in force, where it asks for nothing that the sat one did not; otherwise the one that was sat. */
async function formFor(
  { instruments, publishedKeys }: Container,
  { instrument, instrumentVersion }: SittingDocument,
  demo: boolean,
): Promise<{ form: ShelvedInstrument; isTodays: boolean }> {
  const sat = instruments.version(instrument, instrumentVersion);
  const today = instruments.ids().includes(instrument) ? instruments.current(instrument) : null;
  const isTodays = today !== null && mayScore(sat.instrument, today.instrument);
  const { version } = (isTodays ? today : sat).instrument;
  return { form: await publishedKeys.formFor({ instrument, instrumentVersion: version }, demo), isTodays };
}
