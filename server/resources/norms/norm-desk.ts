import type { Container } from '../../container.ts';
import type { Language } from '../../domain/language.ts';
import type { Author, NamedDecision } from '../../domain/named-decision.ts';
import { type BuiltNorm, buildNorm, type NormSource } from '../../domain/norm/build-norm.ts';
import {
  demandEnough,
  demandPublishable,
  demandWithdrawable,
  type NormVersion,
  normSetId,
  normVersionId,
  schoolPopulation,
} from '../../domain/norm/norm-version.ts';
import { campaignPopulation } from '../../domain/norm/population-words.ts';
import { fitNorm } from '../../domain/panel/keyed-form.ts';
import { Problem } from '../../domain/problem.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { collectSittings } from './collect-sittings.ts';

type Stores = Pick<Container, 'catalogue' | 'results' | 'sittings' | 'norms' | 'publishedKeys'>;
type NormOf = { campaign: string; language: Language };

/** A norm before it is computed: what it is made of, and where it will stand. */
export type NormOrder = {
  source: NormSource;
  place: Pick<NormVersion, 'campaign' | 'language' | 'number' | 'demo' | 'sample' | 'against'>;
};

/** Throws unless the campaign has enough valid sittings in the language; tells how many there are. */
export async function demandSample(
  stores: Pick<Stores, 'catalogue' | 'results'>,
  of: NormOf,
): Promise<{ campaign: CampaignRecord; sample: { submitted: number; valid: number } }> {
  const campaign = await stores.catalogue.campaign(of.campaign);
  if (campaign === null) throw new Problem('not-found');
  const counts = await stores.results.validByLanguage(campaign._id);
  const sample = counts.get(of.language) ?? { submitted: 0, valid: 0 };
  demandEnough(sample.valid);
  return { campaign, sample };
}

/** Reads the valid sittings of a campaign in a language, and the norm in force to compare with. */
export async function orderNorm(stores: Stores, of: NormOf, now: Date): Promise<NormOrder> {
  const { campaign, sample } = await demandSample(stores, of);
  const { language } = of;
  const shelved = await stores.publishedKeys.formFor(campaign, campaign.demo);
  const rows = await collectSittings(stores, campaign, shelved.instrument, language);
  const current = await stores.norms.inForce(campaign._id, language);
  // Until the campaign has a norm of its own, pupils are placed by the form's, where that applies to them.
  const shipped = shelved.normOf(shelved.planFor({ language, demo: campaign.demo }));
  const number = 1 + (await stores.norms.latestNumber(campaign._id, language));
  return {
    source: {
      instrument: shelved.instrument,
      table: shelved.propensityTable,
      header: headerOf(campaign, language, number, now),
      rows,
      // Of scales by another key nothing can be compared.
      current: current === null ? shipped : fitNorm(current.set, shelved.instrument, null).norm,
    },
    place: {
      campaign: campaign._id,
      language,
      number,
      demo: campaign.demo,
      sample: { ...sample, used: rows.values.length },
      against: current?._id ?? null,
    },
  };
}

/** Keeps a norm as a draft: nobody is placed by it yet. */
export async function keepDraft(
  stores: Pick<Stores, 'norms'>,
  place: NormOrder['place'],
  built: BuiltNorm,
  made: Pick<NormVersion, 'built' | 'study'>,
): Promise<NormVersion> {
  const version: NormVersion = {
    _id: normVersionId(built.set.id, place.number),
    ...place,
    state: 'draft',
    ...built,
    ...made,
    published: null,
    withdrawn: null,
    supersededAt: null,
  };
  await stores.norms.add(version);
  return version;
}

/** Builds a norm here and now: for a command line, where nobody else waits. */
export async function draftNorm(stores: Stores, of: NormOf, author: Author, now: Date): Promise<NormVersion> {
  const { source, place } = await orderNorm(stores, of, now);
  return keepDraft(stores, place, buildNorm(source), { built: { ...author, at: now } });
}

function headerOf(campaign: CampaignRecord, language: Language, number: number, now: Date) {
  const { demo } = campaign;
  return {
    id: normSetId(campaign._id, language),
    version: `${number}.0.0`,
    population: {
      id: demo ? 'demo-country' : schoolPopulation,
      language,
      ageFrom: 14,
      ageTo: 16,
      description: campaignPopulation(campaign, language),
      selfSelected: false,
      simulated: demo,
    },
    date: now.toISOString().slice(0, 10),
    provenance: `Built from valid sittings of campaign ${campaign._id}: nothing was flagged, one language was used.`,
    licence: 'Of the campaign’s operator; figures of groups only, no answers of persons.',
    provisional: demo,
  };
}

/** Puts a draft into force by a named decision; what was in force gives way and stays readable. */
export async function publishNorm(stores: Container, id: string, decision: NamedDecision): Promise<NormVersion> {
  const draft = await stores.norms.byId(id);
  if (draft === null) throw new Problem('not-found');
  demandPublishable(draft);
  const published = await stores.norms.publish(id, decision);
  if (published === null) throw new Problem('norm-decided');
  stores.publishedNorms.forget();
  return published;
}

/** Takes a norm out of force by a named decision: until another is published, pupils read their own answers again. */
export async function withdrawNorm(stores: Container, id: string, decision: NamedDecision): Promise<NormVersion> {
  const norm = await stores.norms.byId(id);
  if (norm === null) throw new Problem('not-found');
  demandWithdrawable(norm);
  const withdrawn = await stores.norms.withdraw(id, decision);
  if (withdrawn === null) throw new Problem('norm-decided');
  stores.publishedNorms.forget();
  return withdrawn;
}
