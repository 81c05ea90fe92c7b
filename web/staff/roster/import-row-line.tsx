import { useState } from 'preact/hooks';
import type { ImportChanges, ImportPreview, ImportRow } from '../../../server/contract/roster.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark, type Tone } from '../ui/mark.tsx';
import type { RowPlace } from '../ui/windowed-table.tsx';
import { CellFix } from './cell-fix.tsx';
import { type Action, actionWords, fieldWords } from './field-words.ts';
import { RowDecisions } from './row-decisions.tsx';
import { rowSummary } from './row-summary.ts';

const tones: Readonly<Record<Action, Tone>> = {
  add: 'good',
  update: 'good',
  same: 'none',
  ask: 'warn',
  wrong: 'bad',
  skip: 'none',
};

type LineProps = {
  index: number;
  preview: ImportPreview;
  place: RowPlace;
  onCorrect: (changes: ImportChanges) => void;
};

/** One row: whom it is about, what would become of it and why; wrong cells are fields to correct, all of them on request. */
export function ImportRowLine({ index, preview, place, onCorrect }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  const row = preview.rows[index];
  if (row === undefined) return null;
  const { name, rest } = rowSummary(preview.columns, row.cells);
  return (
    <tr {...place} class={`row-${row.action}`}>
      <th scope="row" data-label={m.roster_line()}>
        {row.line}
      </th>
      <td data-label={m.pupil_name()}>
        <span class="row-what">
          <b>{name}</b>
          <span class="small">{rest}</span>
        </span>
      </td>
      <td data-label={m.roster_what()}>
        <div class="row-what">
          <Mark tone={tones[row.action]}>{actionWords[row.action]()}</Mark>
          <Why row={row} />
          <Fixes row={row} index={index} columns={preview.columns} isOpen={isOpen} onCorrect={onCorrect} />
        </div>
      </td>
      <td class="row-actions">
        <RowDecisions row={row} onDecide={(decision) => onCorrect({ decisions: [{ row: index, decision }] })} />
        {row.action === 'skip' ? null : (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? m.roster_edit_close() : m.roster_edit()}
            <span class="unseen"> {m.roster_line_number({ line: row.line })}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

type FixesProps = {
  row: ImportRow;
  index: number;
  columns: ImportPreview['columns'];
  isOpen: boolean;
  onCorrect: (changes: ImportChanges) => void;
};

/** The cells to correct, each under its heading with what was expected; what no column holds is only said. */
function Fixes({ row, index, columns, isOpen, onCorrect }: FixesProps) {
  const homeless = row.issues.filter(({ column }) => column === null);
  return (
    <div class="fixes">
      {homeless.map(({ code, field, expected }) => (
        <span key={code} class="error">
          {fieldWords[field]()}: {expected}
        </span>
      ))}
      {columns.map(({ field, heading }, column) => {
        const issue = row.issues.find((each) => each.column === column);
        if (field === null || (issue === undefined && !isOpen)) return null;
        return (
          <CellFix
            key={column}
            heading={heading || fieldWords[field]()}
            about={m.roster_line_number({ line: row.line })}
            text={row.cells[column] ?? ''}
            fault={issue?.expected}
            onText={(text) => onCorrect({ cells: [{ row: index, column, text }] })}
          />
        );
      })}
    </div>
  );
}

/** Who is there already, and what the row would change in them. */
function Why({ row: { match, changes, action } }: { row: ImportRow }) {
  if (match === null) return null;
  const known = m.roster_known({ name: match.name, day: formatDay(match.birthDate), class: match.class });
  return (
    <span class="small">
      {action === 'ask' ? m.roster_ask({ known }) : known}
      {changes.length === 0 ? null : (
        <>
          <br />
          {m.roster_changes({ fields: changes.map((field) => fieldWords[field]()).join(', ') })}
        </>
      )}
    </span>
  );
}
