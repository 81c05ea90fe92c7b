import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Plan } from '../../../scoring/index.ts';
import { type Notice, readAnswerTable } from '../csv/answer-table.ts';

export type ReplayRow = { number: number; answers: Readonly<Record<string, number>> };

/** The rows of a file of answers and a hash of its content. Bad rows are named and left out. */
export async function readRows(
  file: string,
  plan: Plan,
  notice: Notice,
): Promise<{ rows: ReplayRow[]; bad: number; hash: string }> {
  const hash = createHash('sha256');
  const rows: ReplayRow[] = [];
  const input = createReadStream(file);
  input.on('data', (piece) => hash.update(piece));
  const { bad } = await readAnswerTable(input, { plan, notice }, (values) => {
    rows.push({ number: rows.length + 1, answers: answersIn(plan, values) });
  });
  return { rows, bad, hash: hash.digest('hex') };
}

function answersIn(plan: Plan, values: Float64Array): Record<string, number> {
  const entries = plan.itemIds.map((id, index) => [id, values[index] ?? Number.NaN] as const);
  return Object.fromEntries(entries.filter(([, value]) => !Number.isNaN(value)));
}
