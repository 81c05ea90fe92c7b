import { m } from '../../i18n/generated/messages.js';

type Said = readonly (string | undefined)[];
type Known = readonly [RegExp, (said: Said) => string];

/** What reading a file found is told in the words of the command line; here they are the reader's, with its names and numbers. */
const known: readonly Known[] = [
  [/^\d+ rows taken/, () => ''],
  [/^columns passed over: (.*)$/, ([, names]) => m.bench_file_over({ names: listed(names) })],
  [
    /^items without a column, counted as not answered: (.*)$/,
    ([, names]) => m.bench_file_absent({ names: listed(names) }),
  ],
  [
    /^line (\d+), column \(all\): found (\d+) cells, expected (\d+) cells/,
    ([, line, found, expected]) =>
      m.bench_file_torn({ line: said(line), found: said(found), expected: said(expected) }),
  ],
  [
    /^line (\d+), column (.*): found «(.*)», expected (.*)$/,
    ([, line, column, found, expected]) =>
      m.bench_file_cell({ line: said(line), column: said(column), found: said(found), expected: points(expected) }),
  ],
  [/^further wrong cells/, () => m.bench_file_more()],
  [
    /no column is named after an item; found (.*?)(?:; expected (.*))?$/,
    ([, found, expected]) => m.bench_file_no_item({ found: listed(found), expected: listed(expected) }),
  ],
  [/column (.*) stands there twice/, ([, names]) => m.bench_file_twice({ names: listed(names) })],
  [/no column holds answers/, () => m.bench_file_no_answers()],
  [/at least one good row/, () => m.bench_file_no_rows()],
  [/the file is empty/, () => m.bench_file_empty()],
];

/** In the reader's language; what this page does not know yet stands as the service gave it. */
export function noticeWords(notice: string): string {
  for (const [pattern, words] of known) {
    const found = pattern.exec(notice);
    if (found !== null) return words(found);
  }
  return notice;
}

const said = (text: string | undefined): string => text ?? '';

/** Long lists end with how many more there are. */
const listed = (names: string | undefined): string =>
  said(names)
    .replace(/ and (\d+) more$/, (_, n: string) => ` … (+${n})`)
    .replaceAll('(no name)', '–');

const points = (expected: string | undefined): string =>
  said(expected)
    .replace(/ or blank$/, '')
    .replace(/^a whole number$/, () => m.bench_file_whole());
