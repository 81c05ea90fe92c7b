import { type SvgNode, svg } from './svg.ts';

export type Tile = {
  column: number;
  row: number;
  /** What the fill stands for; null: too few to tell. */
  value: number | null;
  /** The value as the reader sees it. */
  figure: string;
  label: string;
  /** Stands in its place where the tile is too narrow. */
  shortLabel: string;
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
  colours?: TileColours;
};

/** `fills` and `inks`: for nothing, then for the five steps from pale to dark. */
export type TileColours = {
  fills: readonly string[];
  inks: readonly string[];
  ink: string;
  soft: string;
  line: string;
  edge: string;
  here: string;
};

const steps = [0, 1, 2, 3, 4, 5];
const pageColours: TileColours = {
  fills: steps.map((step) => `var(--map-${step})`),
  inks: steps.map((step) => `var(--map-ink-${step})`),
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  edge: 'var(--edge)',
  here: 'var(--here)',
};

const gap = 4;
const hatch = 'tile-map-hatch';
/** The usual width of a letter in units of the type size, and of a wide one. */
const letterWidth = 0.56;
const wideLetter = 0.8;

/**
 * A map of equal tiles. The value is written on each tile; the fill, five steps of one hue from pale to dark (0 for
 * nothing, hatched where too few), only helps the eye, so nobody has to tell colours apart.
 */
export function tileMap({ title, tiles, width, colours = pageColours }: TileMapOptions): SvgNode {
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
    hatchPattern(colours.edge),
    ...inOrder.map((tile) => drawTile(tile, side, { step: stepOf(tile.value, most), colours })),
  );
}

/** 0: none; 1–5: fifths of the largest value; null: too few to tell. */
export function stepOf(value: number | null, most: number): number | null {
  if (value === null || value === 0) return value;
  return Math.max(1, Math.min(5, Math.ceil((value / most) * 5)));
}

const extent = (tiles: readonly Tile[], side: 'column' | 'row'): number =>
  Math.max(0, ...tiles.map((tile) => tile[side])) + 1;

type Look = { step: number | null; colours: TileColours };

function drawTile(tile: Tile, side: number, look: Look): SvgNode {
  const { step, colours } = look;
  const box = { width: side, height: side, rx: side < 64 ? 6 : 8 };
  return svg(
    'g',
    { transform: `translate(${tile.column * (side + gap)} ${tile.row * (side + gap)})` },
    svg('title', {}, tile.title),
    svg('rect', { ...box, fill: colours.fills[step ?? 0] ?? 'none', stroke: colours.line }),
    ...(step === null ? [svg('rect', { ...box, fill: `url(#${hatch})` })] : []),
    ...(tile.isHere ? hereMark(box, colours) : []),
    ...drawWords(tile, side, look),
  );
}

/** The figure large, the name beneath it; a zero stands back. */
function drawWords({ value, figure, label, shortLabel }: Tile, side: number, { step, colours }: Look): SvgNode[] {
  const [figureSize, labelSize] = [clamp(side * 0.27, 12, 22), clamp(side * 0.15, 9, 13)];
  const fill = value === 0 ? colours.soft : (colours.inks[step ?? 0] ?? colours.ink);
  const x = side < 64 ? 4 : 9;
  const width = side - x - 2;
  const large = { 'font-size': fitted(figure, figureSize, width), 'font-weight': value === 0 ? 400 : 650 };
  const name = widthOf(label) * labelSize <= width ? label : shortLabel;
  return [
    svg('text', { x, y: round(side * 0.58), ...large, fill }, figure),
    svg('text', { x, y: round(side * 0.85), 'font-size': labelSize, fill }, name),
  ];
}

/** Yellow alone would be too pale beside a pale tile: a line of ink goes around it. */
const hereMark = (box: SvgNode['attributes'], { ink, here }: TileColours): SvgNode[] => [
  svg('rect', { ...box, fill: 'none', stroke: ink, 'stroke-width': 5 }),
  svg('rect', { ...box, fill: 'none', stroke: here, 'stroke-width': 3 }),
];

const hatchPattern = (edge: string): SvgNode =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: hatch, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 1.5, height: 6, fill: edge, opacity: 0.45 }),
    ),
  );

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[ЖМШЩЮФЫҚжмшщюфы]/.test(letter) ? wideLetter : letterWidth), 0);
const fitted = (text: string, size: number, width: number): number =>
  round(Math.min(size, width / (text.length * letterWidth)));
const clamp = (value: number, from: number, to: number): number => round(Math.min(to, Math.max(from, value)));
const round = (value: number): number => Math.round(value * 10) / 10;
