import type { ImportPreview, ImportRow } from '../../contract/roster.schema.ts';
import type { Language } from '../../domain/language.ts';
import { classKey } from '../../domain/roster/class-name.ts';
import type { RosterColumns, RosterField } from '../../domain/roster/field.ts';
import { issueWords } from '../../domain/roster/issue.ts';
import type { PlannedRow } from '../../domain/roster/plan.ts';
import { missingFields } from '../../domain/roster/recognise-columns.ts';
import type { OpenImport } from '../../store/imports.ts';
import type { ImportPlan } from './import-plan.ts';

/** The preview of an import as a person corrects it. */
export function toPreview(found: OpenImport, plan: ImportPlan, language: Language): ImportPreview {
  const { draft } = found;
  return {
    id: found._id,
    state: found.state,
    fileName: draft.fileName,
    format: found.format,
    encoding: found.encoding,
    createdAt: found.createdAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    class: draft.class,
    columns: draft.headings.map((heading, index) => ({ heading, field: draft.columns[index] ?? null })),
    missing: missingFields(draft.columns),
    rows: plan.rows.map((row, index) => toRow(row, index, found, language)),
    counts: countActions(plan.rows),
    newClasses: newClassNames(plan),
    absent: countAbsent(plan),
    outcome: found.outcome,
  };
}

function toRow(row: PlannedRow, index: number, { draft }: OpenImport, language: Language): ImportRow {
  const { line = 0, cells = [] } = draft.rows[index] ?? {};
  return {
    line,
    action: row.action,
    cells: [...cells],
    issues: row.issues.map(({ field, code }) => ({
      column: columnOf(draft.columns, field),
      field,
      code,
      expected: issueWords(code, language),
    })),
    match: row.match === null ? null : toMatch(row.match),
    changes: [...row.changes],
    decision: draft.decisions[index] ?? null,
  };
}

const toMatch = ({ pid, by, known }: NonNullable<PlannedRow['match']>): ImportRow['match'] => ({
  pid,
  by,
  name: `${known.familyName} ${known.givenName}`,
  birthDate: known.birthDate,
  class: known.class,
});

/** A name may stand in one column or in three. */
function columnOf(columns: RosterColumns, field: RosterField): number | null {
  const at = columns.indexOf(field);
  const whole = at === -1 && field === 'familyName' ? columns.indexOf('fullName') : at;
  return whole === -1 ? null : whole;
}

export function countActions(rows: readonly PlannedRow[]): ImportPreview['counts'] {
  const counts = { add: 0, update: 0, same: 0, ask: 0, wrong: 0, skip: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}

/** Classes of right rows that the school does not have yet, as the file writes them. */
export function newClassNames({ rows, classes }: ImportPlan): string[] {
  const names = new Map<string, string>();
  for (const { action, pupil } of rows) {
    if (pupil?.class === null || pupil === null || (action !== 'add' && action !== 'update')) continue;
    const key = classKey(pupil.class);
    if (!classes.has(key) && !names.has(key)) names.set(key, pupil.class);
  }
  return [...names.values()].slice(0, 200);
}

function countAbsent({ rows, classes, roster }: ImportPlan): number {
  const named = new Set(rows.flatMap(({ pupil }) => classes.get(classKey(pupil?.class ?? ''))?._id ?? []));
  const found = new Set(rows.flatMap(({ match }) => match?.pid ?? []));
  return [...roster.pupils.values()].filter(
    (pupil) => !pupil.leftSchoolAt && named.has(pupil.class) && !found.has(pupil._id),
  ).length;
}
