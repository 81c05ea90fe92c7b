import type { Notice } from '../csv/answer-table.ts';
import type { TableRequest } from '../csv/column-roles.ts';
import { type ResponseTable, readResponses } from '../csv/response-table.ts';
import type { KeyedScale } from './key-file.ts';
import { type ScaleAnswers, scaleAnswers } from './keyed-scales.ts';

/** Which columns of a table of responses are used, and how they are keyed. */
export interface ColumnChoice {
  readonly key?: readonly KeyedScale[];
  readonly items?: readonly string[];
  readonly exclude?: readonly string[];
  readonly keep?: readonly string[];
}

/** A table read by a key (its scales), or with all its columns of answers as one scale. */
export async function scoredTable(
  input: AsyncIterable<Buffer | string>,
  { key, items, exclude, keep }: ColumnChoice,
  notice: Notice,
): Promise<{ table: ResponseTable; scales: ScaleAnswers[] }> {
  const asked = key?.flatMap((scale) => scale.items.map(({ item }) => item)) ?? items;
  const request: TableRequest = {
    ...(asked === undefined ? {} : { items: [...new Set(asked)] }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(keep === undefined ? {} : { keep }),
  };
  const table = await readResponses(input, request, notice);
  const whole: KeyedScale = { scale: 'all', items: table.items.map((item) => ({ item, reversed: false })) };
  const scales = (key ?? [whole]).map((scale) => scaleAnswers(table.matrix, table.items, scale));
  return { table, scales };
}
