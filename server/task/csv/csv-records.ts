import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { CsvProblem } from './csv-problem.ts';
import { plainRows } from './plain-rows.ts';

/** One row of a table: its cells as they stand, and the line of the file on which it ends. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** More than any answer sheet needs; a quotation mark that is never closed ends here and not in a full memory. */
const LONGEST_RECORD = 1_000_000;

/**
 * Rows of a CSV stream, header included, one by one. The separator (comma, semicolon or tab) is the one the first line
 * uses most; a byte order mark, CRLF, quoted cells and empty lines are taken as spreadsheets write them. Lines are split
 * here; from the first quotation mark on (or in UTF-16, or with old Mac line ends) a parser does it, which takes its time.
 * @throws CsvProblem when quotation marks do not pair
 */
export async function* csvRecords(input: AsyncIterable<Buffer | string>): AsyncGenerator<CsvRecord> {
  const chunks = input[Symbol.asyncIterator]();
  const head = await firstLine(chunks);
  const separator = separatorOf(head);
  if (!isPlain(head)) {
    yield* parsed(joined(head, chunks), separator, 0);
    return;
  }
  const splitter = plainRows(separator, LONGEST_RECORD);
  const rows: CsvRecord[] = [];
  const mark = hasUtf8Mark(head) ? 3 : 0;
  for (let piece: Buffer | null = head.subarray(mark); piece !== null; piece = await next(chunks)) {
    const plain = splitter.take(piece, rows);
    yield* rows;
    rows.length = 0;
    if (plain) continue;
    yield* parsed(joined(splitter.left(), chunks), separator, splitter.lines());
    return;
  }
  splitter.end(rows);
  yield* rows;
}

const hasUtf8Mark = (head: Buffer): boolean => head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;

/** UTF-16 is full of zeros; a lone return in the first line is how old Macs end theirs. */
const isPlain = (head: Buffer): boolean =>
  !head.includes(0) &&
  head[0] !== 0xff &&
  head[0] !== 0xfe &&
  !/\r(?!\n|$)/.test(head.toString('latin1').split('\n', 1)[0] ?? '');

async function next(chunks: AsyncIterator<Buffer | string>): Promise<Buffer | null> {
  const { value, done } = await chunks.next();
  return done === true ? null : Buffer.from(value);
}

/** @param before lines that were read already */
async function* parsed(
  input: AsyncIterable<Buffer | string>,
  separator: string,
  before: number,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter: separator,
    bom: before === 0,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of either end arrive through the iteration below; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(input), parser, () => {});
  try {
    for await (const { info, record } of records(parser)) yield { line: before + info.lines, cells: record };
  } catch (cause) {
    throw cause instanceof CsvError ? problemOf(cause, before) : cause;
  }
}

/** csv-parse types its stream as `any`; with `info` each chunk has this shape. */
function records(parser: AsyncIterable<{ info: Info; record: string[] }>) {
  return parser;
}

function problemOf(error: CsvError, before: number): CsvProblem {
  const line = typeof error.lines === 'number' ? `line ${before + error.lines}: ` : '';
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
