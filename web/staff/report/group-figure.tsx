import type { ReportGroup } from '../../../server/contract/aggregate.schema.ts';
import { type Ink, pageInk } from '../../charts/curve-chart.ts';
import { smallHistograms } from '../../charts/panels.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../../ui/use-language.ts';
import type { CsvCell } from '../ui/csv.ts';
import { Figure } from '../ui/figure.tsx';
import { type GroupLine, GroupTable } from './group-table.tsx';
import { groupWords } from './group-words.ts';

export type ToldScale = {
  id: string;
  name: Record<Language, string>;
  lowest?: number;
  highest?: number;
  note?: Record<Language, string>;
};

/** One scale in several groups: small histograms on one axis, the table behind them, both as files. */
export function GroupFigure({
  name,
  scale,
  groups,
  source,
}: {
  /** Of the files. */
  name: string;
  scale: ToldScale;
  groups: readonly ReportGroup[];
  source: string;
}) {
  const language = useLanguage();
  const { lowest = 1, highest = 5 } = scale;
  const lines = groups.flatMap((group): GroupLine[] => {
    const one = group.scales.find((summary) => summary.scale === scale.id);
    return one === undefined ? [] : [{ group, one }];
  });
  if (lines.length === 0) return <p class="soft">{m.hidden_distribution()}</p>;
  const title = findingOf(lines, scale.name[language], language);
  const draw = (width: number, ink: Ink) =>
    smallHistograms({
      title,
      panels: lines.map(({ group, one }) => ({
        name: groupWords(group, language),
        note: `n = ${formatNumber(one.n)}`,
        counts: one.histogram,
        n: one.n,
        mean: one.mean,
        margin: one.margin,
        norm: one.norm,
      })),
      lowest,
      highest,
      width,
      hiddenWord: m.hidden_word(),
      formatShare,
      formatPoint: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
      colours: coloursOf(ink),
    });
  return (
    <>
      <Figure name={name} title={title} source={source} draw={draw} rows={() => rowsOf(lines, language)} />
      {scale.note === undefined ? null : <p class="small">{scale.note[language]}</p>}
      <GroupTable title={title} lines={lines} />
    </>
  );
}

export const coloursOf = ({ ink, soft, line, action }: Ink = pageInk) => ({ ink, soft, line, mark: action });

/** Which groups differ from the rest of the region by more than the error, if any does. */
function findingOf(lines: readonly GroupLine[], scale: string, language: Language): string {
  const namesOf = (verdict: 'higher' | 'lower'): string =>
    lines
      .filter(({ one }) => [one.toRest, one.toCountry].some((difference) => difference?.verdict === verdict))
      .map(({ group }) => groupWords(group, language))
      .join(', ');
  const [higher, lower] = [namesOf('higher'), namesOf('lower')];
  if (higher !== '') return m.groups_finding_higher({ scale, groups: higher });
  return lower === '' ? m.groups_finding_same({ scale }) : m.groups_finding_lower({ scale, groups: lower });
}

function rowsOf(lines: readonly GroupLine[], language: Language): CsvCell[][] {
  const fifths = [1, 2, 3, 4, 5].map((fifth) => `${fifth}/5`);
  const heads = [m.group_name(), 'n', m.group_mean(), m.measure_margin(), m.group_median(), m.measure_sd(), ...fifths];
  return [
    heads,
    ...lines.map(({ group, one }): CsvCell[] => [
      groupWords(group, language),
      one.n,
      one.mean ?? m.hidden_cell(),
      one.margin ?? m.hidden_cell(),
      one.median ?? m.hidden_cell(),
      one.sd ?? m.hidden_cell(),
      ...one.histogram.map((count) => count ?? m.hidden_cell()),
    ]),
  ];
}
