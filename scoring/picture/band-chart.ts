import { type SvgNode, svg } from './svg.ts';
import { boldLetter, wrapWords } from './wrap-words.ts';

export type BandRow = {
  name: string;
  /** The words at the two ends of the scale. */
  lowEnd: string;
  highEnd: string;
  /** In units of the row's scale; null where too few answers were given, and then `note` stands instead. */
  mean: number | null;
  low: number | null;
  high: number | null;
  note?: string;
  /** False: only the band is drawn, because the error of the mean is not known and a dot would look exact. */
  dot?: boolean;
  /** The ends of this row's scale, where they are not the chart's. */
  from?: number;
  to?: number;
  /** A value that something depends on: a line across the track. */
  cut?: number;
  /** The distance between ticks; 1 unless told. */
  ticks?: number;
};

export type BandChartOptions = {
  /** Said for the picture by a screen reader; the numbers themselves belong into a table beside it. */
  title: string;
  rows: readonly BandRow[];
  /** Width of the drawing in px: the type keeps its size, the bars take what is left. */
  width: number;
  /** Everything so much larger, for a reader whose text is: 1 is type of 15 and 13 px. */
  scale?: number;
  /** Rows side by side, for paper and wide pages; they are read down the first column, then down the next. */
  columns?: number;
  /** Less air between rows, for paper. */
  dense?: boolean;
  /** The first and the last point of the answer scale. */
  from?: number;
  to?: number;
  colours?: Partial<BandColours>;
};

export type BandColours = { ink: string; soft: string; line: string; mark: string; ground: string };

const pageColours: BandColours = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  mark: 'var(--action)',
  ground: 'var(--sheet)',
};

const nameSize = 15;
const endSize = 13;
const lineHeight = 1.35;
/** From a name down to its track, from there to the words at its ends, and from those to the next row. */
const airy = { track: 16, ends: 26, next: 26 };
const close = { track: 10, ends: 22, next: 16 };
const edge = 9;
const gutter = 32;

/**
 * A profile as bars: for each scale its name, a track between two opposite words, the answers as a dot and the margin of
 * error as a pale band around it. Pure: options in, drawing out; page and PDF share it.
 */
export function bandChart(options: BandChartOptions): SvgNode {
  const colours = { ...pageColours, ...options.colours };
  const { scale = 1, columns = 1, title, rows } = options;
  const whole = options.width / scale;
  const width = (whole - (columns - 1) * gutter) / columns;
  const perColumn = Math.ceil(rows.length / columns);
  const drawn = Array.from({ length: columns }, (_, column) =>
    drawColumn(rows.slice(column * perColumn, (column + 1) * perColumn), { ...options, width }, colours, {
      left: column * (width + gutter),
    }),
  );
  const height = Math.max(...drawn.map((column) => column.height));
  const size = { viewBox: `0 0 ${round(whole)} ${round(height)}`, width: options.width, height: round(height * scale) };
  return svg('svg', { ...size, role: 'img', 'aria-label': title }, ...drawn.flatMap(({ nodes }) => nodes));
}

type Drawn = { nodes: SvgNode[]; height: number };

function drawColumn(
  rows: readonly BandRow[],
  options: BandChartOptions,
  colours: BandColours,
  { left }: { left: number },
): Drawn {
  const nodes: SvgNode[] = [];
  let top = 0;
  for (const row of rows) {
    const drawn = drawRow(row, options, colours);
    nodes.push(svg('g', { transform: `translate(${round(left)} ${round(top)})` }, ...drawn.nodes));
    top += drawn.height;
  }
  return { nodes, height: top };
}

function drawRow(row: BandRow, options: BandChartOptions, colours: BandColours): Drawn {
  const { width, dense = false } = options;
  const air = dense ? close : airy;
  const names = wrapWords(row.name, width, nameSize, boldLetter);
  const track = names.length * nameSize * lineHeight + air.track;
  const below = track + air.ends;
  const { low, high } = row.mean === null ? { low: [], high: [] } : wrapEnds(row, width);
  const lines = Math.max(1, low.length, high.length);
  return {
    nodes: [
      ...names.map((line, index) =>
        words(line, 0, nameSize * (1 + index * lineHeight), nameSize, colours.ink, 'start', 600),
      ),
      ...drawTrack(row, options, track, colours),
      ...low.map((line, index) => words(line, 0, below + index * endSize * lineHeight, endSize, colours.soft, 'start')),
      ...high.map((line, index) =>
        words(line, width, below + index * endSize * lineHeight, endSize, colours.soft, 'end'),
      ),
    ],
    height: below + (lines - 1) * endSize * lineHeight + air.next,
  };
}

/** The longer of the two ends gets the more room; a gap between them stays free. */
function wrapEnds({ lowEnd, highEnd }: BandRow, width: number): { low: string[]; high: string[] } {
  const share = clamp(lowEnd.length / Math.max(1, lowEnd.length + highEnd.length), 0.35, 0.65);
  const room = width - 16;
  return { low: wrapWords(lowEnd, room * share, endSize), high: wrapWords(highEnd, room * (1 - share), endSize) };
}

function drawTrack(row: BandRow, options: BandChartOptions, y: number, colours: BandColours): SvgNode[] {
  const { width } = options;
  const [from, to] = [row.from ?? options.from ?? 1, row.to ?? options.to ?? 5];
  const xOf = (value: number) => round(edge + ((clamp(value, from, to) - from) / (to - from)) * (width - 2 * edge));
  const line = { x1: edge, x2: width - edge, y1: y, y2: y, stroke: colours.line, 'stroke-linecap': 'round' };
  const { mean, low, high } = row;
  if (mean === null) {
    const note = words(row.note ?? '', width / 2, y + endSize / 3, endSize, colours.soft, 'middle');
    return [svg('line', { ...line, 'stroke-width': 1.5, 'stroke-dasharray': '2 6', opacity: row.note ? 0 : 1 }), note];
  }
  const { ticks: every = 1, cut } = row;
  const ticks = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, step) =>
    svg('circle', { cx: xOf(from + step * every), cy: y, r: 1.5, fill: colours.soft, opacity: 0.6 }),
  );
  const cutLine = { y1: y - 12, y2: y + 12, stroke: colours.ink, 'stroke-width': 1.5, 'stroke-dasharray': '3 2' };
  const bandFrom = xOf(low ?? mean);
  const bandWidth = Math.max(0, xOf(high ?? mean) - bandFrom);
  return [
    svg('line', { ...line, 'stroke-width': 4 }),
    ...ticks,
    svg('rect', {
      x: bandFrom,
      y: y - 8,
      width: round(bandWidth),
      height: 16,
      rx: round(Math.min(8, bandWidth / 2)),
      fill: colours.mark,
      opacity: 0.24,
    }),
    ...(cut === undefined ? [] : [svg('line', { x1: xOf(cut), x2: xOf(cut), ...cutLine })]),
    ...(row.dot === false ? [] : [dotAt(xOf(mean), y, colours)]),
  ];
}

const dotAt = (cx: number, cy: number, { mark, ground }: BandColours): SvgNode =>
  svg('circle', { cx, cy, r: 7, fill: mark, stroke: ground, 'stroke-width': 2 });

type Anchor = 'start' | 'middle' | 'end';

function words(text: string, x: number, y: number, size: number, fill: string, anchor: Anchor, weight = 400): SvgNode {
  return svg('text', { x, y: round(y), 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor }, text);
}

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));
const round = (value: number): number => Math.round(value * 10) / 10;
