import { foldForSearch } from '../search-fold.ts';
import type { RosterField } from './field.ts';
import type { RosterPupil } from './read-row.ts';

/** A pupil the school has already. */
export type KnownPupil = {
  pid: string;
  familyName: string;
  givenName: string;
  patronymic: string | null;
  birthDate: string;
  iin: string | null;
  ownId: string | null;
  sex: 'female' | 'male' | 'undisclosed';
  language: 'kk' | 'ru' | 'en';
  /** The key of the class's name, as `classKey` gives it. */
  class: string;
};

/** Whom a row is about: `sure` by an id, `ask` where only names and days agree, or nobody known. */
export type Match =
  | { kind: 'sure'; by: 'own-id' | 'iin'; pupil: KnownPupil }
  | { kind: 'ask'; by: 'own-id' | 'name'; pupil: KnownPupil }
  | { kind: 'contradiction' }
  | { kind: 'none' };

export type Matcher = (pupil: RosterPupil) => Match;

/** Looks rows up among the pupils of one school: own id first, then IIN, then name with birth date, which is a question. */
export function matcher(known: readonly KnownPupil[]): Matcher {
  const byOwnId = new Map(known.flatMap((one) => (one.ownId === null ? [] : [[one.ownId, one] as const])));
  const byIin = new Map(known.flatMap((one) => (one.iin === null ? [] : [[one.iin, one] as const])));
  const byName = new Map(known.map((one) => [nameKey(one), one] as const));
  return (pupil) => {
    const own = pupil.ownId === null ? undefined : byOwnId.get(pupil.ownId);
    const iin = pupil.iin === null ? undefined : byIin.get(pupil.iin);
    if (own !== undefined && iin !== undefined && own !== iin) return { kind: 'contradiction' };
    if (iin !== undefined) return { kind: 'sure', by: 'iin', pupil: iin };
    // A school may give a number away again: another name with another birth date is worth a question.
    if (own !== undefined) return { kind: isSomeoneElse(pupil, own) ? 'ask' : 'sure', by: 'own-id', pupil: own };
    const named = byName.get(nameKey(pupil));
    return named === undefined ? { kind: 'none' } : { kind: 'ask', by: 'name', pupil: named };
  };
}

type Named = { familyName: string; givenName: string; birthDate: string };

/** Name and birth date, in whichever alphabet and spelling. */
export const nameKey = ({ familyName, givenName, birthDate }: Named): string =>
  `${foldForSearch(`${familyName} ${givenName}`)}|${birthDate}`;

const isSomeoneElse = (pupil: Named, known: Named): boolean =>
  pupil.birthDate !== known.birthDate && nameKey({ ...pupil, birthDate: '' }) !== nameKey({ ...known, birthDate: '' });

/** What a row would change in a pupil; what the row leaves empty stays as it is. */
export function changedFields(pupil: RosterPupil, known: KnownPupil): RosterField[] {
  const fields = [
    'familyName',
    'givenName',
    'patronymic',
    'birthDate',
    'sex',
    'language',
    'class',
    'iin',
    'ownId',
  ] as const;
  return fields.filter((field) => pupil[field] !== null && pupil[field] !== known[field]);
}
