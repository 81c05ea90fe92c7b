import type { Campaign } from '../contract/campaign.schema.ts';
import type { CampaignRecord } from '../store/catalogue.ts';

/** A campaign as the wire shows it. */
export function toCampaign(campaign: CampaignRecord, regionName: Campaign['regionName'], now: Date): Campaign {
  const { _id: id, region, title, year, instrument, instrumentVersion, languages, opensAt, closesAt, demo } = campaign;
  return {
    id,
    region,
    regionName,
    title,
    year,
    instrument,
    instrumentVersion,
    languages: [...languages],
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    demo,
    state: now < opensAt ? 'planned' : now < closesAt ? 'open' : 'closed',
  };
}
