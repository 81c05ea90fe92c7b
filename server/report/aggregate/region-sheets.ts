import type { ComparisonReport, Difference, GroupSummary } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { Cell } from '../export/csv.ts';
import type { Sheet } from '../export/xlsx.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { stepRows } from './steps-rows.ts';

/** A region's release as sheets: steps, places with every scale, groups with their differences, years. */
export const regionSheets = (report: CampaignReport, comparison: ComparisonReport, language: Language): Sheet[] => [
  stepsSheet(comparison, language),
  placesSheet(report, language),
  groupsSheet(report, comparison, language),
  ...choiceSheet(report, comparison, language),
  trendSheet(report, comparison, language),
];

export function stepsSheet(
  comparison: Pick<ComparisonReport, 'participation' | 'steps'>,
  language: Language,
  untold: string = aggregatePhrases[language].fewer,
): Sheet {
  const { stepsTitle, steps, heads } = aggregatePhrases[language];
  const rows = stepRows(comparison).map(({ step, count }): Cell[] => [steps[step] ?? step, count ?? untold]);
  return { name: stepsTitle, rows: [[heads.step, heads.count], ...rows] };
}

const participationSteps = ['pupils', 'consented', 'started', 'submitted'] as const;

function placesSheet({ rows, scales }: CampaignReport, language: Language): Sheet {
  const { places, heads, steps, fewer } = aggregatePhrases[language];
  const perScale = scales.flatMap(({ name }) =>
    [heads.n, heads.mean, heads.sd].map((head) => `${name[language]}: ${head}`),
  );
  const head = [
    heads.level,
    heads.id,
    heads.place,
    ...participationSteps.map((step) => steps[step] ?? step),
    ...perScale,
  ];
  const body = rows.map((row): Cell[] => [
    row.level,
    row.id,
    row.name[language],
    ...participationSteps.map((step) => row.participation[step]),
    ...scales.flatMap(({ id }): Cell[] => {
      const cell = row.scales.find(({ scale }) => scale === id);
      return cell?.kind === 'shown' ? [cell.n, cell.mean ?? fewer, cell.sd ?? fewer] : [fewer, fewer, fewer];
    }),
  ]);
  return { name: places, rows: [head, ...body] };
}

function groupsSheet({ scales }: CampaignReport, { groups }: ComparisonReport, language: Language): Sheet {
  const { groups: title, heads, by } = aggregatePhrases[language];
  const compared = [heads.toRest, heads.toCountry, heads.toLastYear].flatMap((head) => [head, heads.margin, '']);
  const fifths = [1, 2, 3, 4, 5].map((fifth) => `${fifth}/5`);
  const head = ['', heads.group, heads.scale, ...figureHeads(language), ...fifths, ...compared];
  const names = new Map(scales.map(({ id, name }) => [id, name[language]]));
  const rows = groups.flatMap((group) =>
    group.scales.map((one): Cell[] => [
      by[group.by] ?? '',
      groupName(group, language),
      names.get(one.scale) ?? one.scale,
      ...figures(one, language),
      ...one.histogram.map((count) => count ?? aggregatePhrases[language].fewer),
      ...[one.toRest, one.toCountry, one.toLastYear].flatMap((each) => differenceCells(each, language)),
    ]),
  );
  return { name: title, rows: [head, ...rows] };
}

export const figureHeads = (language: Language): string[] => {
  const { n, mean, margin, median, sd } = aggregatePhrases[language].heads;
  return [n, mean, margin, median, sd];
};

export function figures({ n, mean, margin, median, sd }: GroupSummary, language: Language): Cell[] {
  const { fewer } = aggregatePhrases[language];
  return [n, mean ?? fewer, margin ?? fewer, median ?? fewer, sd ?? fewer];
}

const differenceCells = (difference: Difference | null, language: Language): Cell[] =>
  difference === null
    ? [null, null, null]
    : [difference.by, difference.margin, aggregatePhrases[language].verdict[difference.verdict]];

function choiceSheet({ choices = [] }: CampaignReport, { groups }: ComparisonReport, language: Language): Sheet[] {
  if (choices.length === 0) return [];
  const { choices: title, fewer, heads } = aggregatePhrases[language];
  const rows = choices.flatMap(({ id, name, classes }) =>
    groups.flatMap((group) => {
      const cell = group.choices.find(({ choice }) => choice === id);
      if (cell?.kind !== 'shown') return [];
      return classes.map((one, index): Cell[] => [
        name[language],
        groupName(group, language),
        one.name[language],
        cell.counts[index] ?? fewer,
        cell.n,
      ]);
    }),
  );
  return [{ name: title, rows: [['', heads.group, '', heads.count, heads.n], ...rows] }];
}

function trendSheet({ scales }: CampaignReport, { trend }: ComparisonReport, language: Language): Sheet {
  const { trend: title, heads, steps } = aggregatePhrases[language];
  const names = new Map(scales.map(({ id, name }) => [id, name[language]]));
  const rows = trend.flatMap(({ year, participation, scales: cells }) =>
    cells.map((one): Cell[] => [
      year,
      participation.pupils,
      participation.submitted,
      names.get(one.scale) ?? one.scale,
      ...figures(one, language),
    ]),
  );
  const head = [heads.year, steps.pupils ?? '', steps.submitted ?? '', heads.scale, ...figureHeads(language)];
  return { name: title, rows: [head, ...rows] };
}
