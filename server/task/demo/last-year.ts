import type { Container } from '../../container.ts';
import { addUp } from '../../domain/rollup/add-up.ts';
import type { ReportPlaces } from '../../report/campaign-report.ts';
import { measuresOf } from '../../report/measures.ts';
import { freezeRelease } from '../../report/release.ts';
import { typeOf } from '../../report/release-counts.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { demoCampaigns } from './campaigns.ts';
import { type DemoPeople, simulatePeople } from './people.ts';
import { type DemoSchool, demoDistricts, demoSchools } from './places.ts';
import { regions } from './regions.ts';

const dayMs = 86_400_000;
/** Last year's pupils are others than this year's: their numbers go on here. */
const firstNumber = 100_000;

/**
 * The campaigns of a year ago. Their pupils have left and been erased, as they are after a while; what stays of them is the
 * release that was frozen then, through the very disclosure control of the service.
 */
export async function seedLastYear(stores: Container, now: Date): Promise<void> {
  const then = new Date(now.getTime() - 365 * dayMs);
  const campaigns = demoCampaigns(then).map((campaign) => ({
    ...campaign,
    _id: `${campaign._id}-last`,
    year: now.getUTCFullYear() - 1,
    closesAt: new Date(then.getTime() + 60 * dayMs),
  }));
  await stores.catalogue.addCampaigns(campaigns);
  for (const campaign of campaigns) await freezeOne(stores, campaign, then);
}

async function freezeOne(stores: Container, campaign: CampaignRecord, then: Date): Promise<void> {
  const schools = demoSchools.filter(({ region }) => region === campaign.region);
  const people = simulatePeople(
    stores,
    schools.map((school) => ({ school, campaign })),
    then,
    firstNumber,
  );
  const measures = measuresOf(stores.instruments.version(campaign.instrument, campaign.instrumentVersion));
  const cells = await addUp(people.results, measures);
  const results = people.results.length;
  // About a seventh wish to teach; half of them were offered a place, and most of those went.
  const wishing = Math.round(results / 7);
  await freezeRelease(
    stores,
    campaign,
    {
      places: placesOf(campaign, schools, people),
      steps: {
        wishing,
        recommended: Math.round(wishing * 0.8),
        offered: Math.round(wishing * 0.5),
        accepted: Math.round(wishing * 0.42),
        enrolled: Math.round(wishing * 0.36),
      },
      results,
      cells: [...cells.values()],
      known: [],
    },
    new Date(campaign.closesAt.getTime() + 2 * dayMs),
  );
}

function placesOf(
  { region }: CampaignRecord,
  schools: readonly DemoSchool[],
  { pupils, sittings, consents }: DemoPeople,
): ReportPlaces {
  const consented = new Set(consents.filter(({ party }) => party === 'guardian').map(({ pid }) => pid));
  const names = regions.find(({ _id }) => _id === region)?.names ?? { kk: region, ru: region, en: region };
  return {
    region: { id: region, names },
    districts: demoDistricts.filter((one) => one.region === region).map(({ _id, names }) => ({ id: _id, names })),
    schools: schools.map(({ _id, district, names, locality, languages }) => {
      const own = pupils.filter(({ school }) => school === _id);
      const sat = sittings.filter(({ school }) => school === _id);
      return {
        id: _id,
        district,
        names,
        locality,
        type: typeOf(languages),
        participation: {
          invited: own.length,
          consented: own.filter((pupil) => consented.has(pupil._id)).length,
          started: sat.length,
          submitted: sat.filter(({ state }) => state === 'submitted').length,
        },
      };
    }),
  };
}
