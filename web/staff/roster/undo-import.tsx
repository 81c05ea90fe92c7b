import { useState } from 'preact/hooks';
import type { ImportUndone } from '../../../server/contract/roster.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Takes an import back and says who stayed and why; loading the same file again brings everyone back. */
export function UndoImport({ path, name, onUndone }: { path: string; name: string; onUndone: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [undone, setUndone] = useState<ImportUndone | null>(null);
  const undo = async () => {
    await sending.run(async () => setUndone(await api.send<ImportUndone>('DELETE', `${path}/application`)));
  };
  return (
    <>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <button type="button" class="row-button" aria-disabled={sending.isBusy} onClick={() => void undo()}>
        {m.roster_undo()}
        <span class="unseen"> {name}</span>
      </button>
      {undone === null ? null : (
        <Dialog title={m.roster_undone_title()} onClose={onUndone}>
          <UndoneWords undone={undone} />
        </Dialog>
      )}
    </>
  );
}

function UndoneWords({ undone: { removed, restored, kept } }: { undone: ImportUndone }) {
  return (
    <>
      <Notice tone="good">
        <p>{m.roster_undone({ removed: formatNumber(removed), restored: formatNumber(restored) })}</p>
      </Notice>
      {kept.length === 0 ? null : (
        <>
          <p>{m.roster_undone_kept({ count: formatNumber(kept.length) })}</p>
          <ul class="plain-list">
            {kept.map(({ pid, name, why }) => (
              <li key={pid}>
                {name}: {why === 'has-begun' ? m.roster_kept_has_begun() : m.roster_kept_changed_since()}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
