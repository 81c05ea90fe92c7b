import type { ComparisonReport } from '../../../server/contract/aggregate.schema.ts';
import type { Ink } from '../../charts/curve-chart.ts';
import { trendPanels } from '../../charts/panels.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import type { CsvCell } from '../ui/csv.ts';
import { Figure } from '../ui/figure.tsx';
import { coloursOf, type ToldScale } from './group-figure.tsx';

type Year = Pick<ComparisonReport['trend'][number], 'year' | 'participation' | 'scales'>;

/** «How do the years compare?»: who finished, and each scale's mean with its error, year by year. */
export function TrendSection({
  name,
  trend,
  scales,
}: {
  name: string;
  trend: readonly Year[];
  scales: readonly ToldScale[];
}) {
  const language = useLanguage();
  if (trend.length < 2) {
    return (
      <section class="sheet stack" aria-labelledby="years">
        <h2 id="years">{m.trend_title()}</h2>
        <p class="soft">{m.trend_one_year()}</p>
      </section>
    );
  }
  const panels = [
    {
      name: m.measure_share(),
      note: '',
      points: trend.map(({ year, participation: { pupils, submitted } }) => ({
        year,
        value: pupils === 0 ? null : (100 * submitted) / pupils,
        margin: null,
      })),
    },
    ...scales.map(({ id, name: words }) => ({
      name: words[language],
      note: '',
      points: trend.map(({ year, scales: cells }) => {
        const cell = cells.find(({ scale }) => scale === id);
        return { year, value: cell?.mean ?? null, margin: cell?.margin ?? null };
      }),
    })),
  ];
  const draw = (width: number, ink: Ink) => {
    const [share, ...means] = panels;
    return trendPanels({
      title: m.trend_title(),
      panels: [
        ...(share === undefined ? [] : [{ ...share, span: 40, format: (value: number) => formatShare(value / 100) }]),
        ...means.map((panel) => ({ ...panel, span: 0.8, format: (value: number) => formatNumber(value, 2) })),
      ],
      width,
      colours: coloursOf(ink),
    });
  };
  return (
    <section class="sheet stack" aria-labelledby="years">
      <h2 id="years">{m.trend_title()}</h2>
      <Figure
        name={name}
        title={m.trend_finding({ years: `${trend[0]?.year}–${trend.at(-1)?.year}` })}
        source={m.trend_source()}
        draw={draw}
        rows={() =>
          rowsOf(
            trend,
            scales.map(({ id, name: words }) => [id, words[language]]),
          )
        }
      />
    </section>
  );
}

function rowsOf(trend: readonly Year[], scales: readonly (readonly [id: string, name: string])[]): CsvCell[][] {
  const heads = [m.trend_year(), m.step_pupils(), m.step_submitted()];
  const perScale = scales.flatMap(([, name]) => [name, m.measure_margin()]);
  return [
    [...heads, ...perScale],
    ...trend.map(({ year, participation, scales: cells }): CsvCell[] => [
      year,
      participation.pupils,
      participation.submitted,
      ...scales.flatMap(([id]): CsvCell[] => {
        const cell = cells.find(({ scale }) => scale === id);
        return [cell?.mean ?? m.hidden_cell(), cell?.margin ?? m.hidden_cell()];
      }),
    ]),
  ];
}
