import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import type { NewGrant } from '../../contract/staff.schema.ts';
import type { Words } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import type { StaffGrant } from '../../domain/staff-reach.ts';
import { checkUntil } from '../../domain/staff-rules.ts';

/** A grant that starts now; the classes have to be the school's, a substitute's access has to end. */
export async function grantOf(
  stores: Container,
  { school, classes, kind, until }: NewGrant,
  grantedBy: string,
  now: Date,
): Promise<StaffGrant> {
  const ends = until === null ? null : new Date(until);
  if (kind === 'substitute' && ends === null) throw invalid('/body/until');
  if (ends !== null) checkUntil(ends, now);
  const known = new Set((await stores.catalogue.classesOf(school)).map(({ _id }) => _id));
  if (classes?.some((one) => !known.has(one))) throw invalid('/body/classes');
  return { id: randomUUID(), school, classes, kind, from: now, until: ends, endedAt: null, grantedBy };
}

/** The regions of schools; one that is not there has none and fits nowhere. */
export const regionsOf = (stores: Container, schools: readonly string[]): Promise<string[]> =>
  Promise.all(schools.map(async (id) => (await stores.catalogue.school(id))?.region ?? ''));

/** What stands under a person's name: the school, or the department of the region. */
export async function placeWords(stores: Container, school: string | null, region: string | null): Promise<Words> {
  const nowhere: Words = { kk: '—', ru: '—', en: '—' };
  if (school !== null) return (await stores.catalogue.school(school))?.names ?? nowhere;
  return region === null ? nowhere : ((await stores.catalogue.region(region))?.names ?? nowhere);
}

const invalid = (pointer: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer, detail: 'not allowed here' }] });
