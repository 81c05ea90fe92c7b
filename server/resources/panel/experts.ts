import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  type ExpertLink,
  expertLink,
  type NewExpert,
  newExpert,
  type PanelExpertParams,
  type PanelParams,
  panelExpertParams,
  panelParams,
} from '../../contract/panel.schema.ts';
import { empty } from '../../contract/primitives.schema.ts';
import { shape } from '../../contract/shape.ts';
import { linkMs, noRatings, roundOf } from '../../domain/panel/panel.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { panelOf } from './panels.ts';

/** Only the hash of a link is kept. */
export const linkHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const newLink = (now: Date) => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, link: linkHash(secret), linkUntil: new Date(now.getTime() + linkMs) };
};

export const inviteExpert = endpoint({
  method: 'post',
  path: '/api/panels/:panel/experts',
  summary: 'Invite an expert while the first round is open; the answer holds the link to their page, shown once',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelParams>(panelParams),
  body: shape<NewExpert>(newExpert),
  reply: shape<ExpertLink>(expertLink),
  audit: { action: 'panel.invite', target: 'panel' },
  async handle(stores, { params, body, now }) {
    const panel = await panelOf(stores, params.panel);
    if (panel.state !== 'first') throw new Problem('panel-round-over');
    const { secret, ...link } = newLink(now);
    const expert = { _id: randomUUID(), panel: panel._id, ...body, name: body.name.trim(), demo: panel.demo };
    await stores.panels.invite({ ...expert, ...link, invitedAt: now, first: noRatings(), second: null });
    return { expert: expert._id, secret, until: link.linkUntil.toISOString() };
  },
});

export const renewExpertLink = endpoint({
  method: 'post',
  path: '/api/panels/:panel/experts/:expert/link',
  summary: 'A new link for an expert; the old one, and whoever is signed in by it, stops',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelExpertParams>(panelExpertParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<ExpertLink>(expertLink),
  audit: { action: 'panel.invite', target: 'panel' },
  async handle(stores, { params, now }) {
    const { secret, link, linkUntil } = newLink(now);
    const renewed = await stores.panels.renewLink(params.panel, params.expert, link, linkUntil);
    if (renewed === null) throw new Problem('not-found');
    return { expert: renewed._id, secret, until: linkUntil.toISOString() };
  },
});

export const removeExpert = endpoint({
  method: 'delete',
  path: '/api/panels/:panel/experts/:expert',
  summary: 'Take an invitation back while a round is open; what the expert rated goes too',
  permission: 'panel.write',
  scope: 'none',
  params: shape<PanelExpertParams>(panelExpertParams),
  reply: null,
  audit: { action: 'panel.uninvite', target: 'panel' },
  async handle(stores, { params }) {
    if (roundOf(await panelOf(stores, params.panel)) === null) throw new Problem('panel-decided');
    if ((await stores.panels.removeExpert(params.panel, params.expert)) === null) throw new Problem('not-found');
    return new Reply(undefined, {});
  },
});
