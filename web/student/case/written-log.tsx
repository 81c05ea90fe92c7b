import type { CaseLine } from '../../../server/contract/case.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

const titles: Readonly<Record<CaseLine['kind'], () => string>> = {
  note: m.own_case_wrote_note,
  conversation: m.own_case_wrote_conversation,
  evidence: m.own_case_wrote_evidence,
  decision: m.own_case_wrote_decision,
  conflict: m.own_case_wrote_conflict,
  assigned: m.own_case_wrote_assigned,
  appeal: m.own_case_wrote_appeal,
  answer: m.own_case_wrote_answer,
  opened: m.own_case_wrote_opened,
};

/** Everything that was written down about the pupil: nothing is kept that they may not read. */
export function WrittenLog({ lines }: { lines: readonly CaseLine[] }) {
  return (
    <details>
      <summary>{m.own_case_written()}</summary>
      {lines.length === 0 ? <p class="small">{m.own_case_written_none()}</p> : null}
      <ul class="points">
        {[...lines].reverse().map((line) => (
          <li key={line.seq}>
            <strong>{titles[line.kind]()}</strong>
            <p class="small">{line.role === 'pupil' ? formatDay(line.at) : `${line.by}, ${formatDay(line.at)}`}</p>
            {line.text === null ? null : (
              <p class="said">{line.source === undefined ? line.text : `${line.source}: ${line.text}`}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
