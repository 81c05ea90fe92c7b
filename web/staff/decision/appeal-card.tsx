import type { AppealList } from '../../../server/contract/appeal.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Mark } from '../ui/mark.tsx';
import { AppealAnswerForm } from './appeal-answer-form.tsx';
import { wishWords } from './case-standing.tsx';
import { standingWords } from './case-words.ts';

export type Appeal = AppealList['appeals'][number];

/** What was decided, what the pupil or the guardian says to it, and the form for the answer. */
export function AppealCard({ appeal, onAnswered }: { appeal: Appeal; onAnswered: () => void }) {
  const language = useLanguage();
  const [tone, words] = standingWords[appeal.standing];
  const day = formatDay(appeal.at);
  return (
    <Sheet title={appeal.name ?? m.appeals_nameless()}>
      <p class="soft">{appeal.school[language]}</p>
      <p class="small">{appeal.by === 'pupil' ? m.appeals_by_pupil({ day }) : m.appeals_by_guardian({ day })}</p>
      <blockquote class="case-words">{appeal.text ?? m.case_words_gone()}</blockquote>
      <h3>{m.appeals_decided()}</h3>
      <p>
        <Mark tone={tone}>{words()}</Mark>
      </p>
      {appeal.reason === null ? null : <p class="case-words">{appeal.reason}</p>}
      <p class="small">
        {appeal.decidedBy === null
          ? m.appeals_undecided({ talks: appeal.conversations })
          : m.appeals_decided_by({ name: appeal.decidedBy, talks: appeal.conversations })}{' '}
        {m.case_wish()}: {wishWords(appeal.wish)}.
      </p>
      <AppealAnswerForm appeal={appeal} onAnswered={onAnswered} />
    </Sheet>
  );
}
