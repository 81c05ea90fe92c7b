import { byteOrderMark, csvLine } from './csv.ts';
import type { ResearchColumn, ResearchLayout } from './research-columns.ts';
import { spssSyntax } from './spss.ts';

export type ResearchHeader = { campaign: string; year: number; instrument: string; exportedAt: Date; k: number };

/** What every column means, as a table of its own. */
export const dictionaryOf = ({ columns }: ResearchLayout): string =>
  byteOrderMark +
  [['name', 'label', 'format', 'codes', 'empty'], ...columns.map(dictionaryLine)]
    .map((line) => csvLine(line, 'comma'))
    .join('');

const dictionaryLine = ({ name, label, format, values = [], missing }: ResearchColumn): string[] => [
  name,
  label,
  format,
  values.map(([code, words]) => `${code} = ${words}`).join('; '),
  missing,
];

export const syntaxOf = ({ columns }: ResearchLayout): string => byteOrderMark + spssSyntax('data.csv', columns);

export const readmeOf = (
  { campaign, year, instrument, exportedAt, k }: ResearchHeader,
  counts: { told: number; left: number },
) =>
  [
    `Ustaz research export: campaign ${campaign}, ${year}, ${instrument}, ${exportedAt.toISOString()}`,
    `${counts.told} rows; ${counts.left} pupils left out because fewer than ${k} would have looked the same even coarsened.`,
    '',
    'Pseudonyms of pupils and schools are drawn anew for each export and lead nowhere. There are no names, no birth dates and',
    `no school of fewer than ${k}. Among school, district, language, sex and age every row has at least ${k} that look the`,
    'same; where they had not, first the school was left out, then the district, the age, and language and sex.',
    'Pupils who took their consent back or were erased are not in it. Do not try to find out who a row is.',
    '',
  ].join('\r\n');
