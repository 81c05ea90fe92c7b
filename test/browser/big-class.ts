import { randomUUID } from 'node:crypto';
import type { TestService } from '../api/harness.ts';

const family = [
  'Ахметов',
  'Қыдырбеков',
  'Семёнов',
  'Әбілқасымов',
  'Ибраев',
  'Ілиясов',
  'Тілеубаев',
  'Өмірзақов',
  'Юсупов',
];
const given = ['Әсел', 'Айбек', 'Семён', 'Іңкәр', 'Ғалым', 'Дария', 'Ұлпан', 'Мөлдір', 'Хадиша', 'Олжас', 'Якуб'];

/** Puts a class of so many pupils into a school of the demo; gives its id. */
export async function addBigClass({ stores }: TestService, school: string, count: number): Promise<string> {
  const found = await stores.catalogue.school(school);
  if (found === null) throw new RangeError(`no school ${school}`);
  const now = stores.now();
  const id = `${school}-big`;
  const { district, region, locality, demo } = found;
  await stores.catalogue.addClasses([{ _id: id, school, name: '9Ү', grade: 9, language: 'kk', year: 2026 }]);
  const pupils = Array.from({ length: count }, (_, at) => ({
    _id: randomUUID(),
    class: id,
    school,
    district,
    region,
    locality,
    language: 'kk' as const,
    sex: 'undisclosed' as const,
    demo,
    createdAt: now,
    at,
  }));
  await stores.pupils.add(pupils.map(({ at: _at, ...pupil }) => pupil));
  await stores.identities.add(
    pupils.map(({ _id: pid, at }) => ({
      pid,
      identity: {
        familyName: family[at % family.length] ?? '',
        givenName: `${given[at % given.length]} ${toLetters(at)}`,
        birthDate: '2011-05-14',
        iin: null,
      },
    })),
    now,
  );
  return id;
}

/** A number as letters, so that every name is another: names have no digits. */
const toLetters = (value: number): string => [...String(value)].map((digit) => 'абвгдежзик'[Number(digit)]).join('');
