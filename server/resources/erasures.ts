import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type ErasureDecision,
  type ErasureList,
  type ErasureParams,
  type ErasureRow,
  erasureDecision,
  erasureList,
  erasureParams,
  erasureRow,
  type OwnErasure,
  ownErasure,
} from '../contract/erasure.schema.ts';
import { shape } from '../contract/shape.ts';
import type { ErasureParty } from '../domain/erasure.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { ErasureDocument } from '../store/erasures.ts';
import { asGuardian, asPupil, asStaff } from './actors.ts';

const mostRows = 500;

const own = async (stores: Container, pid: string): Promise<Reply<OwnErasure>> => {
  const latest = await stores.erasures.latestOf(pid);
  const stands = latest !== null && latest.state !== 'taken-back' ? latest : null;
  const value = {
    state: stands?.state ?? null,
    by: stands?.by ?? null,
    askedAt: stands?.askedAt.toISOString() ?? null,
    decidedAt: stands?.decidedAt?.toISOString() ?? null,
    reason: stands?.reason ?? null,
  };
  return new Reply(value, { auditTarget: pid });
};

async function ask(stores: Container, pid: string, by: ErasureParty, now: Date): Promise<Reply<OwnErasure>> {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const nothing = { decidedAt: null, decidedBy: null, reason: null, doneAt: null, outcome: null };
  const request = { pid, school: pupil.school, by, cause: 'request', state: 'asked', askedAt: now } as const;
  await stores.erasures.ask({ _id: randomUUID(), ...request, ...nothing });
  return own(stores, pid);
}

async function takeBack(stores: Container, pid: string): Promise<Reply<OwnErasure>> {
  await stores.erasures.takeBack(pid);
  return own(stores, pid);
}

export const readOwnErasure = endpoint({
  method: 'get',
  path: '/api/pupil/erasure',
  summary: 'Whether the pupil or the guardian has asked that everything be erased, and where that stands',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: null,
  handle: (stores, { actor }) => own(stores, asPupil(actor).pid),
});

export const askErasure = endpoint({
  method: 'put',
  path: '/api/pupil/erasure',
  summary: 'A pupil asks that everything about them be erased; an operator confirms it',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: { action: 'erasure.ask', target: 'self' },
  handle: (stores, { actor, now }) => ask(stores, asPupil(actor).pid, 'pupil', now),
});

export const takeBackErasure = endpoint({
  method: 'delete',
  path: '/api/pupil/erasure',
  summary: 'Take the request back, while nobody has confirmed it',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: { action: 'erasure.take-back', target: 'self' },
  handle: (stores, { actor }) => takeBack(stores, asPupil(actor).pid),
});

export const readErasureAsGuardian = endpoint({
  method: 'get',
  path: '/api/guardian/erasure',
  summary: 'Whether someone has asked that everything about this child be erased, and where that stands',
  permission: 'guardian.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: null,
  handle: (stores, { actor }) => own(stores, asGuardian(actor).pid),
});

export const askErasureAsGuardian = endpoint({
  method: 'put',
  path: '/api/guardian/erasure',
  summary: 'A guardian asks that everything about the child be erased; an operator confirms it',
  permission: 'guardian.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: { action: 'erasure.ask', target: 'self' },
  handle: (stores, { actor, now }) => ask(stores, asGuardian(actor).pid, 'guardian', now),
});

export const takeBackErasureAsGuardian = endpoint({
  method: 'delete',
  path: '/api/guardian/erasure',
  summary: 'Take the request back, while nobody has confirmed it',
  permission: 'guardian.self',
  scope: 'none',
  reply: shape<OwnErasure>(ownErasure),
  audit: { action: 'erasure.take-back', target: 'self' },
  handle: (stores, { actor }) => takeBack(stores, asGuardian(actor).pid),
});

export const listErasures = endpoint({
  method: 'get',
  path: '/api/erasures',
  summary: 'Requests to be erased, and what was erased: by request, by the end of a period, after a restored backup',
  permission: 'erasure.decide',
  scope: 'none',
  reply: shape<ErasureList>(erasureList),
  audit: null,
  async handle(stores) {
    const found = await stores.erasures.page(mostRows);
    const names = await stores.staff.names([...new Set(found.flatMap(({ decidedBy }) => decidedBy ?? []))]);
    return { erasures: await Promise.all(found.map((one) => toRow(stores, one, names))) };
  },
});

export const decideErasure = endpoint({
  method: 'put',
  path: '/api/erasures/:erasure/decision',
  summary: 'Confirm a request, which erases at once and for good, or decline it with a reason the family reads',
  permission: 'erasure.decide',
  scope: 'none',
  params: shape<ErasureParams>(erasureParams),
  body: shape<ErasureDecision>(erasureDecision),
  reply: shape<ErasureRow>(erasureRow),
  audit: { action: 'erasure.decide', target: 'erasure' },
  async handle(stores, { params, body, actor, now }) {
    const staff = asStaff(actor).id;
    const request = await stores.erasures.byId(params.erasure);
    if (request === null) throw new Problem('not-found');
    if (body.decision === 'decline' && body.reason.trim() === '')
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/reason', detail: 'a reason' }] });
    const next = body.decision === 'confirm' ? 'erasing' : 'declined';
    const isFirst = await stores.erasures.decide(request._id, next, staff, body.reason.trim() || null, now);
    if (!isFirst && request.state !== 'erasing') throw new Problem('already-there');
    if (body.decision === 'confirm') await stores.finishErasures(now);
    const decided = await stores.erasures.byId(params.erasure);
    return toRow(stores, decided ?? request, await stores.staff.names([staff]));
  },
});

async function toRow(
  stores: Container,
  { _id, state, cause, by, askedAt, decidedAt, decidedBy, reason, doneAt, school, outcome }: ErasureDocument,
  names: ReadonlyMap<string, string>,
): Promise<ErasureRow> {
  const found = school === null ? null : await stores.catalogue.school(school);
  return {
    id: _id,
    state,
    cause,
    by,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? decidedBy),
    reason,
    doneAt: doneAt?.toISOString() ?? null,
    school: found?.names ?? null,
    outcome,
  };
}
