import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type ClassChange,
  classChange,
  type PupilCard,
  type PupilChange,
  pupilCard,
  pupilChange,
  type SavedClass,
  savedClass,
} from '../contract/roll.schema.ts';
import {
  type ClassParams,
  classParams,
  type PupilParams,
  pupilParams,
  type SchoolParams,
  schoolParams,
} from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { iinProblem } from '../domain/iin.ts';
import { Problem } from '../domain/problem.ts';
import { classKey, gradeOf, tidyClassName } from '../domain/roster/class-name.ts';
import { schoolYearOf } from '../domain/school-year.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import type { Identity } from '../store/identities.ts';
import type { PupilDocument } from '../store/pupils.ts';
import { asStaff } from './actors.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;

export const readCard = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/card',
  summary: 'What the school’s list says of a pupil, and every change of it',
  permission: 'pupil.read',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  reply: shape<PupilCard>(pupilCard),
  audit: { action: 'pupil.card', target: 'pupil' },
  handle: (stores, { params }) => cardOf(stores, params.pupil),
});

export const changePupil = endpoint({
  method: 'put',
  path: '/api/pupils/:pupil/card',
  summary: 'Correct a pupil, move them to another class of the school, or note that they have left; kept in history',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<PupilChange>(pupilChange),
  reply: shape<PupilCard>(pupilCard),
  audit: { action: 'pupil.change', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    const { pupil, identity } = await existing(stores, params.pupil);
    const classes = new Map((await stores.catalogue.classesOf(pupil.school)).map(({ _id, name }) => [_id, name]));
    const wanted = body.class ?? pupil.class;
    if (body.class !== undefined && !classes.has(wanted))
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/class', detail: 'a class of this school' }] });
    const { familyName, givenName, patronymic, birthDate } = { ...identity, ...body };
    const next: Identity = { ...identity, familyName, givenName, birthDate, patronymic: patronymic ?? null };
    const leftAt =
      body.hasLeft === undefined ? (pupil.leftSchoolAt ?? null) : body.hasLeft ? (pupil.leftSchoolAt ?? now) : null;
    const wrong = identity.iin === null ? null : iinProblem(identity.iin, birthDate);
    if (body.birthDate !== undefined && wrong !== null)
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/birthDate', detail: wrong }] });
    const { language = pupil.language, sex = pupil.sex } = body;
    const place = { class: wanted, language, sex, leftSchoolAt: leftAt };
    const before = facts(identity, pupil, classes);
    const after = facts(next, { ...pupil, ...place }, classes);
    const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return cardOf(stores, pupil._id);
    await stores.identities.replace(new Map([[pupil._id, next]]));
    await stores.pupils.move(new Map([[pupil._id, place]]), now);
    // Who has left cannot come in with a card of this school any more.
    if (leftAt !== null) await stores.codes.removeOf([pupil._id]);
    await stores.pupilChanges.add(
      pupil._id,
      asStaff(actor).id,
      now,
      changed.map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' })),
    );
    return cardOf(stores, pupil._id);
  },
});

export const addClass = endpoint({
  method: 'post',
  path: '/api/schools/:school/classes',
  summary: 'Add a class to a school',
  permission: 'class.write',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  body: shape<ClassChange>(classChange),
  reply: shape<SavedClass>(savedClass),
  audit: { action: 'class.add', target: 'school' },
  async handle(stores, { params, body, now }) {
    const { name, grade } = await freeName(stores, params.school, body.name, null);
    const fresh = { _id: `k-${randomUUID().slice(0, 13)}`, school: params.school, name, grade };
    await stores.catalogue.addClasses([{ ...fresh, language: body.language, year: schoolYearOf(now) }]);
    return { id: fresh._id, name, language: body.language };
  },
});

export const changeClass = endpoint({
  method: 'put',
  path: '/api/classes/:class',
  summary: 'Rename a class or say in which language it is taught',
  permission: 'class.write',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  body: shape<ClassChange>(classChange),
  reply: shape<SavedClass>(savedClass),
  audit: { action: 'class.change', target: 'class' },
  async handle(stores, { params, body, now }) {
    const found = await stores.catalogue.class(params.class);
    if (found === null) throw new Problem('not-found');
    const { name, grade } = await freeName(stores, found.school, body.name, found._id);
    // «9 А» that is called «10 А» has moved up, with everybody in it.
    const year = grade > found.grade ? schoolYearOf(now) : found.year;
    await stores.catalogue.changeClass(found._id, { name, grade, language: body.language, year });
    return { id: found._id, name, language: body.language };
  },
});

export const removeClass = endpoint({
  method: 'delete',
  path: '/api/classes/:class',
  summary: 'Take an empty class away',
  permission: 'class.write',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  reply: null,
  audit: { action: 'class.remove', target: 'class' },
  async handle(stores, { params }) {
    if (await stores.pupils.hasAnyOfClass(params.class)) throw new Problem('class-not-empty');
    await stores.catalogue.removeClasses([params.class]);
    return new Reply(undefined, {});
  },
});

async function existing(stores: Container, pid: string): Promise<{ pupil: PupilDocument; identity: Identity }> {
  const [pupil, identity] = await Promise.all([stores.pupils.byId(pid), stores.identities.of(pid)]);
  if (pupil === null || identity === null) throw new Problem('not-found');
  return { pupil, identity };
}

/** What can change, as text: for telling what did, and for the history. */
const facts = (
  identity: Identity,
  place: Pick<PupilDocument, 'class' | 'language' | 'sex' | 'leftSchoolAt'>,
  classes: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> => ({
  familyName: identity.familyName,
  givenName: identity.givenName,
  patronymic: identity.patronymic ?? '',
  birthDate: identity.birthDate,
  language: place.language,
  sex: place.sex,
  class: classes.get(place.class) ?? '',
  hasLeft: place.leftSchoolAt ? 'yes' : 'no',
});

async function cardOf(stores: Container, pid: string): Promise<PupilCard> {
  const [{ pupil, identity }, changes] = await Promise.all([existing(stores, pid), stores.pupilChanges.of(pid)]);
  const names = await stores.staff.names([...new Set(changes.map(({ by }) => by))]);
  return {
    pid,
    familyName: identity.familyName,
    givenName: identity.givenName,
    patronymic: identity.patronymic ?? null,
    birthDate: identity.birthDate,
    language: pupil.language,
    sex: pupil.sex,
    class: pupil.class,
    ownId: identity.ownId ?? null,
    hasIin: identity.iin !== null,
    leftAt: pupil.leftSchoolAt?.toISOString() ?? null,
    changes: changes.flatMap(({ at, by, field, from, to }) =>
      isField(field) ? [{ at: at.toISOString(), by: names.get(by) ?? by, field, from, to }] : [],
    ),
  };
}

const fields: readonly PupilCard['changes'][number]['field'][] =
  pupilCard.properties.changes.items.properties.field.enum;
const isField = (text: string): text is PupilCard['changes'][number]['field'] => fields.some((field) => field === text);

/** The name as lists write it; refused where it names no grade, or another class of the school has it. */
async function freeName(stores: Container, school: string, text: string, own: string | null) {
  const name = tidyClassName(text);
  const grade = gradeOf(name);
  if (grade === null)
    throw new Problem('input-invalid', { errors: [{ pointer: '/body/name', detail: 'a class such as 9A' }] });
  const classes = await stores.catalogue.classesOf(school);
  if (classes.some((one) => one._id !== own && classKey(one.name) === classKey(name)))
    throw new Problem('already-there');
  return { name, grade };
}
