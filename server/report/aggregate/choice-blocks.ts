import type { ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { ReportBlock } from '../../domain/report/report.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { numberWords } from './numbers.ts';
import { regionPhrases } from './region-words.ts';

type Choice = NonNullable<CampaignReport['choices']>[number];
type Told = { choice: Choice; group: ReportGroup; counts: readonly (number | null)[] };

/** Every class of every choice, e.g. the subject that is nearest to teach; hidden counts are named as such. */
export function choiceTables(
  report: CampaignReport,
  groups: readonly ReportGroup[],
  language: Language,
): ReportBlock[] {
  const { fewer } = aggregatePhrases[language];
  return toldChoices(report, groups).map(({ choice, group, counts }) => ({
    ...headOf(choice, group, language),
    rows: choice.classes.map(({ name }, index) => {
      const count = counts[index] ?? null;
      return { cells: [name[language], count === null ? fewer : numberWords(count, 0, language)] };
    }),
  }));
}

/** Classes that are told, most chosen first, the others in one line; choices of which nothing is told in one sentence. */
export function choicesInBrief(
  report: CampaignReport,
  groups: readonly ReportGroup[],
  language: Language,
): ReportBlock[] {
  const { others, nothingTold } = regionPhrases[language];
  const { choices: title } = aggregatePhrases[language];
  const all = toldChoices(report, groups).map((one) => ({
    ...one,
    known: one.choice.classes
      .flatMap(({ name }, index) => {
        const count = one.counts[index] ?? null;
        return count === null ? [] : [{ name: name[language], count }];
      })
      .sort((a, b) => b.count - a.count),
  }));
  const silent = all.filter(({ known }) => known.length === 0).map(({ choice }) => `«${choice.name[language]}»`);
  return [
    ...all.flatMap(({ choice, group, known }): ReportBlock[] => {
      if (known.length === 0) return [];
      const rows = known.map(({ name, count }) => ({ cells: [name, numberWords(count, 0, language)] }));
      const hidden = choice.classes.length - known.length;
      const rest = hidden === 0 ? [] : [{ cells: [others(numberWords(hidden, 0, language)), ''] }];
      return [{ ...headOf(choice, group, language), rows: [...rows, ...rest] }];
    }),
    ...(silent.length === 0 ? [] : [{ kind: 'text' as const, title, paragraphs: [nothingTold(silent.join(', '))] }]),
  ];
}

function headOf(choice: Choice, group: ReportGroup, language: Language) {
  const head = ['', groupName(group, language)];
  return { kind: 'table' as const, title: choice.name[language], head, note: '' };
}

function toldChoices({ choices = [] }: CampaignReport, groups: readonly ReportGroup[]): Told[] {
  const region = groups.find(({ kind }) => kind === 'region');
  return choices.flatMap((choice) => {
    const cell = region?.choices.find((one) => one.choice === choice.id);
    return region !== undefined && cell?.kind === 'shown' ? [{ choice, group: region, counts: cell.counts }] : [];
  });
}
