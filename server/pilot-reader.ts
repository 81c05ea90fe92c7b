import { Readable } from 'node:stream';
import type { Instrument } from '../instruments/schema/instrument.schema.ts';
import { Problem } from './domain/problem.ts';
import { type GroupName, MISSING_CODE, type Pilot } from './domain/study.ts';
import { CsvProblem } from './task/csv/csv-problem.ts';
import { type ResponseTable, readResponses } from './task/csv/response-table.ts';

export type ReadPilot = Pick<Pilot, 'items' | 'rows' | 'left' | 'codes' | 'groups'> & { notices: string[] };

const groupNames: readonly GroupName[] = ['language', 'sex', 'locality', 'device'];
const mostAnswers = 8_000_000;
const mostNotices = 60;

/**
 * Reads a CSV of pilot answers to a form. Columns are item ids; `language`, `sex`, `locality` and `device` are kept as
 * groups; everything else, names and ids above all, is passed over and never stored.
 */
export async function readPilot(
  content: Buffer,
  instrument: Instrument,
  points: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ReadPilot> {
  const notices: string[] = [];
  const notice = (line: string): void => void notices.push(line);
  const keep = groupsIn(content);
  const items = instrument.items.map(({ id }) => id);
  const request = {
    items,
    points: new Map([...points].map(([item, set]) => [item, [...set]])),
    absentItems: true,
    keep,
  };
  const table = await readResponses(Readable.from([content]), request, notice).catch((cause: unknown) => {
    if (cause instanceof CsvProblem)
      throw new Problem('input-invalid', {
        errors: [{ pointer: '/body/content', detail: cause.message.slice(0, 300) }],
      });
    throw cause;
  });
  if (table.matrix.n === 0 || table.matrix.values.length > mostAnswers) {
    const detail = table.matrix.n === 0 ? 'a table with at least one good row' : `at most ${mostAnswers} answers`;
    throw new Problem('input-invalid', { errors: [{ pointer: '/body/content', detail }] });
  }
  return {
    items,
    rows: table.matrix.n,
    left: table.outcome.bad,
    codes: Uint8Array.from(table.matrix.values, (value) => (Number.isNaN(value) ? MISSING_CODE : value)),
    groups: groupsOf(table),
    notices: notices.slice(0, mostNotices).map((line) => line.slice(0, 500)),
  };
}

/** Which group columns the header has. */
function groupsIn(content: Buffer): GroupName[] {
  const header = content.toString('utf8', 0, 100_000).split(/[\r\n]/, 1)[0] ?? '';
  const names = header
    .replace(/^\uFEFF/, '')
    .split(/[,;\t]/)
    .map((name) => name.trim().replace(/^"|"$/g, ''));
  return groupNames.filter((name) => names.includes(name));
}

function groupsOf({ text }: ResponseTable): Pilot['groups'] {
  return Object.fromEntries([...text].map(([name, cells]) => [name, cells.map((cell) => cell.slice(0, 40))]));
}
