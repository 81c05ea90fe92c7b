import type { ImportRow } from '../../../server/contract/roster.schema.ts';
import { m } from '../../i18n/generated/messages.js';

type Decision = ImportRow['decision'];

/** The answers a row asks for: is it the same child, or is the row left out; each can be taken back. */
export function RowDecisions({
  row: { action, decision, line },
  onDecide,
}: {
  row: ImportRow;
  onDecide: (decision: Decision) => void;
}) {
  return choicesOf(action, decision).map(([answer, words]) => (
    <button key={String(answer)} type="button" onClick={() => onDecide(answer)}>
      {words()}
      <span class="unseen"> {m.roster_line_number({ line })}</span>
    </button>
  ));
}

type Answer = readonly [Decision, () => string];

function choicesOf(action: ImportRow['action'], decision: Decision): readonly Answer[] {
  if (action === 'skip') return [[null, m.roster_take_in_again]];
  if (action === 'ask') {
    return [
      ['same', m.roster_is_same],
      ['new', m.roster_is_new],
      ['skip', m.roster_leave_out],
    ];
  }
  const leave: Answer = ['skip', m.roster_leave_out];
  return decision === 'same' || decision === 'new' ? [[null, m.roster_ask_again], leave] : [leave];
}
