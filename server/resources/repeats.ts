import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import { empty } from '../contract/primitives.schema.ts';
import { type RepeatOffer, type RepeatStanding, repeatOffer, repeatStanding } from '../contract/repeat.schema.ts';
import { type PupilParams, pupilParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { isOpen } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { repeatReasons, retestMs } from '../domain/repeat.ts';
import { endpoint } from '../http/endpoint.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { asStaff } from './actors.ts';
import { resultOf } from './make-result.ts';
import { shownSitting } from './report-source.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;

export const offerRepeat = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/repeats',
  summary: 'Offer a second sitting in the campaign; the first is kept, and the pupil’s code opens the new one',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<RepeatOffer>(repeatOffer),
  reply: shape<RepeatStanding>(repeatStanding),
  audit: { action: 'repeat.offer', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    const sittings = await stores.sittings.allOfPupil(params.pupil);
    const sitting = shownSitting(sittings);
    const { state, reasons } = await repeatOf(stores, sittings, now);
    if (!isOpen(await stores.consents.of(params.pupil), 'assessment', now)) throw new Problem('consent-missing');
    if (sitting === null || state !== 'possible' || !reasons.includes(body.reason)) throw new Problem('repeat-not-due');
    const { campaign } = sitting;
    const round = ((await stores.repeats.latest(params.pupil, campaign))?.round ?? 1) + 1;
    const { id: offeredBy } = asStaff(actor);
    const offer = { _id: randomUUID(), pid: params.pupil, campaign, round, reason: body.reason, offeredBy };
    await stores.repeats.add({ ...offer, offeredAt: now });
    return repeatOf(stores, sittings, now);
  },
});

export const takeRepeatBack = endpoint({
  method: 'delete',
  path: '/api/pupils/:pupil/repeats',
  summary: 'Take back the offer of a second sitting that the pupil has not begun',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<RepeatStanding>(repeatStanding),
  audit: { action: 'repeat.take-back', target: 'pupil' },
  async handle(stores, { params, now }) {
    const sittings = await stores.sittings.allOfPupil(params.pupil);
    const campaign = shownSitting(sittings)?.campaign ?? '';
    const offer = await stores.repeats.latest(params.pupil, campaign);
    if (offer === null || sittings.some((sitting) => sitting.campaign === campaign && sitting.round === offer.round)) {
      throw new Problem('repeat-not-due');
    }
    await stores.repeats.remove(offer._id);
    return repeatOf(stores, sittings, now);
  },
});

/** Where a repeat of the newest result stands. */
export async function repeatOf(
  stores: Container,
  sittings: readonly SittingDocument[],
  now: Date,
): Promise<RepeatStanding> {
  const none: RepeatStanding = { state: 'none', reasons: [], from: null };
  const sitting = shownSitting(sittings);
  if (sitting === null || sitting.state !== 'submitted') return none;
  const offer = await stores.repeats.latest(sitting.pid, sitting.campaign);
  if (offer !== null) {
    const taken = sittings.find(({ campaign, round }) => campaign === offer.campaign && round === offer.round);
    const from = offer.offeredAt.toISOString();
    if (taken === undefined) return { state: 'offered', reasons: [offer.reason], from };
    if (taken.state === 'open') return { state: 'begun', reasons: [offer.reason], from };
  }
  const [campaign, result] = await Promise.all([
    stores.catalogue.campaign(sitting.campaign),
    resultOf(stores, sitting, now),
  ]);
  if (result === null || campaign === null || campaign.opensAt > now || campaign.closesAt <= now) return none;
  const reasons = repeatReasons(result, now);
  if (reasons.length > 0) return { state: 'possible', reasons, from: null };
  return { state: 'too-soon', reasons: [], from: new Date(result.submittedAt.getTime() + retestMs).toISOString() };
}
