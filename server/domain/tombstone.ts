import { nameKey } from './roster/match.ts';

/** What an erased child could come back by: ids of devices, backups and class lists. Only keyed hashes of these are kept. */
export type Traces = {
  pid: string;
  /** Null where only the pseudonymous id is left of the child. */
  school: string | null;
  sittings: readonly string[];
  identity: {
    familyName: string;
    givenName: string;
    birthDate: string;
    iin: string | null;
    ownId?: string | null;
  } | null;
};

/** The texts to be hashed for an erased child. */
export function tombstoneTexts({ pid, school, sittings, identity }: Traces): string[] {
  const ids = [`pid|${pid}`, ...sittings.map((sitting) => `sitting|${sitting}`)];
  return identity === null || school === null
    ? ids
    : [...ids, ...rosterTombstoneTexts(school, { ...identity, ownId: identity.ownId ?? null })];
}

type Listed = { familyName: string; givenName: string; birthDate: string; iin: string | null; ownId: string | null };

/** The texts by which a row of a class list would be the same child. */
export const rosterTombstoneTexts = (school: string, pupil: Listed): string[] => [
  `name|${school}|${nameKey(pupil)}`,
  ...(pupil.iin === null ? [] : [`iin|${pupil.iin}`]),
  ...(pupil.ownId === null ? [] : [`own|${school}|${pupil.ownId}`]),
];
