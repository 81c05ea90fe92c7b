import type { Container } from '../container.ts';
import type { CampaignReport } from '../contract/campaign.schema.ts';
import type { CountedResult } from '../domain/rollup/add-up.ts';
import type { Cell } from '../domain/rollup/cell.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import { campaignReport } from './campaign-report.ts';
import { toCampaign } from './campaign-wire.ts';
import { type DisclosedReport, defaultRules, type OnProgress, type Release } from './disclosure/index.ts';
import { knownCounts, withKnown } from './known-counts.ts';
import { measuresOf, type NamedMeasure } from './measures.ts';
import { regionBreakdowns, releaseCounts } from './release-counts.ts';
import { nextReleaseDay } from './release-day.ts';
import { groundOf, type ReleaseGround } from './release-places.ts';
import { toldSteps } from './steps.ts';

/** A release stays as it is until this much has changed: a live table minus yesterday's would be one child. */
const enoughNew = 30;
const enoughShare = 0.1;

/** Is it time for a new release: is there none, or is the announced day there and enough has come since? */
export async function isReleaseDue(stores: Container, campaign: CampaignRecord, now: Date): Promise<boolean> {
  const latest = await stores.releases.latest(campaign._id);
  if (latest === null) return true;
  if (now < nextReleaseDay(latest.releasedAt)) return false;
  const fresh = (await stores.rollups.countOf(campaign._id)) - latest.results;
  return fresh >= Math.max(enoughNew, latest.results * enoughShare);
}

/** A release that counts every result there is now, whatever little has changed; for those who decide on releases. */
export async function upToDateRelease(stores: Container, campaign: CampaignRecord, now: Date): Promise<CampaignReport> {
  await stores.rollups.catchUp();
  const latest = await stores.releases.latest(campaign._id);
  const results = await stores.rollups.countOf(campaign._id);
  return latest?.results === results ? latest.report : makeRelease(stores, campaign, now);
}

/**
 * Freezes a new release of a campaign's report and remembers it. It reads counters, not pupils; whoever the department may
 * know by name does not count towards k. Every earlier release goes into the audit: what both tell together must give
 * nobody away either.
 */
export async function makeRelease(
  stores: Container,
  campaign: CampaignRecord,
  now: Date,
  onProgress?: OnProgress,
): Promise<CampaignReport> {
  await stores.rollups.catchUp();
  const [ground, results, cells] = await Promise.all([
    groundOf(stores, campaign, now),
    stores.rollups.countOf(campaign._id),
    stores.rollups.cellsOf(campaign._id).toArray(),
  ]);
  const known = ground.named.length === 0 ? [] : await stores.results.ofPupils(campaign._id, ground.named);
  return freezeRelease(stores, campaign, { ...ground, results, cells, known }, now, onProgress);
}

export type ReleaseMatter = Omit<ReleaseGround, 'named'> & {
  results: number;
  cells: readonly Cell[];
  /** Results of those the reader may know by name. */
  known: readonly (CountedResult & { submittedAt: Date })[];
};

/** The release that these counts make; what is frozen stays when the pupils behind it are long gone. */
export async function freezeRelease(
  stores: Container,
  campaign: CampaignRecord,
  { places, steps, results, cells, known }: ReleaseMatter,
  now: Date,
  onProgress?: OnProgress,
): Promise<CampaignReport> {
  const all = await stores.releases.all(campaign._id);
  const before = all.filter(({ basis }) => basis.counts.schools.length > 0);
  const measures = measuresFor(
    stores,
    campaign,
    before.map(({ basis }) => basis),
  );
  const earlier = await Promise.all(
    before.map(async ({ basis, releasedAt }): Promise<Release> => {
      const then = known.filter(({ submittedAt }) => submittedAt <= releasedAt);
      return { ...basis, counts: withKnown(basis.counts, await knownCounts(then, measures)) };
    }),
  );
  const isSplit = earlier.every(({ counts }) => counts.breakdowns !== undefined);
  const counts = withKnown(
    releaseCounts(places, cells, measures, isSplit ? regionBreakdowns : []),
    await knownCounts(known, measures),
  );
  const isEmpty = counts.schools.every(({ scales }) => scales.every(({ n }) => n === 0));
  const told = isEmpty ? { scales: counts.scales, schools: counts.schools } : counts;
  const disclosed =
    counts.schools.length === 0 ? nothingYet(campaign, measures) : await stores.disclose(told, earlier, onProgress);
  const release = (all.at(-1)?.release ?? 0) + 1;
  const header = {
    campaign: toCampaign(campaign, places.region.names, now),
    release,
    releasedAt: now,
    measures,
    norm: '',
    steps: toldSteps(steps, disclosed.k),
  };
  const report = campaignReport(header, places, disclosed);
  const _id = `${campaign._id}:${release}`;
  const basis = { counts: told, disclosed };
  await stores.releases.add({ _id, campaign: campaign._id, release, releasedAt: now, results, report, basis });
  return report;
}

/** What a report counts; once a campaign has a release, what that one counted, so that all can be audited together. */
function measuresFor(
  { instruments }: Container,
  { instrument, instrumentVersion }: CampaignRecord,
  earlier: readonly Release[],
): NamedMeasure[] {
  const all = measuresOf(instruments.version(instrument, instrumentVersion));
  const counted = earlier.at(-1)?.counts.scales.map(({ id }) => id);
  return counted === undefined ? all : counted.flatMap((one) => all.find(({ id }) => id === one) ?? []);
}

/** A region where no school takes part yet: its own line, and nothing to hide. */
const nothingYet = (campaign: CampaignRecord, scales: readonly { id: string }[]): DisclosedReport => ({
  k: defaultRules.k,
  distributionFrom: defaultRules.distributionFrom,
  areas: [
    {
      path: [campaign.region],
      participation: { invited: 0, consented: 0, started: 0, submitted: 0 },
      cluster: null,
      scales: scales.map(({ id }) => ({ kind: 'participation-only', scale: id })),
    },
  ],
  clusters: [],
  slices: [],
});
