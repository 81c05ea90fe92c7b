import { randomUUID } from 'node:crypto';
import { classKey, gradeOf } from '../../domain/roster/class-name.ts';
import type { PlannedRow } from '../../domain/roster/plan.ts';
import type { RosterPupil } from '../../domain/roster/read-row.ts';
import type { School } from '../../store/catalogue.ts';
import type { Identity } from '../../store/identities.ts';
import type { ImportWork, PupilState } from '../../store/imports.ts';
import type { ImportPlan } from './import-plan.ts';
import { newClassNames } from './import-preview.ts';

type ClassOf = (pupil: RosterPupil) => { id: string; language: 'kk' | 'ru' | 'en' } | undefined;

/** Everything an import is about to write: new pupils with their ids, changed ones before and after, new classes. */
export function workOf(plan: ImportPlan, school: School): ImportWork {
  const classes = newClassNames(plan).map((name) => ({
    id: `k-${randomUUID().slice(0, 13)}`,
    name,
    grade: gradeOf(name) ?? 9,
    language: languageOfClass(plan.rows, name, school),
  }));
  const fresh = new Map(classes.map((one) => [classKey(one.name), one]));
  const classOf: ClassOf = ({ class: name }) => {
    const known = plan.classes.get(classKey(name ?? ''));
    return known === undefined ? fresh.get(classKey(name ?? '')) : { id: known._id, language: known.language };
  };
  return {
    classes,
    added: plan.rows.flatMap((row) => (row.action === 'add' && row.pupil !== null ? added(row.pupil, classOf) : [])),
    updated: plan.rows.flatMap((row) => (row.action === 'update' ? updated(row, plan, classOf) : [])),
  };
}

function added(pupil: RosterPupil, classOf: ClassOf): ImportWork['added'] {
  const place = classOf(pupil);
  if (place === undefined) return [];
  const state = {
    identity: identityOf(pupil),
    place: { class: place.id, language: pupil.language ?? place.language, sex: pupil.sex ?? ('undisclosed' as const) },
  };
  return [{ pid: randomUUID(), state }];
}

/** What the file leaves empty stays as it was. */
function updated({ pupil, match }: PlannedRow, plan: ImportPlan, classOf: ClassOf): ImportWork['updated'] {
  const place = plan.roster.pupils.get(match?.pid ?? '');
  const identity = plan.roster.identities.get(match?.pid ?? '');
  if (pupil === null || place === undefined || identity === undefined) return [];
  const { class: schoolClass, language, sex, leftSchoolAt = null } = place;
  const before: PupilState = { identity, place: { class: schoolClass, language, sex, leftSchoolAt } };
  const told = Object.fromEntries(Object.entries(identityOf(pupil)).filter(([, value]) => value !== null));
  const after: PupilState = {
    identity: { ...identity, ...told },
    place: {
      class: classOf(pupil)?.id ?? place.class,
      language: pupil.language ?? place.language,
      sex: pupil.sex ?? place.sex,
    },
  };
  return [{ pid: place._id, before, after }];
}

const identityOf = ({ familyName, givenName, patronymic, birthDate, iin, ownId }: RosterPupil): Identity => ({
  familyName,
  givenName,
  patronymic,
  birthDate,
  iin,
  ownId,
});

/** The language most rows of a new class name; the school's first where none does. */
function languageOfClass(rows: readonly PlannedRow[], name: string, school: School): 'kk' | 'ru' | 'en' {
  const named = rows.flatMap(({ pupil }) =>
    classKey(pupil?.class ?? '') === classKey(name) ? (pupil?.language ?? []) : [],
  );
  const often = (one: 'kk' | 'ru' | 'en'): number => named.filter((language) => language === one).length;
  const usual = school.languages[0] ?? 'kk';
  return (['kk', 'ru', 'en'] as const).reduce((best, one) => (often(one) > often(best) ? one : best), usual);
}
