import type {
  CaseLine,
  NewConflict,
  NewConversation,
  NewEvidence,
  PupilCase,
} from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export type Standing = PupilCase['standing'];

/** No standing is bad: the shapes tell «yes», «on the way» and «still to come». */
export const standingWords: Readonly<Record<Standing, readonly [tone: Tone, words: () => string]>> = {
  recommended: ['good', m.case_standing_recommended],
  'second-conversation': ['going', m.case_standing_second],
  'not-discussed': ['none', m.case_standing_none],
};

export const presentWords: Readonly<Record<NewConversation['present'][number], () => string>> = {
  pupil: m.case_present_pupil,
  guardian: m.case_present_guardian,
  teacher: m.case_present_teacher,
  psychologist: m.case_present_psychologist,
  other: m.case_present_other,
};

type About = NewEvidence['about'];
export const aboutWords: Readonly<Record<About, () => string>> = {
  marks: m.case_evidence_marks,
  observation: m.case_evidence_observation,
  tutoring: m.case_evidence_tutoring,
};
export const sourceWords: Readonly<Record<About, () => string>> = {
  marks: m.case_source_marks,
  observation: m.case_source_observation,
  tutoring: m.case_source_tutoring,
};
export const evidenceWords: Readonly<Record<About, () => string>> = {
  marks: m.case_text_marks,
  observation: m.case_text_observation,
  tutoring: m.case_text_tutoring,
};

export const relationWords: Readonly<Record<NewConflict['relation'], () => string>> = {
  'own-child': m.case_relation_own,
  relative: m.case_relation_relative,
  close: m.case_relation_close,
};

/** What happened, as a heading of its line. */
export function lineTitle(line: CaseLine): string {
  switch (line.kind) {
    case 'note':
      return m.case_line_note();
    case 'conversation':
      return m.case_line_conversation();
    case 'evidence':
      return aboutWords[line.about ?? 'observation']();
    case 'decision':
      return `${m.case_line_decision()}: ${standingWords[line.standing ?? 'not-discussed'][1]()}`;
    case 'conflict':
      return m.case_line_conflict();
    case 'assigned':
      return m.case_line_assigned({ name: line.to ?? '—' });
    case 'appeal':
      return m.case_line_appeal();
    case 'answer':
      return line.standing === null || line.standing === undefined
        ? m.case_line_answer_kept()
        : `${m.case_line_answer_changed()}: ${standingWords[line.standing][1]()}`;
    case 'opened':
      return m.case_line_opened();
  }
}

/** The pupil and the guardian have no name of their own in a log. */
export function authorOf({ by, role }: Pick<CaseLine, 'by' | 'role'>): string {
  if (role === 'pupil') return m.case_role_pupil();
  return role === 'guardian' ? m.case_role_guardian() : by;
}
