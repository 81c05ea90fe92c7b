import type { OwnCase } from '../../../server/contract/case.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

/** Each appeal with its answer and the answer's reasons. */
export function AppealLog({ appeals }: { appeals: OwnCase['appeals'] }) {
  if (appeals.length === 0) return null;
  return (
    <details open>
      <summary>{m.own_case_appeals()}</summary>
      <ul class="points">
        {appeals.map(({ at, text, answer }) => (
          <li key={at}>
            <span class="small">{formatDay(at)}</span>
            <blockquote class="said">{text ?? '—'}</blockquote>
            {answer === null ? null : (
              <>
                <p>
                  <strong>{answer.isChanged ? m.own_case_answer_changed() : m.own_case_answer_kept()}</strong>
                </p>
                <blockquote class="said">{answer.text ?? '—'}</blockquote>
                <p class="small">{m.own_case_by({ name: answer.by, day: formatDay(answer.at) })}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
