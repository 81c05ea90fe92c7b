import { type StudyHead, studyHead } from '../../contract/bench.schema.ts';
import { type PanelCampaignParams, panelCampaignParams } from '../../contract/panel.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { onCampaign, startStudy } from '../bench/start-study.ts';
import { demandScale } from './key-effect-order.ts';
import { panelOf } from './panels.ts';

export const askKeyEffect = endpoint({
  method: 'post',
  path: '/api/campaigns/:campaign/panels/:panel/effect',
  summary:
    'Ask what the panel’s key would move among up to a thousand of a campaign’s pupils: computed beside the service, changes nothing',
  permission: 'panel.write',
  scope: { of: 'campaign', param: 'campaign' },
  params: shape<PanelCampaignParams>(panelCampaignParams),
  reply: shape<StudyHead>(studyHead),
  audit: { action: 'study.ask', target: 'self' },
  async handle(stores, { params, actor, now }) {
    const [panel, campaign] = await Promise.all([
      panelOf(stores, params.panel),
      stores.catalogue.campaign(params.campaign),
    ]);
    if (campaign === null) throw new Problem('not-found');
    demandScale(stores, campaign, panel, await stores.panels.expertsOf(panel._id));
    return startStudy(stores, onCampaign(campaign, 'key-effect', { panel: panel._id }), { actor, now });
  },
});
