import { attributesKey } from './attributes.ts';
import type { Group } from './group.ts';

/** What tells whole schools apart, such as where they stand: a key for each school. */
export type KindOf = (school: Group) => string;

/**
 * Attributes that every school has one value of belong to schools, not to pupils. Schools of different kinds must not share a
 * cluster: a breakdown by such an attribute would cut through it, and a school of two pupils would be what is left.
 */
export function schoolKinds(schools: readonly Group[]): KindOf {
  const names = new Set(schools.flatMap(({ tally }) => tally.strata.flatMap(({ of }) => Object.keys(of))));
  const own = [...names].filter((name) => schools.every((school) => valuesOf(school, name).size < 2));
  return (school) => attributesKey(Object.fromEntries(own.map((name) => [name, [...valuesOf(school, name)][0] ?? ''])));
}

const valuesOf = ({ tally }: Group, name: string): Set<string> => new Set(tally.strata.map(({ of }) => of[name] ?? ''));
