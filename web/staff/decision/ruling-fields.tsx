import type { NewDecision, PupilCase } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { type Standing, standingWords } from './case-words.ts';

export type Ruling = Pick<NewDecision, 'standing' | 'plannedOn'>;

const standings: readonly Standing[] = ['recommended', 'second-conversation', 'not-discussed'];

/** The standing, the day of a second conversation, and what stands in the way of a recommendation. */
export function RulingFields({
  ruling,
  about,
  wrong,
  onChange,
}: {
  ruling: Ruling;
  about: Pick<PupilCase, 'wish' | 'conversations'>;
  wrong: ReadonlySet<string>;
  onChange: (ruling: Ruling) => void;
}) {
  return (
    <>
      <Choice
        label={m.case_decision()}
        value={ruling.standing}
        options={standings.map((each) => [each, standingWords[each][1]()] as const)}
        onValue={(standing) =>
          onChange({ standing, plannedOn: standing === 'second-conversation' ? ruling.plannedOn : null })
        }
      />
      {ruling.standing === 'recommended' ? <InTheWay {...about} /> : null}
      {ruling.standing === 'second-conversation' ? (
        <Field
          label={m.case_plan()}
          type="date"
          value={ruling.plannedOn ?? ''}
          onValue={(plannedOn) => onChange({ ...ruling, plannedOn: plannedOn === '' ? null : plannedOn })}
          error={wrong.has('plannedOn') ? m.case_plan_wrong() : undefined}
          input={{ required: true, min: todayInKazakhstan(new Date()) }}
        />
      ) : null}
    </>
  );
}

/** What is missing is said before anyone presses the button. */
function InTheWay({ wish, conversations }: Pick<PupilCase, 'wish' | 'conversations'>) {
  const missing = [
    wish === true ? null : m.case_decide_needs_wish(),
    conversations > 0 ? null : m.case_decide_needs_talk(),
  ].filter((words) => words !== null);
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn">
      {missing.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Notice>
  );
}
