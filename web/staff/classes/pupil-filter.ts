import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { nameSearch } from '../ui/name-search.ts';

/** Who is missing what: each pupil waits for one thing at most, the first on the road. */
export const standings = ['guardian', 'pupil', 'start', 'finish', 'done'] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Readonly<Record<Standing, () => string>> = {
  guardian: m.standing_guardian,
  pupil: m.standing_pupil,
  start: m.standing_start,
  finish: m.standing_finish,
  done: m.standing_done,
};

/** What a pupil waits for. Who has finished waits for nothing, whatever became of the consent since. */
export function standingOf({ guardian, pupil, sitting }: Pick<PupilRow, 'guardian' | 'pupil' | 'sitting'>): Standing {
  if (sitting === 'submitted') return 'done';
  if (guardian !== 'given') return 'guardian';
  if (pupil !== 'given') return 'pupil';
  return sitting === 'open' ? 'finish' : 'start';
}

/** The pupils who wait for `standing` (null: all) and whose name fits what was typed. */
export function pupilsShown(pupils: readonly PupilRow[], standing: Standing | null, query: string): PupilRow[] {
  const fits = nameSearch(query);
  return pupils.filter((row) => (standing === null || standingOf(row) === standing) && fits(row.name));
}
