import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type ClassList,
  type ClassParams,
  type CreatedPupil,
  classList,
  classParams,
  createdPupil,
  type NewPupil,
  newPupil,
  type PupilList,
  type PupilRow,
  pupilList,
  type SchoolParams,
  schoolParams,
} from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { type ConsentEvent, consentState, isOpen } from '../domain/consent.ts';
import { iinProblem } from '../domain/iin.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { CampaignRecord, School } from '../store/catalogue.ts';
import type { PupilDocument } from '../store/pupils.ts';
import type { SittingDocument } from '../store/sitting-document.ts';

export const schoolClasses = endpoint({
  method: 'get',
  path: '/api/schools/:school/classes',
  summary: 'The classes of a school and how far each one is',
  permission: 'school.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  reply: shape<ClassList>(classList),
  audit: null,
  async handle(stores, { params, now }) {
    const school = await existing(stores.catalogue.school(params.school));
    const [classes, pupils, campaign] = await Promise.all([
      stores.catalogue.classesOf(school._id),
      stores.pupils.ofSchool(school._id),
      stores.catalogue.openCampaign(school.region, school._id, now),
    ]);
    const standing = await standingOf(stores, pupils, campaign);
    return {
      school: { id: school._id, name: school.names, locality: school.locality },
      demo: school.demo,
      campaign:
        campaign === null
          ? null
          : { id: campaign._id, title: campaign.title, closesAt: campaign.closesAt.toISOString() },
      classes: classes.map(({ _id, name, language }) => {
        const own = pupils.filter((pupil) => pupil.class === _id);
        const sittings = own.flatMap(({ _id: pid }) => standing.sittings.get(pid) ?? []);
        return {
          id: _id,
          name,
          language,
          pupils: own.length,
          consented: own.filter(({ _id: pid }) => isOpen(standing.consents.get(pid) ?? [], 'assessment', now)).length,
          started: sittings.length,
          submitted: sittings.filter(({ state }) => state === 'submitted').length,
        };
      }),
    };
  },
});

export const classPupils = endpoint({
  method: 'get',
  path: '/api/classes/:class/pupils',
  summary: 'The pupils of a class by name: consent and progress',
  permission: 'class.read',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  reply: shape<PupilList>(pupilList),
  audit: { action: 'class.read', target: 'class' },
  async handle(stores, { params, now }) {
    const { schoolClass, school } = await classAndSchool(stores, params.class);
    const [pupils, campaign] = await Promise.all([
      stores.pupils.ofClass(schoolClass._id),
      stores.catalogue.openCampaign(school.region, school._id, now),
    ]);
    const [standing, identities] = await Promise.all([
      standingOf(stores, pupils, campaign),
      stores.identities.ofMany(pupils.map(({ _id }) => _id)),
    ]);
    const of =
      campaign === null
        ? 0
        : stores.instruments.version(campaign.instrument, campaign.instrumentVersion).answerDomain.size;
    const rows = pupils.map(({ _id: pid, language, talkAskedAt }): PupilRow => {
      const identity = identities.get(pid);
      const sitting = standing.sittings.get(pid);
      const events = standing.consents.get(pid) ?? [];
      return {
        pid,
        name: identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`,
        language,
        guardian: consentState(events, 'assessment', 'guardian', now),
        pupil: consentState(events, 'assessment', 'pupil', now),
        sitting: sitting?.state ?? 'new',
        answered: Object.values(sitting?.answers ?? {}).filter(({ value }) => value !== null).length,
        of,
        submittedAt: sitting?.submittedAt?.toISOString() ?? null,
        ...(talkAskedAt === undefined ? {} : { talkAskedAt: talkAskedAt.toISOString() }),
      };
    });
    return {
      class: { id: schoolClass._id, name: schoolClass.name, language: schoolClass.language, school: school.names },
      demo: school.demo,
      pupils: rows.sort((a, b) => a.name.localeCompare(b.name, 'kk')),
    };
  },
});

export const addPupil = endpoint({
  method: 'post',
  path: '/api/classes/:class/pupils',
  summary: 'Add a pupil to a class',
  permission: 'class.write',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  body: shape<NewPupil>(newPupil),
  reply: shape<CreatedPupil>(createdPupil),
  audit: { action: 'pupil.add', target: 'class' },
  async handle(stores, { params, body, now }) {
    const wrong = body.iin === undefined ? null : iinProblem(body.iin, body.birthDate);
    if (wrong !== null) throw new Problem('input-invalid', { errors: [{ pointer: '/body/iin', detail: wrong }] });
    const { schoolClass, school } = await classAndSchool(stores, params.class);
    const pid = randomUUID();
    const { familyName, givenName, birthDate, iin = null } = body;
    await stores.identities.add([{ pid, identity: { familyName, givenName, birthDate, iin } }], now);
    await stores.pupils.add([
      {
        _id: pid,
        class: schoolClass._id,
        school: school._id,
        district: school.district,
        region: school.region,
        locality: school.locality,
        language: body.language,
        sex: body.sex,
        demo: school.demo,
        createdAt: now,
      },
    ]);
    return new Reply({ pid }, { auditTarget: pid });
  },
});

type PupilStanding = { consents: Map<string, ConsentEvent[]>; sittings: Map<string, SittingDocument> };

async function standingOf(
  stores: Container,
  pupils: readonly PupilDocument[],
  campaign: CampaignRecord | null,
): Promise<PupilStanding> {
  const pids = pupils.map(({ _id }) => _id);
  const [consents, sittings] = await Promise.all([
    stores.consents.ofMany(pids),
    campaign === null ? [] : stores.sittings.ofCampaignPupils(campaign._id, pids),
  ]);
  return { consents, sittings: new Map(sittings.map((sitting) => [sitting.pid, sitting])) };
}

export async function classAndSchool(stores: Container, id: string) {
  const schoolClass = await existing(stores.catalogue.class(id));
  const school: School = await existing(stores.catalogue.school(schoolClass.school));
  return { schoolClass, school };
}

async function existing<T>(found: Promise<T | null>): Promise<T> {
  const value = await found;
  if (value === null) throw new Problem('not-found');
  return value;
}
