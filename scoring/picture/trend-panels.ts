import { type PanelBox, type PanelColours, pagePanelColours, panelGrid, round, words } from './panels.ts';
import { type SvgNode, svg } from './svg.ts';

export type TrendPoint = { year: number; value: number | null; margin: number | null };
export type TrendPanel = {
  name: string;
  note: string;
  points: readonly TrendPoint[];
  /** The least span of the axis, so that a small wobble does not look like a fall. */
  span: number;
  format: (value: number) => string;
};

export type TrendPanels = {
  title: string;
  panels: readonly TrendPanel[];
  width: number;
  colours?: PanelColours;
};

const height = 96;
const floor = 22;
const side = 24;
const size = 11;

/** One figure over the years in each panel: dots with their error as bars, joined where neighbouring years are told. */
export function trendPanels({ title, panels, width, colours = pagePanelColours }: TrendPanels): SvgNode {
  return panelGrid(
    panels.map(({ name, note, points, span, format }) => ({
      title: name,
      note,
      draw: (box) => drawTrend(points, box, { span, format, colours }),
    })),
    { title, width, least: 168, height, colours },
  );
}

function drawTrend(
  points: readonly TrendPoint[],
  box: PanelBox,
  { span, format, colours }: Pick<TrendPanel, 'span' | 'format'> & { colours: PanelColours },
): SvgNode[] {
  const told = points.flatMap(({ value, margin }) =>
    value === null ? [] : [value - (margin ?? 0), value + (margin ?? 0)],
  );
  const [least, most] = [Math.min(...told), Math.max(...told)];
  const half = Math.max(span, (most - least) * 1.3) / 2;
  const middle = (least + most) / 2;
  const base = box.top + box.height - floor;
  const step = (box.width - 2 * side) / Math.max(1, points.length - 1);
  const xOf = (index: number): number => box.left + (points.length === 1 ? box.width / 2 : side + index * step);
  const yOf = (value: number): number => box.top + 14 + ((middle + half - value) / (2 * half)) * (base - box.top - 14);
  const joins = points.slice(1).flatMap(({ value }, index) => {
    const before = points[index]?.value ?? null;
    if (value === null || before === null) return [];
    const ends = { x1: round(xOf(index)), y1: round(yOf(before)), x2: round(xOf(index + 1)), y2: round(yOf(value)) };
    return [svg('line', { ...ends, stroke: colours.mark, 'stroke-width': 2 })];
  });
  return [
    svg('line', {
      x1: round(box.left),
      x2: round(box.left + box.width),
      y1: round(base),
      y2: round(base),
      stroke: colours.line,
    }),
    ...joins,
    ...points.flatMap((point, index) => dot(point, xOf(index), { yOf, base, format, colours })),
  ];
}

type Axis = { yOf: (value: number) => number; base: number; format: (value: number) => string; colours: PanelColours };

function dot({ year, value, margin }: TrendPoint, x: number, { yOf, base, format, colours }: Axis): SvgNode[] {
  const label = words(String(year), { x, y: base + 16, size, fill: colours.soft, anchor: 'middle' });
  if (value === null) return [label, words('—', { x, y: base - 8, size, fill: colours.soft, anchor: 'middle' })];
  const [high, low] = [yOf(value + (margin ?? 0)), yOf(value - (margin ?? 0))];
  return [
    label,
    svg('line', {
      x1: round(x),
      x2: round(x),
      y1: round(high),
      y2: round(low),
      stroke: colours.ink,
      'stroke-width': 1.6,
    }),
    svg('circle', { cx: round(x), cy: round(yOf(value)), r: 4, fill: colours.mark }),
    words(format(value), { x, y: high - 5, size, fill: colours.ink, anchor: 'middle', weight: 600 }),
  ];
}
