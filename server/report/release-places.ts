import type { Container } from '../container.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { ReportPlaces } from './campaign-report.ts';
import { typeOf } from './release-counts.ts';
import { peopleOf, type SchoolPeople } from './release-people.ts';
import { noSteps, type Steps, stepsOf } from './steps.ts';

type Stores = Pick<Container, 'catalogue' | 'pupils' | 'consents' | 'sittings' | 'cases' | 'referrals'>;

/** What a release is made from besides the counters; read live, at the moment of a release. */
export type ReleaseGround = {
  places: ReportPlaces;
  /** Pupils whose names the department may know: they and their families have agreed to that at some time. */
  named: readonly string[];
  steps: Steps;
};

/** The places of a campaign, how many of its pupils each school has at each step, and how far they came afterwards. */
export async function groundOf(stores: Stores, campaign: CampaignRecord, now: Date): Promise<ReleaseGround> {
  const [region, districts, schools, people, sat, referrals] = await Promise.all([
    stores.catalogue.region(campaign.region),
    stores.catalogue.districtsOf(campaign.region),
    stores.catalogue.schoolsOf(campaign.region),
    peopleOf(stores, campaign, now),
    stores.sittings.participation(campaign._id),
    stores.referrals.ofRegion(campaign.region),
  ]);
  const sittings = new Map(sat.map((row) => [row._id, row]));
  const taking = schools.filter(({ _id }) => campaign.schools?.includes(_id) ?? true);
  const here = taking.flatMap(({ _id }): SchoolPeople[] => {
    const school = people.get(_id);
    return school === undefined ? [] : [school];
  });
  const places = {
    region: {
      id: campaign.region,
      names: region?.names ?? { kk: campaign.region, ru: campaign.region, en: campaign.region },
    },
    districts: districts
      .filter(({ _id }) => taking.some(({ district }) => district === _id))
      .map(({ _id, names }) => ({ id: _id, names })),
    schools: taking.map(({ _id, district, names, locality, languages }) => ({
      id: _id,
      district,
      names,
      locality,
      type: typeOf(languages),
      participation: {
        invited: people.get(_id)?.pupils.size ?? 0,
        consented: people.get(_id)?.consented ?? 0,
        started: sittings.get(_id)?.started ?? 0,
        submitted: sittings.get(_id)?.submitted ?? 0,
      },
    })),
  };
  const named = here.flatMap((school) => school.named);
  return { places, named, steps: here.length === 0 ? noSteps : stepsOf(here, referrals) };
}
