import { type SvgNode, svg } from './svg.ts';
import { wrapWords } from './wrap-words.ts';

export type Curve = { readonly label: string; readonly points: readonly (readonly [x: number, y: number])[] };

/** Colours as the page or a file needs them: custom properties, or resolved ones. */
export type Ink = {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly action: string;
  readonly here: string;
};

export const pageInk: Ink = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  action: 'var(--action)',
  here: 'var(--here)',
};

export type CurveOptions = {
  readonly curves: readonly Curve[];
  /** `whole`: only whole numbers stand on the axis. */
  readonly x: { readonly low: number; readonly high: number; readonly label: string; readonly whole?: true };
  /** `format`: how its numbers are written, where not as those of x. */
  readonly y: {
    readonly low: number;
    readonly high: number;
    readonly label: string;
    readonly format?: (value: number) => string;
  };
  readonly width: number;
  readonly ink?: Ink;
  readonly format: (value: number) => string;
  readonly label: string;
};

const [left, right, top, bottom] = [48, 12, 12, 28];
/** Of the axis's title. */
const lineHeight = 16;
const dashes = ['none', '7 4', '2 3', '10 3 2 3', '4 6', '1 5', '12 5'];

/** Curves over one axis. Each has its own dash beside its own shade, and its label stands at its highest point. */
export function curveChart({ curves, x, y, width, ink = pageInk, format, label }: CurveOptions): SvgNode {
  const w = width - left - right;
  const title = wrapWords(x.label, w, 12);
  const h = Math.round(Math.min(340, Math.max(220, width * 0.55))) - top - bottom - lineHeight;
  const height = top + h + bottom + lineHeight * title.length;
  const px = (value: number): number => left + ((value - x.low) / (x.high - x.low)) * w;
  const py = (value: number): number =>
    top + h - ((Math.min(y.high, Math.max(y.low, value)) - y.low) / (y.high - y.low)) * h;
  const text = (at: { x: number; y: number; anchor: string }, words: string, fill = ink.soft): SvgNode =>
    svg('text', { x: at.x, y: at.y, 'text-anchor': at.anchor, 'font-size': 12, fill }, words);
  const xTicks = steps(x.low, x.high, width < 420 ? 4 : 8).filter((tick) => x.whole !== true || Number.isInteger(tick));
  const yTicks = steps(y.low, y.high, 4);
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
    ...yTicks.flatMap((tick) => [
      svg('line', { x1: left, x2: width - right, y1: py(tick), y2: py(tick), stroke: ink.line }),
      text({ x: left - 8, y: py(tick) + 4, anchor: 'end' }, (y.format ?? format)(tick)),
    ]),
    ...xTicks.map((tick) => text({ x: px(tick), y: top + h + 18, anchor: 'middle' }, format(tick))),
    ...title.map((line, at) =>
      text({ x: left + w / 2, y: top + h + bottom + 10 + lineHeight * at, anchor: 'middle' }, line),
    ),
    ...curves.map(({ points }, at) =>
      svg('path', {
        d: points.map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${px(a).toFixed(1)} ${py(b).toFixed(1)}`).join(''),
        fill: 'none',
        stroke: at % 2 === 0 ? ink.action : ink.ink,
        'stroke-width': 2,
        'stroke-dasharray': dashes[at % dashes.length] ?? 'none',
      }),
    ),
    ...(curves.length > 1 ? peakLabels(curves, { px, py, ink, bottom: top + h }) : []),
  );
}

type Frame = { px: (v: number) => number; py: (v: number) => number; ink: Ink; bottom: number };
type Place = { x: number; y: number };

/** Each label stands over the peak of its curve; where another stands already, lower or higher, so that both can be read. */
function peakLabels(curves: readonly Curve[], { px, py, ink, bottom: floor }: Frame): SvgNode[] {
  const taken: Place[] = [];
  return curves.map(({ label, points }, at) => {
    const peak = points.reduce((best, point) => (point[1] > best[1] ? point : best), points[0] ?? [0, 0]);
    const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
    const anchor = peak[0] <= first + 0.5 ? 'start' : peak[0] >= last - 0.5 ? 'end' : 'middle';
    const place = freePlace({ x: px(peak[0]), y: Math.max(14, py(peak[1]) - 6) }, taken, floor);
    taken.push(place);
    return svg(
      'text',
      {
        ...place,
        'text-anchor': anchor,
        'font-size': 12,
        'font-weight': 600,
        fill: at % 2 === 0 ? ink.action : ink.ink,
      },
      label,
    );
  });
}

const labelHeight = 14;

/** The nearest height at which no other label stands. */
function freePlace({ x, y }: Place, taken: readonly Place[], floor: number): Place {
  const isFree = (height: number): boolean =>
    height >= labelHeight &&
    height <= floor &&
    taken.every((other) => Math.abs(other.x - x) > 20 || Math.abs(other.y - height) >= labelHeight);
  const heights = Array.from(
    { length: 41 },
    (_, at) => y + (at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * (labelHeight / 2),
  );
  return { x, y: heights.find(isFree) ?? y };
}

/** Round steps between two numbers. */
export function steps(low: number, high: number, about: number): number[] {
  const raw = (high - low) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw - 1e-12) ?? raw;
  const first = Math.ceil(low / step - 1e-9) * step;
  const count = Math.floor((high - first) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((first + i * step).toPrecision(10)));
}
