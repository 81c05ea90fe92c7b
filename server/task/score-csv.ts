import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { loadForm, loadFormNorms } from '../../instruments/forms.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import { compile, FIELDS, MEAN, type Plan, RAW, STANINE, scoreInto, T } from '../../scoring/index.ts';
import { type Notice, readAnswerTable, type TableOutcome } from './csv/answer-table.ts';

export interface ScoreCsvOptions {
  readonly input: AsyncIterable<Buffer | string>;
  readonly output: Writable;
  readonly instrument: string;
  readonly notice: Notice;
}

/** Text is handed to the output in pieces of about this many characters. */
const PIECE = 65_536;

/**
 * Scores a CSV of answers into a CSV of scores: id, then for each scale `<scale>.raw` (prorated sum), `.mean`, `.t`,
 * `.stanine`, `.sem` (in units of the mean), all to full double precision; an insufficient scale leaves its cells blank. T,
 * stanine and SEM come from the instrument's first norm set, which is named in a notice. Streams: memory does not grow with
 * the rows. The output is written to, and left open.
 * @throws CsvProblem when the table as a whole cannot be read; Error when there is no such instrument
 */
export async function scoreCsv({ input, output, instrument, notice }: ScoreCsvOptions): Promise<TableOutcome> {
  const norm = loadFormNorms(instrument)[0];
  const plan = compile(loadForm(instrument), norm);
  notice(normNotice(norm));
  const out = new Float64Array(plan.scales.length * FIELDS);
  let piece = `${headerLine(plan)}\n`;
  const outcome = await readAnswerTable(input, { plan, notice }, (values, id) => {
    scoreInto(plan, values, out);
    piece += `${quoted(id)}${scoreCells(plan, out)}\n`;
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
  if (norm === undefined) return 'no norm: t, stanine and sem are blank';
  const { id, version, n, provisional, population } = norm;
  return `t, stanine and sem by norm ${id} ${version} (n = ${n}${provisional ? ', provisional' : ''}): ${population.description}`;
}

function headerLine({ scales }: Plan): string {
  const columns = ['raw', 'mean', 't', 'stanine', 'sem'];
  return ['id', ...scales.flatMap(({ id }) => columns.map((column) => `${id}.${column}`))].join(',');
}

function scoreCells({ scales }: Plan, out: Float64Array): string {
  let cells = '';
  for (let index = 0; index < scales.length; index++) {
    const at = index * FIELDS;
    const scored = !Number.isNaN(out[at + MEAN] ?? Number.NaN);
    cells += `,${cell(out[at + RAW])},${cell(out[at + MEAN])},${cell(out[at + T])},${cell(out[at + STANINE])},`;
    if (scored) cells += scales[index]?.sem ?? '';
  }
  return cells;
}

function cell(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
