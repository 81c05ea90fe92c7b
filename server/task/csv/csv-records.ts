import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { CsvProblem } from './csv-problem.ts';

/** One row of a table: its cells as they stand, and the line of the file on which it ends. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** More than any answer sheet needs; a quotation mark that is never closed ends here and not in a full memory. */
const LONGEST_RECORD = 1_000_000;

/**
 * Rows of a CSV stream, header included, one by one. The separator (comma, semicolon or tab) is the one the first line
 * uses most; a byte order mark, CRLF, quoted cells and empty lines are taken as spreadsheets write them.
 * @throws CsvProblem when quotation marks do not pair
 */
export async function* csvRecords(input: AsyncIterable<Buffer | string>): AsyncGenerator<CsvRecord> {
  const chunks = input[Symbol.asyncIterator]();
  const head = await firstLine(chunks);
  const parser = parse({
    delimiter: separatorOf(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of either end arrive through the iteration below; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(joined(head, chunks)), parser, () => {});
  try {
    for await (const { info, record } of records(parser)) yield { line: info.lines, cells: record };
  } catch (cause) {
    throw cause instanceof CsvError ? problemOf(cause) : cause;
  }
}

/** csv-parse types its stream as `any`; with `info` each chunk has this shape. */
function records(parser: AsyncIterable<{ info: Info; record: string[] }>) {
  return parser;
}

function problemOf(error: CsvError): CsvProblem {
  const line = typeof error.lines === 'number' ? `line ${error.lines}: ` : '';
  const unpaired = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return new CsvProblem(
    unpaired ? `${line}a quotation mark was opened and never closed` : `${line}not a CSV row: ${error.message}`,
    { cause: error },
  );
}

async function firstLine(chunks: AsyncIterator<Buffer | string>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < LONGEST_RECORD && !/[\r\n]/.test(head.toString('latin1'))) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, Buffer.from(value)]);
  }
  return head;
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer | string>): AsyncGenerator<Buffer | string> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function separatorOf(head: Buffer): string {
  const line = head.toString('latin1').split(/[\r\n]/, 1)[0] ?? '';
  const unquoted = line.replace(/"[^"]*"/g, '');
  const count = (separator: string): number => unquoted.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}
