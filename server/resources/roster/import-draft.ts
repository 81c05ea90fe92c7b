import type { ImportChanges, NewImport } from '../../contract/roster.schema.ts';
import type { RosterColumns, RosterField } from '../../domain/roster/field.ts';
import type { RowDecision } from '../../domain/roster/plan.ts';
import { findHeadings, recogniseColumns } from '../../domain/roster/recognise-columns.ts';
import type { Table } from '../../report/spreadsheet/table.ts';
import type { ImportDraft } from '../../store/imports.ts';

/** A file as a draft: where its headings are, what its columns hold, and its rows. Without headings every row is a row. */
export function draftOf({ rows }: Table, body: NewImport): ImportDraft {
  const at = findHeadings(rows.map(({ cells }) => cells));
  const wide = Math.max(...rows.map(({ cells }) => cells.length));
  const head = at === null ? [] : (rows[at]?.cells ?? []);
  const headings = Array.from({ length: wide }, (_, index) => (head[index] ?? '').trim());
  return {
    fileName: body.fileName,
    headings,
    columns: recogniseColumns(headings),
    rows: at === null ? rows : rows.slice(at + 1),
    decisions: {},
    class: body.class ?? null,
  };
}

/** The draft with a person's corrections; a field stands in one column only. */
export function changedDraft(
  draft: ImportDraft,
  { class: named, columns = [], cells = [], decisions = [] }: ImportChanges,
): ImportDraft {
  const texts = new Map(cells.map(({ row, column, text }) => [`${row}|${column}`, text]));
  const wide = draft.headings.length;
  return {
    ...draft,
    columns: columns.reduce(assigned, draft.columns),
    rows:
      cells.length === 0
        ? draft.rows
        : draft.rows.map((row, at) => ({ ...row, cells: corrected(row.cells, at, wide, texts) })),
    decisions: decisions.reduce(decided, draft.decisions),
    class: named === undefined ? draft.class : named,
  };
}

const assigned = (
  columns: RosterColumns,
  { column, field }: { column: number; field: RosterField | null },
): RosterColumns => columns.map((held, index) => (index === column ? field : held === field ? null : held));

const corrected = (cells: readonly string[], row: number, wide: number, texts: ReadonlyMap<string, string>): string[] =>
  Array.from({ length: wide }, (_, column) => texts.get(`${row}|${column}`) ?? cells[column] ?? '');

type Decisions = ImportDraft['decisions'];

function decided(decisions: Decisions, { row, decision }: { row: number; decision: RowDecision | null }): Decisions {
  if (decision !== null) return { ...decisions, [row]: decision };
  const { [row]: _taken, ...rest } = decisions;
  return rest;
}
