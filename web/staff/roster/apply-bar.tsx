import type { ImportOutcome, ImportPreview } from '../../../server/contract/roster.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** The one step that writes: every row, or only the right ones. It can be undone for a month, so nobody is asked twice. */
export function ApplyBar({
  school,
  preview: { id, counts, newClasses, absent },
  isSaving,
  onApplied,
}: {
  school: string;
  preview: ImportPreview;
  isSaving: boolean;
  onApplied: () => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const unclear = counts.wrong + counts.ask;
  const taken = counts.add + counts.update;
  const apply = async () => {
    const path = `/api/schools/${encodeURIComponent(school)}/imports/${id}/application`;
    const rows = unclear === 0 ? 'all' : 'right';
    if (await sending.run(async () => void (await api.send<ImportOutcome>('POST', path, { rows })))) onApplied();
  };
  return (
    <section class="sheet stack apply-bar">
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <p role="status">
        {m.roster_will({ add: formatNumber(counts.add), update: formatNumber(counts.update) })}{' '}
        {unclear === 0 ? null : <strong>{m.roster_will_leave({ count: formatNumber(unclear) })}</strong>}
      </p>
      {newClasses.length === 0 ? null : <p class="small">{m.roster_new_classes({ names: newClasses.join(', ') })}</p>}
      {absent === 0 ? null : <p class="small">{m.roster_absent({ count: formatNumber(absent) })}</p>}
      <div class="row">
        <Button busy={sending.isBusy || isSaving || taken === 0} onPress={() => void apply()}>
          {unclear === 0 ? m.roster_take_all() : m.roster_take_right({ count: formatNumber(taken) })}
        </Button>
        <span class="small">{m.roster_can_be_undone()}</span>
      </div>
    </section>
  );
}
