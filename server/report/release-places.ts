import type { Container } from '../container.ts';
import { isOpen } from '../domain/consent.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { ReportPlaces } from './campaign-report.ts';
import { typeOf } from './release-counts.ts';

type Stores = Pick<Container, 'catalogue' | 'pupils' | 'consents' | 'sittings'>;

/** The places of a campaign, and how many pupils each school has at each step; read live, at the moment of a release. */
export async function placesOf(stores: Stores, campaign: CampaignRecord, now: Date): Promise<ReportPlaces> {
  const [region, districts, schools, invited, sat] = await Promise.all([
    stores.catalogue.region(campaign.region),
    stores.catalogue.districtsOf(campaign.region),
    stores.catalogue.schoolsOf(campaign.region),
    pupilsBySchool(stores, campaign.region, now),
    stores.sittings.participation(campaign._id),
  ]);
  const sittings = new Map(sat.map((row) => [row._id, row]));
  const taking = schools.filter(({ _id }) => campaign.schools?.includes(_id) ?? true);
  return {
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
        invited: invited.get(_id)?.pupils ?? 0,
        consented: invited.get(_id)?.consented ?? 0,
        started: sittings.get(_id)?.started ?? 0,
        submitted: sittings.get(_id)?.submitted ?? 0,
      },
    })),
  };
}

async function pupilsBySchool(stores: Stores, region: string, now: Date) {
  const counts = new Map<string, { pupils: number; consented: number }>();
  let group: { _id: string; school: string }[] = [];
  const add = async (): Promise<void> => {
    const consents = await stores.consents.ofMany(group.map(({ _id }) => _id));
    for (const { _id, school } of group) {
      const count = counts.get(school) ?? { pupils: 0, consented: 0 };
      count.pupils += 1;
      if (isOpen(consents.get(_id) ?? [], 'assessment', now)) count.consented += 1;
      counts.set(school, count);
    }
    group = [];
  };
  for await (const pupil of stores.pupils.ofRegion(region)) {
    group.push(pupil);
    if (group.length === 1000) await add();
  }
  if (group.length > 0) await add();
  return counts;
}
