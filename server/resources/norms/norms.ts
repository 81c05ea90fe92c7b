import type { Container } from '../../container.ts';
import { type StudyHead, studyHead } from '../../contract/bench.schema.ts';
import { type CampaignParams, campaignParams } from '../../contract/campaign.schema.ts';
import {
  type CampaignNorms,
  campaignNorms,
  type NewNorm,
  type NormDetail,
  type NormHeadWire,
  type NormList,
  type NormParams,
  type NormReason,
  newNorm,
  normDetail,
  normHead,
  normList,
  normParams,
  normReason,
} from '../../contract/norm.schema.ts';
import { shape } from '../../contract/shape.ts';
import { languages, type Words } from '../../domain/language.ts';
import { leastSittings } from '../../domain/norm/norm-version.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { onCampaign, startStudy } from '../bench/start-study.ts';
import { toStudyHead } from '../bench/study-wire.ts';
import { decisionOf } from '../named-decision.ts';
import { demandSample, publishNorm, withdrawNorm } from './norm-desk.ts';
import { toDetail, toHead } from './norm-wire.ts';

export const listNorms = endpoint({
  method: 'get',
  path: '/api/norms',
  summary: 'Every norm that was built from a campaign, newest first, with who decided what about it',
  permission: 'norm.read',
  scope: 'none',
  reply: shape<NormList>(normList),
  audit: null,
  handle: async (stores) => ({ norms: (await stores.norms.all(200)).map(toHead) }),
});

export const readCampaignNorms = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/norms',
  summary: 'Which languages of a campaign have the 400 valid sittings of a norm, and which norms are in force',
  permission: 'norm.read',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<CampaignParams>(campaignParams),
  reply: shape<CampaignNorms>(campaignNorms),
  audit: null,
  async handle(stores, { params }) {
    const campaign = await stores.catalogue.campaign(params.campaign);
    if (campaign === null) throw new Problem('not-found');
    const [counts, norms, builds] = await Promise.all([
      stores.results.validByLanguage(campaign._id),
      stores.norms.ofCampaign(campaign._id),
      stores.studies.ofCampaign('norm', campaign._id, 10),
    ]);
    return {
      campaign: campaign._id,
      title: campaign.title,
      instrument: campaign.instrument,
      required: leastSittings,
      scales: [...namesOf(stores, campaign.instrument)].map(([id, names]) => ({ id, names })),
      languages: languages
        .filter((language) => counts.has(language) || campaign.languages.includes(language))
        .map((language) => {
          const { submitted, valid } = counts.get(language) ?? { submitted: 0, valid: 0 };
          const inForce = norms.find((norm) => norm.language === language && norm.state === 'published');
          return { language, submitted, valid, enough: valid >= leastSittings, inForce: inForce?._id ?? null };
        }),
      builds: builds.map(toStudyHead),
      norms: norms.slice(0, 200).map(toHead),
    };
  },
});

export const buildNormDraft = endpoint({
  method: 'post',
  path: '/api/norms',
  summary:
    'Ask for a norm from a campaign’s valid sittings in a language: built beside the service, kept as a draft, compared with the one in force',
  permission: 'norm.write',
  scope: 'none',
  body: shape<NewNorm>(newNorm),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'norm.build', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const { campaign } = await demandSample(stores, body);
    const { instrument } = await stores.publishedKeys.formFor(campaign, campaign.demo);
    const form = { ...campaign, instrument: instrument.id, instrumentVersion: instrument.version };
    return startStudy(stores, onCampaign(form, 'norm', { language: body.language }), { actor, now });
  },
});

export const readNorm = endpoint({
  method: 'get',
  path: '/api/norms/:norm',
  summary: 'A norm whole: its tables, its sample, the comparison with what was in force, who decided',
  permission: 'norm.read',
  scope: 'none',
  params: shape<NormParams>(normParams),
  reply: shape<NormDetail>(normDetail),
  audit: null,
  async handle(stores, { params }) {
    const norm = await stores.norms.byId(params.norm);
    if (norm === null) throw new Problem('not-found');
    return toDetail(norm, namesOf(stores, norm.set.instrument));
  },
});

export const putPublication = endpoint({
  method: 'put',
  path: '/api/norms/:norm/publication',
  summary: 'Put a built norm into force by a decision in one’s own name; stored results change only by rescoring',
  permission: 'norm.write',
  scope: 'none',
  params: shape<NormParams>(normParams),
  body: shape<NormReason>(normReason),
  reply: shape<NormHeadWire>(normHead),
  audit: { action: 'norm.publish', target: 'norm' },
  handle: async (stores, { params, body, actor, now }) =>
    toHead(await publishNorm(stores, params.norm, await decisionOf(stores, actor, body.reason, now))),
});

export const putWithdrawal = endpoint({
  method: 'put',
  path: '/api/norms/:norm/withdrawal',
  summary: 'Take a norm out of force by a decision in one’s own name',
  permission: 'norm.write',
  scope: 'none',
  params: shape<NormParams>(normParams),
  body: shape<NormReason>(normReason),
  reply: shape<NormHeadWire>(normHead),
  audit: { action: 'norm.withdraw', target: 'norm' },
  handle: async (stores, { params, body, actor, now }) =>
    toHead(await withdrawNorm(stores, params.norm, await decisionOf(stores, actor, body.reason, now))),
});

/** Names of the scales as the form's texts have them; of a form that is no longer here, none. */
function namesOf(stores: Container, form: string): ReadonlyMap<string, Words> {
  if (!stores.instruments.ids().includes(form)) return new Map();
  const shelved = stores.instruments.current(form);
  const texts = { kk: shelved.text('kk'), ru: shelved.text('ru'), en: shelved.text('en') };
  const name = (scale: string): Words => ({
    kk: texts.kk.scales[scale]?.name ?? scale,
    ru: texts.ru.scales[scale]?.name ?? scale,
    en: texts.en.scales[scale]?.name ?? scale,
  });
  return new Map(shelved.instrument.scales.map(({ id }) => [id, name(id)]));
}
