import type { ComparisonReport, GroupSummary, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { Report, ReportBlock, ReportRow } from '../../domain/report/report.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { histogramDrawing, trendDrawing } from './drawings.ts';
import { findingsBlock } from './findings.ts';
import { dayWords, differenceWords, numberWords, shareWords } from './numbers.ts';
import { stepRows } from './steps-rows.ts';

/** A region's release on paper: the words, the pictures and the tables of its page. */
export function regionReport(report: CampaignReport, comparison: ComparisonReport, language: Language): Report {
  const phrases = aggregatePhrases[language];
  const { campaign, releasedAt, nextRelease, participation, groups, normOf } = comparison;
  const number = (value: number): string => numberWords(value, 0, language);
  const release = number(report.release);
  const pictures = report.scales.flatMap((scale) => histogramDrawing(scale, groups, language) ?? []);
  const trend = trendDrawing(comparison, report.scales, language);
  return {
    language,
    title: phrases.title,
    about: `${campaign.title[language]}, ${campaign.year}`,
    headline: campaign.regionName[language],
    summary: [
      phrases.finished(number(participation.submitted), number(participation.pupils)),
      phrases.release(release, dayWords(releasedAt, language), dayWords(nextRelease, language)),
      phrases.protection(number(report.k), number(report.minimumForHistogram)),
    ],
    blocks: [
      findingsBlock(report, groups, language),
      stepsBlock(comparison, language),
      placesBlock(report, language),
      ...choiceBlocks(report, groups, language),
      ...(trend === null ? [] : [trend]),
      ...pictures,
      ...report.scales.flatMap((scale) => groupsBlock(scale, groups, language) ?? []),
    ],
    foot: [
      phrases.source(release),
      ...(normOf === null ? [] : [phrases.norm[normOf]]),
      ...(campaign.demo ? [phrases.demo] : []),
    ],
    demo: campaign.demo,
  };
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

function placesBlock({ rows }: CampaignReport, language: Language): ReportBlock {
  const { places, heads, steps } = aggregatePhrases[language];
  const number = (value: number): string => numberWords(value, 0, language);
  const table = rows
    .filter(({ level }) => level !== 'cluster')
    .map(({ name, participation: { pupils, consented, started, submitted } }) => ({
      cells: [name[language], ...[pupils, consented, started, submitted].map(number)],
    }));
  const head = [heads.place, ...['pupils', 'consented', 'started', 'submitted'].map((step) => steps[step] ?? step)];
  return { kind: 'table', title: places, head, rows: table, note: '' };
}

function groupsBlock(scale: CampaignReport['scales'][number], groups: readonly ReportGroup[], language: Language) {
  const { heads, certain, by } = aggregatePhrases[language];
  const head = [heads.group, heads.n, heads.mean, heads.median, heads.toRest, heads.toCountry, heads.toLastYear];
  let above = '';
  const rows = groups.flatMap((group): ReportRow[] => {
    const one = group.scales.find((summary) => summary.scale === scale.id);
    if (one === undefined) return [];
    const heading = group.by === above ? [] : [{ group: by[group.by] ?? '' }];
    above = group.by;
    return [...heading, { cells: groupCells(groupName(group, language), one, language) }];
  });
  if (rows.length === 0) return null;
  const note = [scale.note?.[language] ?? [], certain].flat().join(' ');
  return { kind: 'table' as const, title: scale.name[language], head, rows, note };
}

function groupCells(name: string, one: GroupSummary, language: Language): string[] {
  const { fewer } = aggregatePhrases[language];
  const told = (value: number | null): string => (value === null ? fewer : numberWords(value, 2, language));
  const margin = one.margin === null ? '' : ` ± ${numberWords(one.margin, 2, language)}`;
  return [
    name,
    numberWords(one.n, 0, language),
    `${told(one.mean)}${margin}`,
    one.median === null ? '—' : numberWords(one.median, 1, language),
    differenceWords(one.toRest, language),
    differenceWords(one.toCountry, language),
    differenceWords(one.toLastYear, language),
  ];
}

/** How pupils spread over classes, e.g. the subject that is nearest to teach, group by group. */
function choiceBlocks(
  { choices = [] }: CampaignReport,
  groups: readonly ReportGroup[],
  language: Language,
): ReportBlock[] {
  const { fewer, heads } = aggregatePhrases[language];
  return choices.flatMap(({ id, name, classes }): ReportBlock[] => {
    const telling = groups.flatMap((group) => {
      const cell = group.choices.find((one) => one.choice === id);
      return cell?.kind === 'shown' && group.kind === 'region' ? [{ group, cell }] : [];
    });
    if (telling.length === 0) return [];
    const rows = classes.map((one, index) => ({
      cells: [
        one.name[language],
        ...telling.map(({ cell }) => {
          const count = cell.counts[index] ?? null;
          return count === null ? fewer : numberWords(count, 0, language);
        }),
      ],
    }));
    const head = [heads.group, ...telling.map(({ group }) => groupName(group, language))];
    return [{ kind: 'table', title: name[language], head, rows, note: '' }];
  });
}
