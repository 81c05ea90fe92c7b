import type { Container } from '../container.ts';
import {
  type NationalQuery,
  type NationalReport,
  nationalQuery,
  nationalReport,
} from '../contract/comparison.schema.ts';
import { shape } from '../contract/shape.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';
import { addUpCells, sumParticipation } from '../report/national.ts';

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
    const heads = await stores.releases.latestRegionRows();
    const years = [
      ...new Map(heads.map(({ year, instrument }) => [`${year} ${instrument}`, { year, instrument }])).values(),
    ];
    const newest = years.toSorted((a, b) => b.year - a.year || count(heads, b) - count(heads, a));
    const chosen = newest.find(
      ({ year, instrument }) => (query.year ?? year) === year && (query.instrument ?? instrument) === instrument,
    );
    if (chosen === undefined) throw new Problem('not-found');
    return reportOf(stores, chosen, heads, newest, now);
  },
});

type Head = Awaited<ReturnType<Container['releases']['latestRegionRows']>>[number];
type Series = { year: number; instrument: string };

const count = (heads: readonly Head[], { year, instrument }: Series): number =>
  heads.filter((head) => head.year === year && head.instrument === instrument).length;

async function reportOf(
  stores: Container,
  { year, instrument }: Series,
  heads: readonly Head[],
  years: readonly Series[],
  now: Date,
): Promise<NationalReport> {
  const names = new Map((await stores.catalogue.regions()).map((region) => [region._id, region.names]));
  const own = newestPerRegion(heads.filter((head) => head.year === year && head.instrument === instrument));
  const scales = own[0]?.scales ?? [];
  const cellsOf = (scale: string) => own.flatMap(({ row }) => row.scales.filter((cell) => cell.scale === scale));
  return {
    year,
    instrument,
    asOf: (own.map(({ releasedAt }) => releasedAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? now).toISOString(),
    scales: scales.map(({ id, name }) => ({ id, name })),
    country: {
      participation: sumParticipation(own.map(({ row }) => row.participation)),
      scales: scales.map(({ id }) => addUpCells(id, cellsOf(id))),
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
    years: years.map((one) => ({ ...one })),
  };
}

/** Two campaigns of one region in one year do not add up: pupils may sit in both. The later one stands. */
function newestPerRegion(heads: readonly Head[]): Head[] {
  const newest = new Map<string, Head>();
  for (const head of heads) {
    const known = newest.get(head.row.id);
    if (known === undefined || known.releasedAt < head.releasedAt) newest.set(head.row.id, head);
  }
  return [...newest.values()].sort((a, b) => a.row.id.localeCompare(b.row.id));
}
