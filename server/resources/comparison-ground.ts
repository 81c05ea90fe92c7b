import type { Container } from '../container.ts';
import type { CampaignReport } from '../contract/campaign.schema.ts';
import { toldMean } from '../domain/rollup/measure.ts';
import type { ComparisonGround, GroupNorm } from '../report/aggregate/comparison.ts';
import { measuresOf } from '../report/measures.ts';
import { countryCells, newestPerRegion } from '../report/region-heads.ts';
import { nextReleaseDay } from '../report/release-day.ts';
import type { CampaignRecord } from '../store/catalogue.ts';

/** A campaign's release with what it may be compared with: other frozen releases, and norms. */
export async function comparisonGround(stores: Container, record: CampaignRecord): Promise<ComparisonGround> {
  const report = await stores.releaseDesk.current(record);
  const [country, earlier, norms] = await Promise.all([
    countryBeside(stores, report),
    earlierReports(stores, record),
    normsOf(stores, record, report),
  ]);
  return { report, country, earlier, norms, nextRelease: nextReleaseDay(new Date(report.releasedAt)) };
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

/** The latest release of each earlier year, of the same region and form; of two campaigns of a year the later one. */
async function earlierReports(
  stores: Container,
  { region, year, instrument }: CampaignRecord,
): Promise<CampaignReport[]> {
  const campaigns = await stores.catalogue.campaigns({ region });
  const byYear = new Map<number, CampaignRecord>();
  // Newest first: the first of a year stays.
  for (const one of campaigns)
    if (one.year < year && one.instrument === instrument && !byYear.has(one.year)) byYear.set(one.year, one);
  const found = await Promise.all(
    [...byYear.values()].sort((a, b) => a.year - b.year).map(({ _id }) => stores.releases.latest(_id)),
  );
  return found.flatMap((release) => (release === null ? [] : [release.report]));
}

/** Means of the norm in force; where there is none, a demo campaign shows the form's own. */
async function normsOf(
  stores: Container,
  { _id, instrument, instrumentVersion, languages, demo }: CampaignRecord,
  { scales }: CampaignReport,
): Promise<GroupNorm[]> {
  const shelved = stores.instruments.version(instrument, instrumentVersion);
  const measures = new Map(measuresOf(shelved).map((measure) => [measure.id, measure]));
  const all = await Promise.all(
    languages.map(async (language): Promise<GroupNorm[]> => {
      const published = await stores.publishedNorms.of(_id, language);
      const set = published?.set ?? (demo ? shelved.normOf(shelved.planFor({ language, demo })) : null);
      const of = published === null ? ('form' as const) : ('campaign' as const);
      return scales.flatMap(({ id: scale }) => {
        const mean = set?.scales[scale]?.mean;
        const measure = measures.get(scale);
        return mean === undefined || measure?.kind !== 'scale'
          ? []
          : [{ scale, language, mean: toldMean(mean, measure), of }];
      });
    }),
  );
  return all.flat();
}
