import { useState } from 'preact/hooks';
import type { ImportChanges, ImportPreview } from '../../../server/contract/roster.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Empty } from '../ui/empty.tsx';
import { WindowedTable } from '../ui/windowed-table.tsx';
import { ImportRowLine } from './import-row-line.tsx';
import { RowFilter, type RowKind, rowsOfKind } from './row-filter.tsx';

/**
 * The rows of a list with what would become of each; where anything is wrong, those rows first. A row that was put right stays
 * where it is until another filter is chosen, so that nothing moves under the hand.
 */
export function ImportRows({
  preview,
  onCorrect,
}: {
  preview: ImportPreview;
  onCorrect: (changes: ImportChanges) => void;
}) {
  const [chosen, setChosen] = useState<{ kind: RowKind; rows: readonly number[] }>(() => {
    const unclear = rowsOfKind(preview, 'unclear');
    return unclear.length > 0 ? { kind: 'unclear', rows: unclear } : { kind: 'all', rows: rowsOfKind(preview, 'all') };
  });
  return (
    <section class="sheet stack">
      <h2>{m.roster_rows_title()}</h2>
      <RowFilter
        preview={preview}
        chosen={chosen.kind}
        onChoose={(kind) => setChosen({ kind, rows: rowsOfKind(preview, kind) })}
      />
      <p class="small" role="status">
        {m.class_shown({ count: formatNumber(chosen.rows.length), of: formatNumber(preview.rows.length) })}
      </p>
      {chosen.rows.length === 0 ? (
        <Empty title={m.roster_rows_none()} />
      ) : (
        <WindowedTable
          rows={chosen.rows}
          keyOf={(row) => String(row)}
          columns={4}
          look="cards-when-narrow import-rows"
          guessPx={60}
          head={
            <tr>
              <th scope="col">{m.roster_line()}</th>
              <th scope="col">{m.pupil_name()}</th>
              <th scope="col">{m.roster_what()}</th>
              <th scope="col">
                <span class="unseen">{m.pupil_actions()}</span>
              </th>
            </tr>
          }
          line={(row, place) => (
            <ImportRowLine key={row} index={row} preview={preview} place={place} onCorrect={onCorrect} />
          )}
        />
      )}
    </section>
  );
}
