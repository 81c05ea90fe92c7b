import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type NewPanel,
  newPanel,
  type PanelDetail,
  type PanelHead,
  type PanelList,
  type PanelParams,
  type PanelReason,
  panelDetail,
  panelHead,
  panelList,
  panelParams,
  panelReason,
} from '../../contract/panel.schema.ts';
import { empty } from '../../contract/primitives.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { Language } from '../../domain/language.ts';
import { publishableKey } from '../../domain/panel/judge-panel.ts';
import type { Panel } from '../../domain/panel/panel.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { toStudyHead } from '../bench/study-wire.ts';
import { authorOf, decisionOf } from '../named-decision.ts';
import { toPanelDetail, toPanelHead } from './panel-wire.ts';

export const listPanels = endpoint({
  method: 'get',
  path: '/api/panels',
  summary: 'Every panel of experts, newest first, with who decided what about its key',
  permission: 'panel.read',
  scope: 'none',
  reply: shape<PanelList>(panelList),
  audit: null,
  handle: async (stores, { language }) => ({
    panels: (await stores.panels.list(200)).map(toPanelHead),
    instruments: stores.instruments
      .ids()
      .filter((id) => stores.instruments.current(id).instrument.kind === 'situational-judgement')
      .map((id) => ({ id, name: stores.instruments.current(id).text(language).title })),
  }),
});

export const openPanel = endpoint({
  method: 'post',
  path: '/api/panels',
  summary: 'Open a panel for the key of an instrument’s situations: experts can be invited and rate its first round',
  permission: 'panel.write',
  scope: 'none',
  body: shape<NewPanel>(newPanel),
  reply: shape<PanelHead>(panelHead),
  audit: { action: 'panel.open', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const draft = draftPanel(stores, body.instrument);
    const opened = { ...(await authorOf(stores, actor)), at: now };
    // What somebody of the demo tries out stays in the demo, its key too.
    const demo = (await stores.staff.byId(opened.by))?.demo ?? false;
    const panel = await stores.panels.open({
      ...draft,
      _id: randomUUID(),
      title: body.title.trim(),
      opened,
      demo,
    });
    return new Reply(toPanelHead(panel), { auditTarget: panel._id });
  },
});

/** What of a panel follows from its instrument. Throws where there is nothing for experts to rate. */
export function draftPanel(
  stores: Pick<Container, 'instruments'>,
  id: string,
): Omit<Panel, '_id' | 'number' | 'title' | 'opened' | 'demo'> {
  const { instrument } = stores.instruments.current(id);
  const key = Object.keys(instrument.keys ?? {})[0];
  const options = instrument.items.flatMap(({ id: item, situation }) =>
    situation === undefined ? [] : [{ item, situation }],
  );
  const format = instrument.items.find(({ situation }) => situation !== undefined)?.format ?? '';
  const points = instrument.formats[format]?.points;
  if (instrument.kind !== 'situational-judgement' || key === undefined || points === undefined) {
    throw new Problem('panel-nothing-to-rate');
  }
  return {
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    key,
    points: [...points],
    options,
    state: 'first',
    secondAt: null,
    closedAt: null,
    published: null,
    withdrawn: null,
    supersededAt: null,
    keyed: null,
  };
}

export const readPanel = endpoint({
  method: 'get',
  path: '/api/panels/:panel',
  summary: 'A panel whole: how far its experts are, the key and the cut that came of each round, how well they agree',
  permission: 'panel.read',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  reply: shape<PanelDetail>(panelDetail),
  audit: null,
  handle: async (stores, { params, language }) => detailOf(stores, await panelOf(stores, params.panel), language),
});

export const openSecondRound = endpoint({
  method: 'put',
  path: '/api/panels/:panel/second-round',
  summary:
    'Close the first round: those who finished it see the group’s median beside their own rating and may think again',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<PanelHead>(panelHead),
  audit: { action: 'panel.second-round', target: 'panel' },
  async handle(stores, { params, now }) {
    const experts = await stores.panels.expertsOf(params.panel);
    await panelOf(stores, params.panel);
    if (!experts.some(({ first }) => first.doneAt !== null)) throw new Problem('panel-too-early');
    return decided(await stores.panels.openSecond(params.panel, now));
  },
});

export const closePanel = endpoint({
  method: 'put',
  path: '/api/panels/:panel/closing',
  summary: 'Close the second round: nothing can be rated any more, and the key waits for a decision',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<PanelHead>(panelHead),
  audit: { action: 'panel.close', target: 'panel' },
  async handle(stores, { params, now }) {
    await panelOf(stores, params.panel);
    return decided(await stores.panels.close(params.panel, now));
  },
});

export const publishKey = endpoint({
  method: 'put',
  path: '/api/panels/:panel/publication',
  summary:
    'Put the panel’s key into force in one’s own name: at least ten experts, ICC(2,k) ≥ .80; results change by rescoring',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  body: shape<PanelReason>(panelReason),
  reply: shape<PanelHead>(panelHead),
  audit: { action: 'panel.publish', target: 'panel' },
  async handle(stores, { params, body, actor, now }) {
    const panel = await panelOf(stores, params.panel);
    const key = publishableKey(panel, await stores.panels.expertsOf(panel._id));
    const decision = await decisionOf(stores, actor, body.reason, now);
    const published = decided(await stores.panels.publish(panel._id, key, decision));
    stores.publishedKeys.forget();
    return published;
  },
});

export const withdrawKey = endpoint({
  method: 'put',
  path: '/api/panels/:panel/withdrawal',
  summary: 'Take a panel’s key out of force in one’s own name: the form’s own key counts again, with weight 0',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  body: shape<PanelReason>(panelReason),
  reply: shape<PanelHead>(panelHead),
  audit: { action: 'panel.withdraw', target: 'panel' },
  async handle(stores, { params, body, actor, now }) {
    await panelOf(stores, params.panel);
    const decision = await decisionOf(stores, actor, body.reason, now);
    const withdrawn = decided(await stores.panels.withdraw(params.panel, decision));
    stores.publishedKeys.forget();
    return withdrawn;
  },
});

export async function panelOf(stores: Container, id: string): Promise<Panel> {
  const panel = await stores.panels.byId(id);
  if (panel === null) throw new Problem('not-found');
  return panel;
}

function decided(panel: Panel | null): PanelHead {
  if (panel === null) throw new Problem('panel-decided');
  return toPanelHead(panel);
}

async function detailOf(stores: Container, panel: Panel, language: Language): Promise<PanelDetail> {
  const [experts, campaigns, effects] = await Promise.all([
    stores.panels.expertsOf(panel._id),
    stores.catalogue.campaigns({}),
    stores.studies.effectsOf(panel._id, 20),
  ]);
  const shelved = stores.instruments.version(panel.instrument, panel.instrumentVersion);
  const asks = (id: string): boolean =>
    id === panel.instrument ||
    (stores.instruments.ids().includes(id) &&
      Object.hasOwn(stores.instruments.current(id).instrument.keys ?? {}, `${panel.instrument}-${panel.key}`));
  return toPanelDetail(panel, {
    experts,
    campaigns: campaigns
      .filter(({ instrument, demo }) => asks(instrument) && (demo || !panel.demo))
      .slice(0, 100)
      .map(({ _id, title }) => ({ id: _id, title: title[language] })),
    effects: effects.map(toStudyHead),
    text: shelved.text(language),
    instrument: shelved.instrument,
  });
}
