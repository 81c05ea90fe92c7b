import type { GroupSummary, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { CampaignReport } from '../../contract/campaign.schema.ts';
import type { Language } from '../../domain/language.ts';
import type { ReportBlock, ReportRow } from '../../domain/report/report.ts';
import { aggregatePhrases, groupName } from './aggregate-words.ts';
import { differenceWords, numberWords } from './numbers.ts';
import { regionPhrases } from './region-words.ts';

type Scale = CampaignReport['scales'][number];

/** One scale in every group of which it is told; null where there is none. */
export function groupsTable(scale: Scale, groups: readonly ReportGroup[], language: Language): ReportBlock | null {
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
  return { kind: 'table', title: scale.name[language], head, rows, note };
}

function groupCells(name: string, one: GroupSummary, language: Language): string[] {
  return [
    name,
    numberWords(one.n, 0, language),
    meanWords(one, language),
    one.median === null ? '—' : numberWords(one.median, 1, language),
    differenceWords(one.toRest, language),
    differenceWords(one.toCountry, language),
    differenceWords(one.toLastYear, language),
  ];
}

/** Every scale of the region in one line; null where nothing is told. */
export function overviewTable({ scales }: CampaignReport, region: ReportGroup | undefined, language: Language) {
  const { heads } = aggregatePhrases[language];
  const { overview, overviewNote, range } = regionPhrases[language];
  const told = scales.flatMap(({ id, name, lowest = 1, highest = 5 }) => {
    const one = region?.scales.find(({ scale }) => scale === id);
    return one === undefined || one.mean === null ? [] : [{ name: name[language], ends: `${lowest}–${highest}`, one }];
  });
  if (told.length === 0) return null;
  // A column without a figure would only take room from the others.
  const [hasCountry, hasLast] = [told.some(({ one }) => one.toCountry), told.some(({ one }) => one.toLastYear)];
  const rows = told.map(({ name, ends, one }) => ({
    cells: [
      name,
      ends,
      numberWords(one.n, 0, language),
      meanWords(one, language),
      ...(hasCountry ? [differenceWords(one.toCountry, language)] : []),
      ...(hasLast ? [differenceWords(one.toLastYear, language)] : []),
    ],
  }));
  const head = [
    heads.scale,
    range,
    heads.n,
    heads.mean,
    ...(hasCountry ? [heads.toCountry] : []),
    ...(hasLast ? [heads.toLastYear] : []),
  ];
  return { kind: 'table' as const, title: overview, head, rows, note: overviewNote };
}

function meanWords({ mean, margin }: GroupSummary, language: Language): string {
  if (mean === null) return aggregatePhrases[language].fewer;
  const error = margin === null ? '' : `\u00A0±\u00A0${numberWords(margin, 2, language)}`;
  return `${numberWords(mean, 2, language)}${error}`;
}
