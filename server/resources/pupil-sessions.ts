import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import { type PupilSession, type PupilSignIn, pupilSession, pupilSignIn } from '../contract/session.schema.ts';
import { shape } from '../contract/shape.ts';
import { foldCode } from '../domain/access-code.ts';
import type { SittingActor } from '../domain/actor.ts';
import { consentState } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { PupilDocument } from '../store/pupils.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { asPupil } from './actors.ts';

const sessionMs = 90 * 60_000;
/** An answer given offline may arrive this long after the campaign closed. */
const uploadGraceMs = 180 * 86_400_000;

export const enter = endpoint({
  method: 'post',
  path: '/api/pupil-sessions',
  summary: 'A pupil enters with the code of the card; the device says which id a new sitting would get',
  permission: 'anyone',
  scope: 'none',
  body: shape<PupilSignIn>(pupilSignIn),
  bodyLimit: 1024,
  reply: shape<PupilSession>(pupilSession),
  audit: null,
  async handle(stores, { body, now }) {
    const found = await findCode(stores, 'pupil', body.code, now);
    const pupil = await stores.pupils.byId(found.pid);
    if (pupil === null) throw new Problem('code-unknown');
    const campaign = await campaignOf(stores, pupil, now);
    const round = (await stores.repeats.latest(pupil._id, campaign._id))?.round ?? null;
    const existing = await stores.sittings.ofPupil(pupil._id, campaign._id, round);
    // A device that remembers the first sitting offers its id again: a repeat gets one of its own.
    const isTaken = existing === null && round !== null && (await stores.sittings.byId(body.sitting)) !== null;
    const prepared = round === null ? await stores.preparations.sittingOf(pupil._id, campaign._id) : null;
    const reserved = existing?._id ?? prepared ?? (isTaken ? randomUUID() : body.sitting);
    const actor = sittingActor(pupil, campaign, existing, reserved, found.generation);
    stores.live.heard(pupil._id, existing?.lastSeq ?? 0);
    const session = await sessionOf(stores, actor, pupil, campaign, existing?.state ?? 'new', now);
    return round === null ? session : { ...session, sitting: { ...session.sitting, isRepeat: true } };
  },
});

export const finishHere = endpoint({
  method: 'delete',
  path: '/api/pupil-sessions/current',
  summary: 'Finish on this computer: every session of this code ends, the code itself stays good',
  permission: 'pupil.self',
  scope: 'none',
  reply: null,
  audit: null,
  async handle(stores, { actor, requestId }) {
    await stores.codes.renew(asPupil(actor).pid, 'pupil', requestId);
    return new Reply(undefined, {});
  },
});

/** The stored code, or the same answer and the same time whether it is mistyped, unknown or of another kind. */
export async function findCode(stores: Container, kind: 'pupil' | 'guardian', typed: string, now: Date) {
  const found = await stores.codes.find(kind, foldCode(typed) ?? 'no such code');
  if (found === null) {
    stores.wrongCode(now);
    throw new Problem('code-unknown');
  }
  if (found.expiresAt <= now) throw new Problem('code-expired');
  return found;
}

/** The campaign the pupil sits in: the open one of the region; after it closed, the one they sat in last. */
async function campaignOf(stores: Container, pupil: PupilDocument, now: Date): Promise<CampaignRecord> {
  const open = await stores.catalogue.openCampaign(pupil.region, pupil.school, now);
  if (open !== null) return open;
  const last = await stores.sittings.latestOfPupil(pupil._id);
  const closed = last === null ? null : await stores.catalogue.campaign(last.campaign);
  if (closed === null) throw new Problem('campaign-not-open');
  return closed;
}

/** Who sits, as the tokens say it; a sitting that has begun keeps its own version of the instrument. */
export const sittingActor = (
  { _id: pid, school, region }: PupilDocument,
  campaign: CampaignRecord,
  existing: SittingDocument | null,
  sitting: string,
  code: string,
): SittingActor => ({
  pid,
  sitting,
  campaign: campaign._id,
  school,
  region,
  instrument: `${existing?.instrument ?? campaign.instrument}@${existing?.instrumentVersion ?? campaign.instrumentVersion}`,
  code,
  closesAt: campaign.closesAt.getTime(),
});

/** What a device is told about a pupil and their sitting. */
export async function sessionOf(
  stores: Container,
  actor: SittingActor,
  pupil: PupilDocument,
  campaign: CampaignRecord,
  state: PupilSession['sitting']['state'],
  now: Date,
): Promise<PupilSession> {
  const [identity, events, { publicKey }] = await Promise.all([
    stores.identities.of(pupil._id),
    stores.consents.of(pupil._id),
    stores.campaignKeys.of(campaign._id, now),
  ]);
  const expiresAt = new Date(now.getTime() + sessionMs);
  const [instrument = '', instrumentVersion = ''] = actor.instrument.split('@');
  return {
    token: stores.tokens.forPupil(actor, expiresAt),
    expiresAt: expiresAt.toISOString(),
    uploadToken: stores.tokens.forUpload(actor, new Date(campaign.closesAt.getTime() + uploadGraceMs)),
    uploadKey: publicKey,
    pupil: { firstName: identity?.givenName ?? '', language: pupil.language },
    campaign: {
      id: campaign._id,
      title: campaign.title,
      instrument,
      instrumentVersion,
      languages: [...campaign.languages],
      closesAt: campaign.closesAt.toISOString(),
      demo: campaign.demo,
    },
    consent: {
      guardian: consentState(events, 'assessment', 'guardian', now),
      pupil: consentState(events, 'assessment', 'pupil', now),
    },
    sitting: { id: actor.sitting, state },
    serverTime: now.toISOString(),
  };
}
