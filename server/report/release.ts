import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Container } from '../container.ts';
import type { CampaignReport } from '../contract/campaign.schema.ts';
import { isOpen } from '../domain/consent.ts';
import type { ShelvedInstrument } from '../instrument-shelf.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import { campaignReport, type ReportPlaces } from './campaign-report.ts';
import { toCampaign } from './campaign-wire.ts';
import { type DisclosedReport, defaultRules, suppress } from './disclosure/index.ts';
import { fifths, noCounts, tallyResults } from './tally.ts';

/** A release stays as it is until this much has changed: a live table minus yesterday's would be one child. */
const enoughNew = 30;
const enoughShare = 0.1;

/** The release in force; a new one is frozen when there is none, or when enough results have come since. */
export async function currentReport(stores: Container, campaign: CampaignRecord, now: Date): Promise<CampaignReport> {
  const latest = await stores.releases.latest(campaign._id);
  if (latest === null) return makeRelease(stores, campaign, now);
  const results = await stores.results.countOf(campaign._id);
  const fresh = results - latest.results;
  return fresh >= Math.max(enoughNew, latest.results * enoughShare)
    ? makeRelease(stores, campaign, now)
    : latest.report;
}

/** A release that counts every result there is now, whatever little has changed; for those who decide on releases. */
export async function upToDateRelease(stores: Container, campaign: CampaignRecord, now: Date): Promise<CampaignReport> {
  const latest = await stores.releases.latest(campaign._id);
  const results = await stores.results.countOf(campaign._id);
  return latest?.results === results ? latest.report : makeRelease(stores, campaign, now);
}

/**
 * Freezes a new release of a campaign's report and remembers it. Every earlier release goes into the audit: what both
 * tell together must give nobody away either.
 */
export async function makeRelease(stores: Container, campaign: CampaignRecord, now: Date): Promise<CampaignReport> {
  const shelved = stores.instruments.version(campaign.instrument, campaign.instrumentVersion);
  const scales = profileScales(shelved);
  const [earlier, places, results, counted] = await Promise.all([
    stores.releases.all(campaign._id),
    placesOf(stores, campaign, now),
    stores.results.countOf(campaign._id),
    tallyResults(stores.results.ofCampaign(campaign._id), scales),
  ]);
  const counts = {
    scales: scales.map(({ id, step }) => ({ id, edges: fifths, step })),
    schools: places.schools.map(({ id, district, participation }) => ({
      path: [campaign.region, district, id],
      participation,
      scales: counted.get(id) ?? noCounts(scales),
    })),
  };
  const basisOfEarlier = earlier.map(({ basis }) => basis).filter((basis) => basis.counts.schools.length > 0);
  const disclosed = counts.schools.length === 0 ? nothingYet(campaign, scales) : await suppress(counts, basisOfEarlier);
  const release = (earlier.at(-1)?.release ?? 0) + 1;
  const header = {
    campaign: toCampaign(campaign, places.region.names, now),
    release,
    releasedAt: now,
    scales,
    norm: '',
  };
  const report = campaignReport(header, places, disclosed);
  const _id = `${campaign._id}:${release}`;
  const basis = { counts, disclosed };
  await stores.releases.add({ _id, campaign: campaign._id, release, releasedAt: now, results, report, basis });
  return report;
}

/** A region where no school takes part yet: its own line, and nothing to hide. */
const nothingYet = (campaign: CampaignRecord, scales: readonly { id: string }[]): DisclosedReport => ({
  k: defaultRules.k,
  distributionFrom: defaultRules.distributionFrom,
  areas: [
    {
      path: [campaign.region],
      participation: { invited: 0, consented: 0, started: 0, submitted: 0 },
      cluster: null,
      scales: scales.map(({ id }) => ({ kind: 'participation-only', scale: id })),
    },
  ],
  clusters: [],
  slices: [],
});

/** Scales a report may speak of, with their names in the three languages. */
function profileScales({ instrument, text }: ShelvedInstrument) {
  const texts: Record<'kk' | 'ru' | 'en', InstrumentText> = { kk: text('kk'), ru: text('ru'), en: text('en') };
  return instrument.scales
    .filter(({ use }) => use === 'profile')
    .map(({ id, items = [] }) => ({
      id,
      /** Means of k rated items lie 1/k apart. */
      step: 1 / Math.max(1, items.length),
      name: {
        kk: texts.kk.scales[id]?.name ?? id,
        ru: texts.ru.scales[id]?.name ?? id,
        en: texts.en.scales[id]?.name ?? id,
      },
    }));
}

async function placesOf(stores: Container, campaign: CampaignRecord, now: Date): Promise<ReportPlaces> {
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
    schools: taking.map(({ _id, district, names, locality }) => ({
      id: _id,
      district,
      names,
      locality,
      participation: {
        invited: invited.get(_id)?.pupils ?? 0,
        consented: invited.get(_id)?.consented ?? 0,
        started: sittings.get(_id)?.started ?? 0,
        submitted: sittings.get(_id)?.submitted ?? 0,
      },
    })),
  };
}

async function pupilsBySchool(stores: Container, region: string, now: Date) {
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
