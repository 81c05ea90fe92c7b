import type { StaffAccount, StaffList } from '../../../server/contract/staff.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { roleWords } from '../session/role-words.ts';
import type { Tone } from '../ui/mark.tsx';

export type Post = NonNullable<StaffAccount['post']>;
export type Grant = StaffAccount['grants'][number];

export const postWords: Readonly<Record<Post, () => string>> = {
  counsellor: m.staff_post_counsellor,
  psychologist: m.staff_post_psychologist,
  'class-teacher': m.staff_post_teacher,
};

export const stateWords: Readonly<Record<StaffAccount['state'], readonly [tone: Tone, words: () => string]>> = {
  active: ['good', m.staff_state_active],
  invited: ['going', m.staff_state_invited],
  ended: ['none', m.staff_state_ended],
};

/** A counsellor by what they are at school, everyone else by the role. */
export const workWords = ({ role, post }: Pick<StaffAccount, 'role' | 'post'>): string =>
  role === 'counsellor' && post !== null ? postWords[post]() : roleWords(role);

export const schoolName = (list: StaffList, school: string, language: Language): string =>
  list.schools.find(({ id }) => id === school)?.name[language] ?? school;

/** A grant in words: where, which classes, a substitute's, until when. */
export function grantWords(list: StaffList, grant: Grant, language: Language): string {
  return [
    schoolName(list, grant.school, language),
    grant.classes === null ? m.staff_whole() : grant.classes.map((id) => id.replace(`${grant.school}-`, '')).join(', '),
    grant.kind === 'substitute' ? m.staff_substitute() : null,
    untilWords(grant),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function untilWords({ until, endedAt, isRunning }: Grant): string | null {
  if (endedAt !== null) return m.staff_ended_on({ day: formatDay(endedAt) });
  if (until === null) return null;
  return isRunning ? m.staff_until({ day: formatDay(until) }) : m.staff_ended_on({ day: formatDay(until) });
}
