import { type Ink, pageInk, steps } from './curve-chart.ts';
import { type SvgNode, svg } from './svg.ts';

export type ForestRow = {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Said beside the row: a class. */
  readonly note: string;
  readonly strong: boolean;
};

export type ForestOptions = {
  readonly rows: readonly ForestRow[];
  readonly axis: string;
  /** Where a difference begins to matter, on both sides of zero. */
  readonly limit: number;
  readonly width: number;
  readonly ink?: Ink;
  readonly format: (value: number) => string;
  readonly label: string;
};

const [left, right, top, line, bottom] = [72, 44, 8, 26, 44];

/** A difference with its interval for each item, around zero; the band in which it does not matter is marked by lines. */
export function forestPlot({ rows, axis, limit, width, ink = pageInk, format, label }: ForestOptions): SvgNode {
  const most = Math.max(limit * 1.3, ...rows.flatMap(({ low, high }) => [Math.abs(low ?? 0), Math.abs(high ?? 0)]));
  const height = top + rows.length * line + bottom;
  const px = (value: number): number => left + ((value + most) / (2 * most)) * (width - left - right);
  const floor = top + rows.length * line;
  const vertical = (value: number, dash: string): SvgNode =>
    svg('line', {
      x1: px(value),
      x2: px(value),
      y1: top,
      y2: floor,
      stroke: value === 0 ? ink.soft : ink.line,
      'stroke-dasharray': dash,
    });
  const ticks = steps(-most, most, width < 420 ? 4 : 6);
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
      'font-family': 'system-ui, sans-serif',
    },
    vertical(0, 'none'),
    vertical(limit, '4 4'),
    vertical(-limit, '4 4'),
    ...rows.flatMap((row, at) => rowMarks(row, { y: top + at * line + line / 2, px, width, ink })),
    ...ticks.map((tick) =>
      svg(
        'text',
        { x: px(tick), y: floor + 16, 'text-anchor': 'middle', 'font-size': 12, fill: ink.soft },
        format(tick),
      ),
    ),
    svg('text', { x: width / 2, y: height - 6, 'text-anchor': 'middle', 'font-size': 12, fill: ink.soft }, axis),
  );
}

function rowMarks(
  { label, value, low, high, note, strong }: ForestRow,
  { y, px, width, ink }: { y: number; px: (v: number) => number; width: number; ink: Ink },
): SvgNode[] {
  const colour = strong ? ink.action : ink.ink;
  const words = (x: number, anchor: string, text: string): SvgNode =>
    svg(
      'text',
      { x, y: y + 4, 'text-anchor': anchor, 'font-size': 12, fill: ink.ink, 'font-weight': strong ? 700 : 400 },
      text,
    );
  return [
    words(left - 10, 'end', label),
    ...(low === null || high === null
      ? []
      : [svg('line', { x1: px(low), x2: px(high), y1: y, y2: y, stroke: colour, 'stroke-width': 2 })]),
    ...(value === null ? [] : [svg('circle', { cx: px(value), cy: y, r: strong ? 5 : 4, fill: colour })]),
    words(width - right + 12, 'start', note),
  ];
}
