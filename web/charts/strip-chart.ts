import { type SvgNode, svg } from './svg.ts';

export type StripDot = { id: string; mean: number; low: number | null; high: number | null };

export type StripOptions = {
  title: string;
  dots: readonly StripDot[];
  from: number;
  to: number;
  lowEnd: string;
  highEnd: string;
  /** The one who is shown with the margin of error. */
  chosen: string | null;
  width: number;
};

const edge = 10;
const radius = 5;
const floor = 64;

/**
 * A class on one scale: a dot for each result, equal ones stacked, so that nobody hides behind another; the chosen one with
 * its margin of error. The pale bar below is the usual error: dots nearer than that are as good as equal. Nothing is
 * averaged: a class is too small for a figure of its own.
 */
export function stripChart({ title, dots, from, to, lowEnd, highEnd, chosen, width }: StripOptions): SvgNode {
  const xOf = (value: number) => round(edge + ((value - from) / (to - from)) * (width - 2 * edge));
  const heights = new Map<number, number>();
  const placed = [...dots]
    .sort((a, b) => a.mean - b.mean)
    .map((dot) => {
      const bin = Math.round(xOf(dot.mean) / (2 * radius));
      const level = heights.get(bin) ?? 0;
      heights.set(bin, level + 1);
      return { ...dot, x: xOf(dot.mean), level };
    });
  const tallest = Math.max(1, ...heights.values());
  const step = Math.min(2 * radius + 1, floor / tallest);
  const base = Math.max(20, tallest * step + radius);
  const one = placed.find(({ id }) => id === chosen);
  const usual = usualError(dots);
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${round(base + 34)}`, width, height: round(base + 34), role: 'img', 'aria-label': title },
    svg('line', { x1: edge, x2: width - edge, y1: base, y2: base, stroke: 'var(--line)', 'stroke-width': 2 }),
    ...(usual === null ? [] : [errorBar(xOf(from), xOf(from + usual), base + 8)]),
    ...(one === undefined || one.low === null || one.high === null ? [] : [band(xOf(one.low), xOf(one.high), base)]),
    ...placed.map(({ id, x, level }) =>
      svg('circle', {
        cx: x,
        cy: round(base - radius - level * step),
        r: id === chosen ? radius + 1.5 : radius,
        fill: id === chosen ? 'var(--ink)' : 'var(--action)',
        opacity: chosen === null || id === chosen ? 0.85 : 0.35,
        'data-dot': id,
      }),
    ),
    svg('text', { x: 0, y: base + 28, 'font-size': 13, fill: 'var(--soft)' }, lowEnd),
    svg('text', { x: width, y: base + 28, 'font-size': 13, fill: 'var(--soft)', 'text-anchor': 'end' }, highEnd),
  );
}

/** The middle width of the bands; null where no error is known. */
function usualError(dots: readonly StripDot[]): number | null {
  const widths = dots
    .flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low]))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? null;
}

const errorBar = (x1: number, x2: number, y: number): SvgNode =>
  svg('rect', {
    x: x1,
    y,
    width: round(Math.max(0, x2 - x1)),
    height: 5,
    rx: 2.5,
    fill: 'var(--action)',
    opacity: 0.24,
  });

const band = (x1: number, x2: number, y: number): SvgNode =>
  svg('rect', {
    x: x1,
    y: y - 4,
    width: round(Math.max(0, x2 - x1)),
    height: 8,
    rx: 4,
    fill: 'var(--ink)',
    opacity: 0.28,
  });

const round = (value: number): number => Math.round(value * 10) / 10;
