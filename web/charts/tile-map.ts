import { type SvgNode, svg } from './svg.ts';

export type Tile = {
  column: number;
  row: number;
  /** What the fill stands for; null: too few to tell. */
  value: number | null;
  /** The value as the reader sees it. */
  figure: string;
  label: string;
  /** The whole name and value: shown by the mouse. */
  title: string;
  /** Where the reader is at home. */
  isHere: boolean;
};

export type TileMapOptions = {
  /** Said for the picture by a screen reader; the numbers belong into a table beside it. */
  title: string;
  tiles: readonly Tile[];
  /** Width of the drawing in px: the type keeps its size. */
  width: number;
};

const gap = 4;
const hatch = 'tile-map-hatch';
const letterWidth = 0.56;

/**
 * A map of equal tiles. The value is written on each tile; the fill, five steps of one hue from pale to dark (0 for
 * nothing, hatched where too few), only helps the eye, so nobody has to tell colours apart.
 */
export function tileMap({ title, tiles, width }: TileMapOptions): SvgNode {
  const [columns, rows] = [extent(tiles, 'column'), extent(tiles, 'row')];
  const side = Math.max(24, Math.floor((width - 4 - gap * (columns - 1)) / columns));
  const most = Math.max(1, ...tiles.map(({ value }) => value ?? 0));
  // Whoever is at home is drawn last: the mark lies over the neighbours' edges.
  const inOrder = [...tiles].sort((a, b) => Number(a.isHere) - Number(b.isHere));
  const [wide, high] = [columns * (side + gap) - gap + 4, rows * (side + gap) - gap + 4];
  return svg(
    'svg',
    {
      viewBox: `-2 -2 ${wide} ${high}`,
      width: wide,
      height: high,
      role: 'img',
      'aria-label': title,
      class: 'tile-map',
    },
    hatchPattern(),
    ...inOrder.map((tile) => drawTile(tile, side, stepOf(tile.value, most))),
  );
}

/** 0: none; 1–5: fifths of the largest value; null: too few to tell. */
export function stepOf(value: number | null, most: number): number | null {
  if (value === null || value === 0) return value;
  return Math.max(1, Math.min(5, Math.ceil((value / most) * 5)));
}

const extent = (tiles: readonly Tile[], side: 'column' | 'row'): number =>
  Math.max(0, ...tiles.map((tile) => tile[side])) + 1;

function drawTile({ column, row, figure, label, title, isHere }: Tile, side: number, step: number | null): SvgNode {
  const [figureSize, labelSize] = [clamp(side * 0.27, 12, 22), clamp(side * 0.15, 9.5, 13)];
  const ink = `var(--map-ink-${step ?? 0})`;
  const pad = side < 64 ? 4 : 9;
  const room = Math.floor((side - pad - 2) / (labelSize * letterWidth));
  return svg(
    'g',
    { transform: `translate(${column * (side + gap)} ${row * (side + gap)})` },
    svg('title', {}, title),
    svg('rect', {
      width: side,
      height: side,
      rx: side < 64 ? 6 : 8,
      fill: `var(--map-${step ?? 0})`,
      stroke: 'var(--line)',
    }),
    ...(step === null ? [svg('rect', { width: side, height: side, rx: 8, fill: `url(#${hatch})` })] : []),
    ...(isHere ? hereMark(side) : []),
    svg(
      'text',
      {
        x: pad,
        y: round(side * 0.58),
        'font-size': fitted(figure, figureSize, side - pad - 2),
        'font-weight': 650,
        fill: ink,
      },
      figure,
    ),
    svg('text', { x: pad, y: round(side * 0.85), 'font-size': labelSize, fill: ink }, shortened(label, room)),
  );
}

/** Yellow alone would be too pale beside a pale tile: a line of ink goes around it. */
const hereMark = (side: number): SvgNode[] => [
  svg('rect', { width: side, height: side, rx: 8, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 5 }),
  svg('rect', { width: side, height: side, rx: 8, fill: 'none', stroke: 'var(--here)', 'stroke-width': 3 }),
];

const hatchPattern = (): SvgNode =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: hatch, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 1.5, height: 6, fill: 'var(--edge)', opacity: 0.45 }),
    ),
  );

const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}.`;
const fitted = (text: string, size: number, width: number): number =>
  round(Math.min(size, width / (text.length * letterWidth)));
const clamp = (value: number, from: number, to: number): number => round(Math.min(to, Math.max(from, value)));
const round = (value: number): number => Math.round(value * 10) / 10;
