import type { ChartConfiguration, TooltipItem } from 'chart.js';
import { hiddenColumns } from './hidden-columns.ts';
import type { Palette } from './palette.ts';

export type HistogramOptions = {
  /** What each column stands for. */
  labels: readonly string[];
  /** People in each column; null: not told. */
  counts: readonly (number | null)[];
  n: number;
  /** The same for the whole that this is a part of; drawn as dots to compare with. */
  compare?: { name: string; counts: readonly (number | null)[]; n: number };
  /** Top of the axis as a share, the same for charts that stand side by side. */
  top: number;
  /** What the columns run along. */
  axis: string;
  hiddenWord: string;
  /** A share as the reader sees it. */
  formatShare: (share: number) => string;
  palette: Palette;
};

const size = 12;
/** Five ranges side by side under a narrow chart. */
const narrow = 10.5;

/** Shares of a group in equal parts of a scale, as chart.js draws them. Pure: options in, configuration out. */
export function histogramConfig(
  options: HistogramOptions,
): ChartConfiguration<'bar' | 'line', (number | null)[], string> {
  const { labels, counts, n, compare, palette } = options;
  const hidden = counts.flatMap((count, column) => (count === null ? [column] : []));
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: [
        ...(compare === undefined ? [] : [comparison(compare, palette)]),
        {
          type: 'bar',
          data: sharesOf(counts, n),
          backgroundColor: palette.action,
          borderRadius: 4,
          barPercentage: 0.82,
          categoryPercentage: 1,
          order: 1,
        },
      ],
    },
    options: { ...still, scales: axes(options), plugins: { legend: { display: false }, tooltip: tooltip(options) } },
    plugins: [hiddenColumns(hidden, options.hiddenWord, palette.soft, size)],
  };
}

/** Nothing moves: the picture is there at once, also for print and for whoever asked for less motion. */
const still = { animation: false, responsive: true, maintainAspectRatio: false } as const;

/** Each count as a share of n; what is not told stays untold. */
export const sharesOf = (counts: readonly (number | null)[], n: number): (number | null)[] =>
  counts.map((count) => (count === null || n === 0 ? null : count / n));

/** The top of a shared axis: the largest share of all, up to the next whole step of the axis. */
export function topShare(all: readonly { counts: readonly (number | null)[]; n: number }[]): number {
  const shares = all.flatMap(({ counts, n }) => sharesOf(counts, n).map((share) => share ?? 0));
  const most = Math.max(0, ...shares);
  const step = stepOf(most);
  return Math.max(step, Math.ceil(most / step - 1e-9) * step);
}

/** Between the lines of the axis. */
const stepOf = (top: number): number => (top > 0.3 + 1e-9 ? 0.2 : 0.1);

const comparison = ({ name, counts, n }: NonNullable<HistogramOptions['compare']>, palette: Palette) => ({
  type: 'line' as const,
  label: name,
  data: sharesOf(counts, n),
  showLine: false,
  pointRadius: 5,
  pointBackgroundColor: palette.sheet,
  pointBorderColor: palette.ink,
  pointBorderWidth: 2,
  order: 0,
});

function axes({ top, axis, palette, formatShare }: HistogramOptions) {
  const ticks = { color: palette.soft, font: { size } };
  return {
    x: {
      title: { display: true, text: axis, color: palette.soft, font: { size } },
      ticks: { ...ticks, font: { size: narrow }, autoSkip: false, maxRotation: 0 },
      grid: { display: false },
      border: { color: palette.line },
    },
    y: {
      min: 0,
      max: top,
      ticks: { ...ticks, stepSize: stepOf(top), callback: (value: number | string) => formatShare(Number(value)) },
      grid: { color: palette.line },
      border: { display: false },
    },
  };
}

function tooltip({ counts, n, formatShare }: HistogramOptions) {
  const label = (item: TooltipItem<'bar' | 'line'>): string => {
    const share = formatShare(Number(item.raw));
    return item.dataset.label === undefined
      ? `${share} (${counts[item.dataIndex] ?? ''} / ${n})`
      : `${item.dataset.label}: ${share}`;
  };
  return { displayColors: false, callbacks: { label } };
}
