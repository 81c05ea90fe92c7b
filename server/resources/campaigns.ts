import { randomUUID } from 'node:crypto';
import {
  type Campaign,
  type CampaignList,
  type CampaignParams,
  type CampaignReport,
  type CountryReport,
  campaign,
  campaignList,
  campaignParams,
  campaignReport,
  countryReport,
  type NewCampaign,
  newCampaign,
} from '../contract/campaign.schema.ts';
import { shape } from '../contract/shape.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FrozenReply, Reply } from '../http/endpoint.ts';
import { toCampaign } from '../report/campaign-wire.ts';
import { asStaff } from './actors.ts';
import { countryNow } from './country-now.ts';

export const listCampaigns = endpoint({
  method: 'get',
  path: '/api/campaigns',
  summary: 'The campaigns of the own region; all of them for the operator',
  permission: 'campaign.read',
  scope: 'none',
  reply: shape<CampaignList>(campaignList),
  audit: null,
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    if (staff.role !== 'operator' && staff.region === null) return { campaigns: [] };
    const only = staff.role === 'operator' || staff.region === null ? {} : { region: staff.region };
    const [campaigns, regions] = await Promise.all([stores.catalogue.campaigns(only), stores.catalogue.regions()]);
    const names = new Map(regions.map((region) => [region._id, region.names]));
    return {
      campaigns: campaigns.map((record) =>
        toCampaign(
          record,
          names.get(record.region) ?? { kk: record.region, ru: record.region, en: record.region },
          now,
        ),
      ),
    };
  },
});

export const openCampaign = endpoint({
  method: 'post',
  path: '/api/campaigns',
  summary: 'Open a campaign in the own region',
  permission: 'campaign.write',
  scope: 'none',
  body: shape<NewCampaign>(newCampaign),
  reply: shape<Campaign>(campaign),
  audit: { action: 'campaign.open', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    const region = await stores.catalogue.region(body.region);
    if (region === null || (staff.role !== 'operator' && staff.region !== body.region)) throw new Problem('not-found');
    const [opensAt, closesAt] = [new Date(body.opensAt), new Date(body.closesAt)];
    if (!(opensAt < closesAt)) {
      throw new Problem('input-invalid', {
        errors: [{ pointer: '/body/closesAt', detail: 'an instant after opensAt' }],
      });
    }
    const { instrument } = stores.instruments.current(body.instrument);
    const record = {
      _id: `c-${randomUUID().slice(0, 13)}`,
      region: body.region,
      title: body.title,
      year: body.year,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      languages: body.languages,
      schools: null,
      opensAt,
      closesAt,
      demo: asStaff(actor).demo ?? false,
    };
    await stores.catalogue.addCampaigns([record]);
    return new Reply(toCampaign(record, region.names, now), { auditTarget: record._id });
  },
});

export const readReport = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/report',
  summary: 'Participation and distributions by region, district and school: a dated release under disclosure control',
  permission: 'report.read',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  reply: shape<CampaignReport>(campaignReport),
  audit: { action: 'report.read', target: 'campaign' },
  async handle(stores, { params }) {
    const { releaseDesk } = stores;
    const release = await releaseDesk.inForce(params.campaign);
    return new FrozenReply(`report ${params.campaign}`, release.version, () => releaseDesk.read(release));
  },
});

export const readCountry = endpoint({
  method: 'get',
  path: '/api/country',
  summary: 'The regions on a tile map with how many pupils finished; fewer than 10 are not told',
  permission: 'country.read',
  scope: 'none',
  reply: shape<CountryReport>(countryReport),
  audit: null,
  async handle(stores, { now }) {
    return countryNow(stores, now);
  },
});
