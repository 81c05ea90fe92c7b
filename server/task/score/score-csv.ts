import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import { FIELDS, scoreInto } from '../../../scoring/index.ts';
import { populationWords } from '../../domain/norm/population-words.ts';
import { type Notice, readAnswerTable, type TableOutcome } from '../csv/answer-table.ts';
import { rowTail } from './row-tail.ts';
import { scaleCells } from './scale-cells.ts';
import { type NormChoice, scoringOf } from './scoring-of.ts';

export interface ScoreCsvOptions {
  readonly input: AsyncIterable<Buffer | string>;
  readonly output: Writable;
  readonly instrument: string;
  readonly notice: Notice;
  readonly norm?: NormChoice;
}

/** Text is handed to the output in pieces of about this many characters. */
const PIECE = 65_536;

/**
 * Scores a CSV of answers into a CSV of scores: id, then for each scale `<scale>.raw` (prorated sum), `.mean`, `.t`,
 * `.stanine`, `.sem` (in units of the mean), all to full double precision; an insufficient scale leaves its cells blank, a scale for groups
 * its T and stanine. Then
 * `quality.*`; for a battery `propensity.*`; for a form with the six interests `fields.*`. T, stanine and SEM come from the
 * instrument's first norm set unless another is chosen; it is named in a notice. Streams: memory does not grow with the
 * rows. The output is written to, and left open.
 * @throws CsvProblem when the table as a whole cannot be read; Error when there is no such instrument
 */
export async function scoreCsv(options: ScoreCsvOptions): Promise<TableOutcome> {
  const { input, output, notice } = options;
  const scoring = scoringOf(options.instrument, options.norm);
  const { plan } = scoring;
  notice(normNotice(scoring.norm));
  const out = new Float64Array(plan.scales.length * FIELDS);
  const scales = scaleCells(plan);
  const tail = rowTail(scoring);
  let piece = `${['id', ...scales.columns, ...tail.columns].join(',')}\n`;
  const outcome = await readAnswerTable(input, { plan, notice }, (values, id) => {
    scoreInto(plan, values, out);
    piece += `${quoted(id)}${scales.cells(out)}${tail.cells(values, out)}\n`;
    if (piece.length < PIECE) return;
    const full = piece;
    piece = '';
    return write(output, full);
  });
  await write(output, piece);
  return outcome;
}

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

function normNotice(norm: NormSet | undefined): string {
  if (norm === undefined) return 'no norm: t, stanine, sem and the index are blank';
  const { id, version, n, provisional, population } = norm;
  return `t, stanine and sem by norm ${id} ${version} (n = ${n}${provisional ? ', provisional' : ''}): ${populationWords(population).en}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
