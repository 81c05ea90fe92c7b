import type { ResearchColumn } from './research-columns.ts';

/** The syntax that reads the CSV beside it into SPSS or PSPP: names, labels, codes; run with the folder of the files as the working one. */
export function spssSyntax(file: string, columns: readonly ResearchColumn[]): string {
  const labelled = columns.filter(({ values }) => values !== undefined && values.length > 0);
  return [
    '* Ustaz: reads the research data. Nothing in it names a person.',
    'SET UNICODE=ON.',
    'SET DECIMAL=DOT.',
    'GET DATA /TYPE=TXT',
    `  /FILE=${quoted(file)}`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map(({ name, format }) => `    ${name} ${format}`),
    '  .',
    'VARIABLE LABELS',
    ...columns.map(({ name, label }, index) => `  ${index === 0 ? '' : '/'}${name} ${quoted(label.slice(0, 250))}`),
    '  .',
    ...(labelled.length === 0 ? [] : ['VALUE LABELS', ...labelled.map(valueLabels), '  .']),
    'EXECUTE.',
    '',
  ].join('\r\n');
}

const valueLabels = ({ name, values = [] }: ResearchColumn, index: number): string =>
  `  ${index === 0 ? '' : '/'}${name} ${values
    .map(([code, label]) => `${typeof code === 'number' ? code : quoted(code)} ${quoted(label.slice(0, 110))}`)
    .join(' ')}`;

/** A line of syntax ends with a dot or an empty line, never inside a text. */
const quoted = (text: string): string => `'${text.replace(/\s+/g, ' ').replaceAll("'", "''")}'`;
