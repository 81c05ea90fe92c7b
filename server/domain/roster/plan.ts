import { classKey } from './class-name.ts';
import type { RosterColumns, RosterField } from './field.ts';
import type { RosterIssue } from './issue.ts';
import { changedFields, type KnownPupil, type Match, matcher, nameKey } from './match.ts';
import { type ReadingContext, type RosterPupil, readRow } from './read-row.ts';

/** What a person answered to «is it the same child?», or that a row is to be left out. */
export type RowDecision = 'same' | 'new' | 'skip';

/** What would become of a row. `ask`: someone of that name and birth date is there; `wrong`: it cannot be taken as it is. */
export type RowAction = 'add' | 'update' | 'same' | 'ask' | 'wrong' | 'skip';

export type PlannedRow = {
  action: RowAction;
  pupil: RosterPupil | null;
  match: { pid: string; by: 'own-id' | 'iin' | 'name'; known: KnownPupil } | null;
  changes: readonly RosterField[];
  issues: readonly RosterIssue[];
};

export type RosterSource = {
  columns: RosterColumns;
  rows: readonly (readonly string[])[];
  decisions: Readonly<Record<number, RowDecision>>;
};

export type RosterKnowledge = ReadingContext & {
  known: readonly KnownPupil[];
  /** Does this number stand in a record outside the school? */
  isTaken(iin: string): boolean;
  /** Was this child erased at the family's request? */
  isErased(pupil: RosterPupil): boolean;
};

/** Decides for every row of a class list what would become of it; nothing is written. Rows keep their order. */
export function planRoster(source: RosterSource, knowledge: RosterKnowledge): PlannedRow[] {
  const match = matcher(knowledge.known);
  const seen = new Set<string>();
  return source.rows.map((cells, index) => {
    const decision = source.decisions[index];
    if (decision === 'skip') return idle('skip');
    const { pupil, issues } = readRow(cells, source.columns, knowledge);
    if (pupil === null) return { ...idle('wrong'), issues };
    const keyed = { ...pupil, class: pupil.class === null ? null : classKey(pupil.class) };
    const found = match(keyed);
    const wrong = rowIssue(keyed, found, decision, knowledge) ?? repeatIssue(keyed, found, decision, seen);
    if (wrong !== null) return { ...idle('wrong'), pupil, issues: [wrong] };
    return { ...planned(keyed, found, decision), pupil };
  });
}

const idle = (action: RowAction): PlannedRow => ({ action, pupil: null, match: null, changes: [], issues: [] });

function planned(pupil: RosterPupil, found: Match, decision: Decision): PlannedRow {
  if (found.kind === 'none' || found.kind === 'contradiction') return idle('add');
  const match = { pid: found.pupil.pid, by: found.by, known: found.pupil };
  if (found.kind === 'ask' && decision === undefined) return { ...idle('ask'), match };
  if (found.kind === 'ask' && decision === 'new') return idle('add');
  const changes = changedFields(pupil, found.pupil);
  return { ...idle(changes.length === 0 ? 'same' : 'update'), match, changes };
}

type Decision = RowDecision | undefined;

function rowIssue(
  pupil: RosterPupil,
  found: Match,
  decision: Decision,
  knowledge: RosterKnowledge,
): RosterIssue | null {
  if (found.kind === 'contradiction') return { field: 'ownId', code: 'contradiction' };
  if (found.kind === 'ask' && found.by === 'own-id' && decision === 'new')
    return { field: 'ownId', code: 'own-id-taken' };
  if (found.kind === 'none' && knowledge.isErased(pupil)) return { field: nameField, code: 'erased' };
  const isOwn = found.kind !== 'none' && found.pupil.iin === pupil.iin;
  if (pupil.iin !== null && !isOwn && knowledge.isTaken(pupil.iin)) return { field: 'iin', code: 'iin-taken' };
  return null;
}

const nameField = 'familyName';

/** The second row about one child: the same id, number, person found, or name with birth date where no ids tell them apart. */
function repeatIssue(pupil: RosterPupil, found: Match, decision: Decision, seen: Set<string>): RosterIssue | null {
  const pid = 'pupil' in found && decision !== 'new' ? found.pupil.pid : null;
  const keys: (readonly [RosterField, string | null])[] = [
    ['ownId', pupil.ownId],
    ['iin', pupil.iin],
    [nameField, pid],
    [nameField, pupil.ownId === null && pupil.iin === null ? nameKey(pupil) : null],
  ];
  const repeated = keys.find(([field, key]) => key !== null && seen.has(`${field}|${key}`));
  for (const [field, key] of keys) if (key !== null) seen.add(`${field}|${key}`);
  return repeated === undefined ? null : { field: repeated[0], code: 'twice-in-file' };
}
