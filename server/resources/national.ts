import type { Container } from '../container.ts';
import {
  type NationalFileQuery,
  type NationalQuery,
  type NationalReport,
  nationalFileQuery,
  nationalQuery,
  nationalReport,
} from '../contract/comparison.schema.ts';
import { shape } from '../contract/shape.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply, FrozenReply, xlsx } from '../http/endpoint.ts';
import { nationalGroups, nationalSteps, nationalYear } from '../report/aggregate/national-groups.ts';
import { nationalPdfReport, nationalSheets } from '../report/aggregate/national-report.ts';
import { xlsxOf } from '../report/export/xlsx.ts';
import { sumParticipation } from '../report/national.ts';
import { countryCells, newestPerRegion, versionOf } from '../report/region-heads.ts';

export const readNational = endpoint({
  method: 'get',
  path: '/api/country/report',
  summary: 'The regions of a year side by side and the country as the sum of what their frozen releases tell',
  permission: 'report.read',
  scope: 'none',
  query: shape<NationalQuery>(nationalQuery),
  reply: shape<NationalReport>(nationalReport),
  audit: null,
  async handle(stores, { query, now }) {
    const heads = await stores.releases.latestPerCampaign();
    const { year, instrument } = chosenOf(seriesOf(heads), query);
    return new FrozenReply(`country ${year} ${instrument}`, versionOf(heads), () => nationalOf(stores, query, now));
  },
});

export const nationalPdf = endpoint({
  method: 'get',
  path: '/api/country/report.pdf',
  summary: 'The country’s report of a year as a PDF',
  permission: 'report.read',
  scope: 'none',
  query: shape<NationalFileQuery>(nationalFileQuery),
  reply: { file: 'application/pdf' },
  audit: null,
  async handle(stores, { query: { language, ...query }, now }) {
    const report = nationalPdfReport(await nationalOf(stores, query, now), language);
    return new FileReply(`ustaz-country-${language}.pdf`, await stores.press.print({ kind: 'report', of: report }));
  },
});

export const nationalXlsx = endpoint({
  method: 'get',
  path: '/api/country/report.xlsx',
  summary: 'The country’s report of a year as a spreadsheet',
  permission: 'report.read',
  scope: 'none',
  query: shape<NationalFileQuery>(nationalFileQuery),
  reply: { file: xlsx },
  audit: null,
  async handle(stores, { query: { language, ...query }, now }) {
    const sheets = nationalSheets(await nationalOf(stores, query, now), language);
    return new FileReply(`ustaz-country-${language}.xlsx`, await xlsxOf(sheets));
  },
});

async function nationalOf(stores: Container, query: NationalQuery, now: Date): Promise<NationalReport> {
  const heads = await stores.releases.latestRegionRows();
  const series = seriesOf(heads);
  return reportOf(stores, chosenOf(series, query), heads, series, now);
}

type Head = Awaited<ReturnType<Container['releases']['latestRegionRows']>>[number];
type Series = { year: number; instrument: string };

/** Years and forms that there are releases of: the newest year first, of a year the form of most regions. */
function seriesOf(heads: readonly Series[]): Series[] {
  const counts = new Map<string, Series & { n: number }>();
  for (const { year, instrument } of heads) {
    const key = `${year} ${instrument}`;
    counts.set(key, { year, instrument, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.year - a.year || b.n - a.n)
    .map(({ year, instrument }) => ({ year, instrument }));
}

/** @throws Problem `not-found` where there is no release of what is asked for */
function chosenOf(series: readonly Series[], query: NationalQuery): Series {
  const chosen = series.find(
    ({ year, instrument }) => (query.year ?? year) === year && (query.instrument ?? instrument) === instrument,
  );
  if (chosen === undefined) throw new Problem('not-found');
  return chosen;
}

async function reportOf(
  stores: Container,
  { year, instrument }: Series,
  heads: readonly Head[],
  years: readonly Series[],
  now: Date,
): Promise<NationalReport> {
  const names = new Map((await stores.catalogue.regions()).map((region) => [region._id, region.names]));
  const ofYear = (one: number): Head[] =>
    newestPerRegion(heads.filter((head) => head.year === one && head.instrument === instrument));
  const own = ofYear(year);
  const past = years.filter((one) => one.instrument === instrument && one.year <= year).map((one) => one.year);
  const scales = own[0]?.scales ?? [];
  return {
    year,
    instrument,
    asOf: (own.map(({ releasedAt }) => releasedAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? now).toISOString(),
    scales,
    country: {
      participation: sumParticipation(own.map(({ row }) => row.participation)),
      scales: countryCells(
        own.map(({ row }) => row),
        scales.map(({ id }) => id),
      ),
    },
    regions: own.map(({ campaign, release, releasedAt, row }) => ({
      id: row.id,
      name: names.get(row.id) ?? row.name,
      campaign,
      release,
      releasedAt: releasedAt.toISOString(),
      participation: row.participation,
      scales: row.scales,
    })),
    groups: nationalGroups(own, ofYear(year - 1), names),
    trend: past.toSorted((a, b) => a - b).map((one) => nationalYear(one, ofYear(one))),
    steps: nationalSteps(own),
    years: [...years],
  };
}
