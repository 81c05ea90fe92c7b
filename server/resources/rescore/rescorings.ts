import type { Container } from '../../container.ts';
import { type StudyHead, studyHead } from '../../contract/bench.schema.ts';
import { type CampaignParams, campaignParams } from '../../contract/campaign.schema.ts';
import {
  type RescoringList,
  type RescoringOrder,
  type RescoringWire,
  rescoring,
  rescoringList,
  rescoringOrder,
} from '../../contract/rescoring.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { RescoringDocument } from '../../store/rescorings.ts';
import { onCampaign, startStudy } from '../bench/start-study.ts';
import { toStudyHead } from '../bench/study-wire.ts';
import { authorOf } from '../named-decision.ts';
import { carryOut, openRun } from './rescore.ts';

const ofCampaign = { of: 'campaign', param: 'campaign' } as const;
export const askRescorePreview = endpoint({
  method: 'post',
  path: '/api/campaigns/:campaign/rescorings/preview',
  summary:
    'Ask what rescoring would change and why, from up to 4,000 of the campaign’s results: computed beside the service, changes nothing',
  permission: 'norm.write',
  scope: ofCampaign,
  params: shape<CampaignParams>(campaignParams),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'study.ask', target: 'self' },
  handle: async (stores, { params, actor, now }) =>
    startStudy(stores, onCampaign(await campaignOf(stores, params.campaign), 'rescore-preview'), { actor, now }),
});

export const orderRescoring = endpoint({
  method: 'post',
  path: '/api/campaigns/:campaign/rescorings',
  summary:
    'Recompute the campaign’s results with today’s norms, keys and weights, or go on with a run that was cut short',
  permission: 'norm.write',
  scope: ofCampaign,
  params: shape<CampaignParams>(campaignParams),
  body: shape<RescoringOrder>(rescoringOrder),
  reply: shape<RescoringWire>(rescoring),
  audit: { action: 'campaign.rescore', target: 'campaign' },
  async handle(stores, { params, body, actor }) {
    const campaign = await campaignOf(stores, params.campaign);
    const run = await openRun(stores, campaign._id, { by: await authorOf(stores, actor), reason: body.reason });
    // It goes on after the reply. Whatever stops it, the run stays open, and the next order goes on with it.
    carryOut(stores, run).catch(() => undefined);
    return toRescoring(run);
  },
});

export const listRescorings = endpoint({
  method: 'get',
  path: '/api/campaigns/:campaign/rescorings',
  summary: 'The campaign’s rescorings, newest first: how far they are, what changed and why',
  permission: 'norm.read',
  scope: ofCampaign,
  params: shape<CampaignParams>(campaignParams),
  reply: shape<RescoringList>(rescoringList),
  audit: null,
  handle: async (stores, { params }) => ({
    rescorings: (await stores.rescorings.ofCampaign(params.campaign)).map(toRescoring),
    previews: (await stores.studies.ofCampaign('rescore-preview', params.campaign, 10)).map(toStudyHead),
  }),
});

async function campaignOf(stores: Container, id: string): Promise<CampaignRecord> {
  const campaign = await stores.catalogue.campaign(id);
  if (campaign === null) throw new Problem('not-found');
  return campaign;
}

const toRescoring = (run: RescoringDocument): RescoringWire => ({
  id: run._id,
  campaign: run.campaign,
  state: run.state,
  by: run.by.name,
  reason: run.reason,
  startedAt: run.startedAt.toISOString(),
  touchedAt: run.touchedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  looked: run.looked,
  skipped: run.skipped,
  summary: run.summary,
});
