import type { Container } from '../container.ts';
import type { CampaignReport } from '../contract/campaign.schema.ts';
import type { Language } from '../domain/language.ts';
import type { NormVersion } from '../domain/norm/norm-version.ts';
import { toldMean } from '../domain/rollup/measure.ts';
import type { ComparisonGround, GroupNorm } from '../report/aggregate/comparison.ts';
import { measuresOf } from '../report/measures.ts';
import { countryCells, newestPerRegion, versionOf } from '../report/region-heads.ts';
import { nextReleaseDay } from '../report/release-day.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { ReleaseInForce } from '../store/releases.ts';

export type Comparable = { version: string; read(): Promise<ComparisonGround> };

/**
 * A campaign's release with what it may be compared with: other frozen releases, and norms. As long as the version is the same, so
 * is everything read.
 */
export async function comparisonGround(stores: Container, record: CampaignRecord): Promise<Comparable> {
  const own = await stores.releaseDesk.inForce(record._id);
  const [heads, earlier, norms] = await Promise.all([
    stores.releases.latestPerCampaign(),
    earlierReleases(stores, record),
    normsInForce(stores, record),
  ]);
  const versions = [
    own.version,
    versionOf(heads),
    ...earlier.map(({ version }) => version),
    ...norms.map(({ norm }) => norm?._id ?? 'none'),
  ];
  return {
    version: versions.join(' '),
    read: async () => {
      const report = await stores.releaseDesk.read(own);
      const [country, ...past] = await Promise.all([
        countryBeside(stores, report),
        ...earlier.map((release) => stores.releaseDesk.read(release)),
      ]);
      const nextRelease = nextReleaseDay(new Date(report.releasedAt));
      return { report, country, earlier: past, norms: normMeans(stores, record, report, norms), nextRelease };
    },
  };
}

/** This very release stands for its region, and the newest of the same year and form for each other one. */
async function countryBeside(stores: Container, report: CampaignReport): Promise<ComparisonGround['country']> {
  const { year, instrument, region } = report.campaign;
  const heads = await stores.releases.latestRegionRows();
  const own = report.rows.find(({ level }) => level === 'region');
  const same = heads.filter((head) => head.year === year && head.instrument === instrument && head.row.id !== region);
  if (own === undefined || same.length === 0) return null;
  const rows = [own, ...newestPerRegion(same).map(({ row }) => row)];
  return countryCells(
    rows,
    report.scales.map(({ id }) => id),
  );
}

/** The latest release of each earlier year, oldest first, of the same region and form; of two campaigns of a year the later one. */
async function earlierReleases(
  stores: Container,
  { region, year, instrument }: CampaignRecord,
): Promise<ReleaseInForce[]> {
  const campaigns = await stores.catalogue.campaigns({ region });
  const byYear = new Map<number, CampaignRecord>();
  // Newest first: the first of a year stays.
  for (const one of campaigns)
    if (one.year < year && one.instrument === instrument && !byYear.has(one.year)) byYear.set(one.year, one);
  const found = await Promise.all(
    [...byYear.values()].sort((a, b) => a.year - b.year).map(({ _id }) => stores.releases.inForce(_id)),
  );
  return found.flatMap((release) => release ?? []);
}

type NormOf = { language: Language; norm: NormVersion | null };

const normsInForce = (stores: Container, { _id, languages }: CampaignRecord): Promise<NormOf[]> =>
  Promise.all(languages.map(async (language) => ({ language, norm: await stores.publishedNorms.of(_id, language) })));

/** Means of the norm in force; where there is none, a demo campaign shows the form's own. */
function normMeans(
  stores: Container,
  { instrument, instrumentVersion, demo }: CampaignRecord,
  { scales }: CampaignReport,
  norms: readonly NormOf[],
): GroupNorm[] {
  const shelved = stores.instruments.version(instrument, instrumentVersion);
  const measures = new Map(measuresOf(shelved).map((measure) => [measure.id, measure]));
  return norms.flatMap(({ language, norm }): GroupNorm[] => {
    const set = norm?.set ?? (demo ? shelved.normOf(shelved.planFor({ language, demo })) : null);
    const of = norm === null ? ('form' as const) : ('campaign' as const);
    return scales.flatMap(({ id: scale }) => {
      const mean = set?.scales[scale]?.mean;
      const measure = measures.get(scale);
      return mean === undefined || measure?.kind !== 'scale'
        ? []
        : [{ scale, language, mean: toldMean(mean, measure), of }];
    });
  });
}
