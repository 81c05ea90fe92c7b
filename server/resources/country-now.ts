import type { Container } from '../container.ts';
import type { CountryReport } from '../contract/campaign.schema.ts';

/** Fewer finished pupils than this are not counted in public. */
const k = 10;

/** The regions on a tile map with how many pupils finished by now; fewer than k are not told. */
export async function countryNow(stores: Container, now: Date): Promise<CountryReport> {
  const [regions, schools, finished, campaigns] = await Promise.all([
    stores.catalogue.regions(),
    stores.catalogue.schoolCounts(),
    stores.rollups.finishedByRegion(),
    stores.catalogue.campaigns({}),
  ]);
  return {
    asOf: now.toISOString(),
    demo: campaigns.some(({ demo }) => demo),
    regions: regions.map(({ _id, names, column, row }) => {
      const n = finished.get(_id) ?? 0;
      return {
        id: _id,
        name: names,
        column,
        row,
        schools: schools.get(_id) ?? 0,
        submitted: n > 0 && n < k ? null : n,
      };
    }),
  };
}
