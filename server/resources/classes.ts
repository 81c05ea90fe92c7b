import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import { type SchoolPupilsQuery, schoolPupilsQuery } from '../contract/roll.schema.ts';
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
  pupilList,
  type SchoolParams,
  type SchoolPupilList,
  schoolParams,
  schoolPupilList,
} from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { isOpen } from '../domain/consent.ts';
import { iinProblem } from '../domain/iin.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { School } from '../store/catalogue.ts';
import { classesOfActor } from './actors.ts';
import { pupilRows } from './pupil-rows.ts';

export const schoolClasses = endpoint({
  method: 'get',
  path: '/api/schools/:school/classes',
  summary: 'The classes of a school and how far each one is',
  permission: 'school.read',
  scope: { of: 'school', param: 'school', byClass: true },
  params: shape<SchoolParams>(schoolParams),
  reply: shape<ClassList>(classList),
  audit: null,
  async handle(stores, { params, actor, now }) {
    const school = await existing(stores.catalogue.school(params.school));
    const within = classesOfActor(actor, school._id);
    const [everyClass, pupils, campaign] = await Promise.all([
      stores.catalogue.classesOf(school._id),
      stores.pupils.ofSchool(school._id),
      stores.catalogue.openCampaign(school.region, school._id, now),
    ]);
    const classes = everyClass.filter(({ _id }) => within === null || within.has(_id));
    const pids = pupils.map(({ _id }) => _id);
    const [consents, sittings] = await Promise.all([
      stores.consents.ofMany(pids),
      campaign === null ? new Map() : stores.sittings.standingOf(campaign._id, pids),
    ]);
    return {
      school: { id: school._id, name: school.names, locality: school.locality },
      demo: school.demo,
      campaign:
        campaign === null
          ? null
          : { id: campaign._id, title: campaign.title, closesAt: campaign.closesAt.toISOString() },
      classes: classes.map(({ _id, name, language }) => {
        const own = pupils.filter((pupil) => pupil.class === _id);
        const begun = own.flatMap(({ _id: pid }) => sittings.get(pid) ?? []);
        return {
          id: _id,
          name,
          language,
          pupils: own.length,
          consented: own.filter(({ _id: pid }) => isOpen(consents.get(pid) ?? [], 'assessment', now)).length,
          started: begun.length,
          submitted: begun.filter(({ state }) => state === 'submitted').length,
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
    return {
      class: {
        id: schoolClass._id,
        name: schoolClass.name,
        language: schoolClass.language,
        school: school.names,
        schoolId: school._id,
      },
      demo: school.demo,
      pupils: await pupilRows(stores, pupils, [schoolClass], campaign, now),
    };
  },
});

export const schoolPupils = endpoint({
  method: 'get',
  path: '/api/schools/:school/pupils',
  summary: 'All pupils of a school by name, over its classes: consent and progress',
  permission: 'class.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  query: shape<SchoolPupilsQuery>(schoolPupilsQuery),
  reply: shape<SchoolPupilList>(schoolPupilList),
  audit: { action: 'school.pupils', target: 'school' },
  async handle(stores, { params, query, now }) {
    const school = await existing(stores.catalogue.school(params.school));
    const [found, classes, campaign] = await Promise.all([
      query.left === 'yes' ? stores.pupils.everOfSchool(school._id) : stores.pupils.ofSchool(school._id),
      stores.catalogue.classesOf(school._id),
      stores.catalogue.openCampaign(school.region, school._id, now),
    ]);
    const pupils = query.left === 'yes' ? found.filter(({ leftSchoolAt }) => leftSchoolAt) : found;
    return {
      school: school.names,
      demo: school.demo,
      pupils: await pupilRows(stores, pupils, classes, campaign, now),
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
