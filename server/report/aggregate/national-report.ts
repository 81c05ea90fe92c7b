import type { ReportGroup } from '../../contract/aggregate.schema.ts';
import type { NationalReport } from '../../contract/comparison.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { Report, ReportBlock } from '../../domain/report/report.ts';
import type { Cell } from '../export/csv.ts';
import type { Sheet } from '../export/xlsx.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { histogramDrawing, trendDrawing } from './drawings.ts';
import { dayWords, differenceWords, numberWords, shareWords } from './numbers.ts';
import { stepsBlock } from './region-report.ts';
import { figureHeads, figures, stepsSheet } from './region-sheets.ts';

/** The country on paper. */
export function nationalPdfReport(national: NationalReport, language: Language): Report {
  const phrases = aggregatePhrases[language];
  const { country, scales, groups, asOf, year } = national;
  const number = (value: number): string => numberWords(value, 0, language);
  const trend = trendDrawing(national, scales, language);
  const { participation, steps } = stepsOf(national);
  return {
    language,
    title: phrases.nationalTitle,
    about: String(year),
    headline: phrases.country,
    summary: [
      phrases.finished(number(country.participation.submitted), number(country.participation.pupils)),
      dayWords(asOf, language),
    ],
    blocks: [
      stepsBlock({ participation, steps }, language, phrases.untold),
      regionsBlock(national, language),
      ...(trend === null ? [] : [trend]),
      ...scales.flatMap((scale) => histogramDrawing(scale, groups, language) ?? []),
      ...scales.map((scale) => scaleBlock(scale, groups, language)),
    ],
    foot: [],
    demo: false,
  };
}

const stepsOf = ({ country, steps }: NationalReport) => ({ participation: country.participation, steps });

function regionsBlock({ regions }: NationalReport, language: Language): ReportBlock {
  const { regions: title, heads, steps } = aggregatePhrases[language];
  const head = [heads.place, steps.pupils ?? '', steps.consented ?? '', steps.submitted ?? '', heads.share];
  const rows = regions.map(({ name, participation: { pupils, consented, submitted } }) => ({
    cells: [
      name[language],
      ...[pupils, consented, submitted].map((count) => numberWords(count, 0, language)),
      pupils === 0 ? '—' : shareWords(submitted / pupils, language),
    ],
  }));
  return { kind: 'table', title, head, rows, note: '' };
}

function scaleBlock(
  { id, name }: NationalReport['scales'][number],
  groups: readonly ReportGroup[],
  language: Language,
): ReportBlock {
  const { heads, certain, fewer } = aggregatePhrases[language];
  const rows = groups.flatMap((group) => {
    const one = group.scales.find(({ scale }) => scale === id);
    if (one === undefined) return [];
    const margin = one.margin === null ? '' : ` ± ${numberWords(one.margin, 2, language)}`;
    return [
      {
        cells: [
          groupName(group, language),
          numberWords(one.n, 0, language),
          one.mean === null ? fewer : `${numberWords(one.mean, 2, language)}${margin}`,
          differenceWords(one.toCountry, language),
          differenceWords(one.toLastYear, language),
        ],
      },
    ];
  });
  const head = [heads.place, heads.n, heads.mean, heads.toCountry, heads.toLastYear];
  return { kind: 'table', title: name[language], head, rows, note: certain };
}

/** The country as sheets. */
export function nationalSheets(national: NationalReport, language: Language): Sheet[] {
  const { regions: title, trend, heads, steps, groups: groupsTitle } = aggregatePhrases[language];
  const names = new Map(national.scales.map(({ id, name }) => [id, name[language]]));
  const taken = ['pupils', 'consented', 'started', 'submitted'] as const;
  const takenHeads = taken.map((step) => steps[step] ?? step);
  return [
    stepsSheet(stepsOf(national), language, aggregatePhrases[language].untold),
    {
      name: title,
      rows: [
        [heads.id, heads.place, ...takenHeads],
        ...national.regions.map(({ id, name, participation }): Cell[] => [
          id,
          name[language],
          ...taken.map((step) => participation[step]),
        ]),
      ],
    },
    {
      name: groupsTitle,
      rows: [
        [heads.place, heads.scale, ...figureHeads(language)],
        ...national.groups.flatMap((group) =>
          group.scales.map((one): Cell[] => [
            groupName(group, language),
            names.get(one.scale) ?? one.scale,
            ...figures(one, language),
          ]),
        ),
      ],
    },
    {
      name: trend,
      rows: [
        [heads.year, heads.scale, ...figureHeads(language)],
        ...national.trend.flatMap(({ year, scales }) =>
          scales.map((one): Cell[] => [year, names.get(one.scale) ?? one.scale, ...figures(one, language)]),
        ),
      ],
    },
  ];
}
