import type { ComparisonReport, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport, CountryReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { Report, ReportBlock } from '../../domain/report/report.ts';
import { aggregatePhrases } from './aggregate-words.ts';
import { choicesInBrief, choiceTables } from './choice-blocks.ts';
import { histogramDrawing, trendDrawing } from './drawings.ts';
import { clearDifferences, findingsBlock } from './findings.ts';
import { dayWords, numberWords, shareWords } from './numbers.ts';
import { regionMap } from './region-map.ts';
import { regionPhrases } from './region-words.ts';
import { groupsTable, overviewTable } from './scale-tables.ts';
import { stepRows } from './steps-rows.ts';

/** `short`: what is read, six to ten pages at most; `whole`: the same with every picture and table as an appendix. */
export type Edition = 'short' | 'whole';

type Ground = {
  report: CampaignReport;
  comparison: ComparisonReport;
  country: CountryReport;
  edition: Edition;
};

/** A region's release on paper: what the answers say, who took part, the few pictures that matter, how far to trust it. */
export function regionReport({ report, comparison, country, edition }: Ground, language: Language): Report {
  const phrases = aggregatePhrases[language];
  const { campaign, releasedAt, nextRelease, participation, groups, normOf } = comparison;
  const number = (value: number): string => numberWords(value, 0, language);
  const release = number(report.release);
  const overview = overviewTable(report, regionOf(groups), language);
  const isWhole = edition === 'whole';
  return {
    language,
    title: phrases.title,
    about: `${campaign.title[language]}, ${campaign.year}`,
    headline: campaign.regionName[language],
    summary: [
      phrases.finished(number(participation.submitted), number(participation.pupils)),
      phrases.release(release, dayWords(releasedAt, language), dayWords(nextRelease, language)),
    ],
    blocks: [
      findingsBlock(report, groups, language),
      stepsBlock(comparison, language),
      regionMap(country, campaign.region, language),
      ...(placesBlock(report, ['region', 'district'], language) ?? []),
      ...choicesInBrief(report, groups, language),
      ...(overview === null ? [] : [overview]),
      ...chartBlocks(report, comparison, language),
      trustBlock(report, comparison, language),
      ...(isWhole ? appendix(report, comparison, language) : []),
    ],
    foot: [
      phrases.source(release),
      ...(normOf === null ? [] : [phrases.norm[normOf]]),
      ...(isWhole ? [] : [regionPhrases[language].more]),
      ...(campaign.demo ? [phrases.demo] : []),
    ],
    demo: campaign.demo,
  };
}

const regionOf = (groups: readonly ReportGroup[]): ReportGroup | undefined =>
  groups.find(({ kind }) => kind === 'region');

/** As many as fit two pages. */
const mostCharts = 4;
/** What a department that looks for teachers asks about first, where no difference speaks louder. */
const askedFirst: readonly string[] = [
  'teaching-motives',
  'helping-efficacy',
  'social',
  'people',
  'empathy',
  'tolerance',
];

/**
 * Scales in which groups differ for certain come first. Districts, however many a region has, and types of school, which
 * mostly follow the language, stand in the appendix: so a picture takes a third of a page.
 */
function chartBlocks(report: CampaignReport, comparison: ComparisonReport, language: Language): ReportBlock[] {
  const told = new Set(regionOf(comparison.groups)?.scales.map(({ scale }) => scale));
  const first = [
    ...clearDifferences(comparison.groups).map(({ scale }) => scale),
    ...askedFirst,
    ...report.scales.map(({ id }) => id),
  ];
  const chosen = [...new Set(first)].filter((id) => told.has(id)).slice(0, mostCharts);
  const scales = chosen.flatMap((id) => report.scales.find((scale) => scale.id === id) ?? []);
  const groups = comparison.groups.filter(({ kind, by }) => kind !== 'district' && by !== 'type');
  const trend = trendDrawing(comparison, scales, language);
  return [
    ...scales.flatMap((scale) => histogramDrawing(scale, groups, language) ?? []),
    ...(trend === null || scales.length === 0 ? [] : [trend]),
  ];
}

function trustBlock(
  report: CampaignReport,
  { participation: { pupils, submitted }, normOf }: ComparisonReport,
  language: Language,
): ReportBlock {
  const { trustTitle: title, trust } = regionPhrases[language];
  const phrases = aggregatePhrases[language];
  const points = [
    ...(pupils === 0 ? [] : [trust.reach(shareWords(submitted / pupils, language))]),
    trust.self,
    phrases.certain,
    trust.languages,
    normOf === null ? trust.noNorm : `${phrases.norm[normOf]}.`,
    phrases.protection(numberWords(report.k, 0, language), numberWords(report.minimumForHistogram, 0, language)),
  ];
  return { kind: 'points', title, points };
}

function appendix(report: CampaignReport, comparison: ComparisonReport, language: Language): ReportBlock[] {
  const { groups } = comparison;
  const { appendix: title, appendixLead } = regionPhrases[language];
  const trend = trendDrawing(comparison, report.scales, language);
  return [
    { kind: 'text', title, paragraphs: [appendixLead] },
    ...(placesBlock(report, ['school'], language) ?? []),
    ...choiceTables(report, groups, language),
    ...(trend === null ? [] : [trend]),
    ...report.scales.flatMap((scale) => histogramDrawing(scale, groups, language) ?? []),
    ...report.scales.flatMap((scale) => groupsTable(scale, groups, language) ?? []),
  ];
}

export function stepsBlock(
  comparison: Pick<ComparisonReport, 'participation' | 'steps'>,
  language: Language,
  untold: string = aggregatePhrases[language].fewer,
): ReportBlock {
  const phrases = aggregatePhrases[language];
  const whole = Math.max(1, comparison.participation.pupils);
  const rows = stepRows(comparison).map(({ step, count }) => ({
    cells: [
      phrases.steps[step] ?? step,
      count === null ? untold : numberWords(count, 0, language),
      count === null ? '' : shareWords(count / whole, language),
    ],
  }));
  const { step, count, share } = phrases.heads;
  return { kind: 'table', title: phrases.stepsTitle, head: [step, count, share], rows, note: phrases.stepsNote };
}

type Level = CampaignReport['rows'][number]['level'];

/** Null where the region is the only line: the steps have told it. */
function placesBlock({ rows }: CampaignReport, levels: readonly Level[], language: Language): ReportBlock[] | null {
  const { heads, steps } = aggregatePhrases[language];
  const { districts, schools } = regionPhrases[language];
  const number = (value: number): string => numberWords(value, 0, language);
  const table = rows
    .filter(({ level }) => levels.includes(level))
    .map(({ name, participation: { pupils, consented, started, submitted } }) => ({
      cells: [name[language], ...[pupils, consented, started, submitted].map(number)],
    }));
  const isSchools = levels.includes('school');
  if (table.length < (isSchools ? 1 : 2)) return null;
  const head = [heads.place, ...['pupils', 'consented', 'started', 'submitted'].map((step) => steps[step] ?? step)];
  return [{ kind: 'table', title: isSchools ? schools : districts, head, rows: table, note: '' }];
}
