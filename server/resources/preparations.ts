import type { Container } from '../container.ts';
import {
  type Preparation,
  type PreparationRecords,
  type PreparedPupils,
  type PreparePupils,
  preparation,
  preparationRecords,
  preparedPupils,
  preparePupils,
} from '../contract/preparation.schema.ts';
import { type ClassParams, classParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { consentState } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { seedOf } from '../domain/seed.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { CampaignRecord } from '../store/catalogue.ts';
import type { PupilDocument } from '../store/pupils.ts';
import { sessionOf, sittingActor } from './pupil-sessions.ts';
import { toSitting } from './sittings.ts';

const ofClass = { of: 'class', param: 'class' } as const;

type Prepared = PreparedPupils['pupils'][number];

export const preparePupilsOf = endpoint({
  method: 'post',
  path: '/api/classes/:class/preparations',
  summary: 'What a computer needs to let these pupils sit without a network; who cannot yet is told with the reason',
  permission: 'class.write',
  scope: ofClass,
  params: shape<ClassParams>(classParams),
  body: shape<PreparePupils>(preparePupils),
  reply: shape<PreparedPupils>(preparedPupils),
  audit: { action: 'class.prepare', target: 'class' },
  async handle(stores, { params, body, now }) {
    const campaign = await campaignOf(stores, params.class, now);
    const pupils = new Map((await stores.pupils.ofClass(params.class)).map((pupil) => [pupil._id, pupil]));
    const made = await Promise.all(
      body.pupils.flatMap(({ pid, sitting }) => {
        const pupil = pupils.get(pid);
        // Of another class: not this request's to tell of.
        return pupil === undefined ? [] : [prepare(stores, pupil, campaign, sitting, now)];
      }),
    );
    return {
      pupils: made.flatMap((outcome) => ('session' in outcome ? [outcome] : [])),
      skipped: made.flatMap((outcome) => ('why' in outcome ? [outcome] : [])),
    };
  },
});

async function prepare(
  stores: Container,
  pupil: PupilDocument,
  campaign: CampaignRecord | null,
  wanted: string,
  now: Date,
): Promise<Prepared | PreparedPupils['skipped'][number]> {
  const pid = pupil._id;
  if (campaign === null) return { pid, why: 'campaign' };
  const events = await stores.consents.of(pid);
  if (consentState(events, 'assessment', 'guardian', now) !== 'given') return { pid, why: 'consent' };
  const round = (await stores.repeats.latest(pid, campaign._id))?.round ?? null;
  const existing = await stores.sittings.ofPupil(pid, campaign._id, round);
  if (existing?.state === 'submitted') return { pid, why: 'done' };
  const reservation = { pid, campaign: campaign._id, class: pupil.class };
  const times = { madeAt: now, expiresAt: campaign.closesAt };
  const reserved = existing?._id ?? (await stores.preparations.reserve({ _id: wanted, ...reservation, ...times }));
  const actor = sittingActor(pupil, campaign, existing, reserved, 'prepared');
  const session = await sessionOf(stores, actor, pupil, campaign, existing?.state ?? 'new', now);
  const [instrument = '', instrumentVersion = ''] = actor.instrument.split('@');
  const fresh = {
    id: reserved,
    state: 'new',
    instrument,
    instrumentVersion,
    language: pupil.language,
    seed: seedOf(reserved),
    openedAt: now.toISOString(),
    submittedAt: null,
    lastSeq: 0,
    answers: [],
  } as const;
  // The answers are the pupil's: they do not pass through this page.
  const sitting = existing === null ? { ...fresh, answers: [] } : { ...toSitting(existing), answers: [] };
  return { pid, session: { ...session, token: '' }, sitting };
}

export const keepPreparation = endpoint({
  method: 'put',
  path: '/api/classes/:class/preparations',
  summary: 'Keep what the other computers of the class are to be given, closed with the pupils’ codes',
  permission: 'class.write',
  scope: ofClass,
  params: shape<ClassParams>(classParams),
  body: shape<PreparationRecords>(preparationRecords),
  bodyLimit: 3_200_000,
  reply: null,
  audit: { action: 'class.prepare', target: 'class' },
  async handle(stores, { params, body, now }) {
    const records = new Map(body.records.map(({ sitting, record }) => [sitting, record]));
    await stores.preparations.keep(params.class, records, now);
    return new Reply(undefined, {});
  },
});

export const readPreparation = endpoint({
  method: 'get',
  path: '/api/classes/:class/preparations',
  summary: 'What a further computer of the class is given',
  permission: 'class.write',
  scope: ofClass,
  params: shape<ClassParams>(classParams),
  reply: shape<Preparation>(preparation),
  audit: { action: 'class.prepare', target: 'class' },
  async handle(stores, { params, now }) {
    const campaign = await campaignOf(stores, params.class, now);
    if (campaign === null) throw new Problem('campaign-not-open');
    const found = await stores.preparations.ofClass(params.class, now);
    const madeAt = Math.max(0, ...found.map((one) => one.madeAt.getTime()));
    return {
      instrument: campaign.instrument,
      instrumentVersion: campaign.instrumentVersion,
      languages: [...campaign.languages],
      madeAt: madeAt === 0 ? null : new Date(madeAt).toISOString(),
      records: found.map(({ sitting, record }) => ({ sitting, record })),
    };
  },
});

async function campaignOf(stores: Container, id: string, now: Date): Promise<CampaignRecord | null> {
  const schoolClass = await stores.catalogue.class(id);
  const school = schoolClass === null ? null : await stores.catalogue.school(schoolClass.school);
  if (school === null) throw new Problem('not-found');
  return stores.catalogue.openCampaign(school.region, school._id, now);
}
