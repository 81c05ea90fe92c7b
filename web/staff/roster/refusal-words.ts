import { m } from '../../i18n/generated/messages.js';
import type { ApiFailure } from '../../offline/failure.ts';

const words: Readonly<Record<string, () => string>> = {
  empty: m.roster_unreadable_empty,
  'not-a-table': m.roster_unreadable_not_a_table,
  'too-many-rows': m.roster_unreadable_too_many_rows,
  damaged: m.roster_unreadable_damaged,
  'old-excel': m.roster_unreadable_old_excel,
  'several-schools': m.roster_unreadable_several_schools,
  'oneroster-incomplete': m.roster_unreadable_oneroster_incomplete,
};

/** Why a file could not be read and what to do; null where the failure is another. */
export function refusalWords(failure: ApiFailure): string | null {
  if (failure.slug !== 'import-unreadable') return null;
  return words[failure.problem?.detail ?? '']?.() ?? null;
}

/** Is it a package of several schools, of which one must be named? */
export const isOfSeveralSchools = (failure: ApiFailure | null): boolean =>
  failure?.slug === 'import-unreadable' && failure.problem?.detail === 'several-schools';
