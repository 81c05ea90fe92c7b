import type { ImportPreview } from '../../../server/contract/roster.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { UndoImport } from './undo-import.tsx';

/** What became of a list, the next step, and the way back. */
export function ImportTaken({
  school,
  preview: { id, state, fileName, outcome, expiresAt },
  onChanged,
}: {
  school: string;
  preview: ImportPreview;
  onChanged: () => void;
}) {
  if (state === 'undone') {
    return (
      <Notice>
        <p>{m.roster_is_undone()}</p>
      </Notice>
    );
  }
  const path = `/api/schools/${encodeURIComponent(school)}/imports/${id}`;
  return (
    <section class="sheet stack">
      {outcome === null ? null : (
        <Notice tone="good">
          <p>
            <strong>
              {m.roster_outcome({
                added: formatNumber(outcome.added),
                updated: formatNumber(outcome.updated),
                same: formatNumber(outcome.same),
              })}
            </strong>{' '}
            {outcome.left === 0 ? null : m.roster_outcome_left({ left: formatNumber(outcome.left) })}
          </p>
          {outcome.newClasses.length === 0 ? null : (
            <p>{m.roster_classes_made({ names: outcome.newClasses.join(', ') })}</p>
          )}
        </Notice>
      )}
      <p>{m.roster_next()}</p>
      <div class="row">
        <a class="button" href={`/staff/consents?school=${encodeURIComponent(school)}`}>
          {m.nav_consents()}
        </a>
        <a class="button quiet" href="/staff/classes">
          {m.nav_classes()}
        </a>
      </div>
      <div class="row">
        <UndoImport path={path} name={fileName} onUndone={onChanged} />
        <span class="small">{m.roster_undo_until({ day: formatDay(expiresAt) })}</span>
      </div>
    </section>
  );
}
