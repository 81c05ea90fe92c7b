import { type PanelBox, type PanelColours, pagePanelColours, panelGrid, round, words } from './panels.ts';
import { type SvgNode, svg } from './svg.ts';

export type HistogramPanel = {
  name: string;
  note: string;
  /** People in each equal part of the scale; null: not told. */
  counts: readonly (number | null)[];
  n: number;
  mean: number | null;
  /** Half the 95 % interval of the mean. */
  margin: number | null;
  /** Where the norm's mean lies; null: nothing to compare with. */
  norm: number | null;
};

export type SmallHistograms = {
  title: string;
  panels: readonly HistogramPanel[];
  /** The ends of the scale, the same for all. */
  lowest: number;
  highest: number;
  width: number;
  hiddenWord: string;
  formatShare: (share: number) => string;
  formatPoint: (value: number) => string;
  colours?: PanelColours;
};

const height = 112;
const floor = 34;
const left = 34;
const size = 11;

/**
 * The same distribution in several groups: histograms on common axes; below each the mean as a dot with its error as a bar,
 * across it the norm as a dashed line. A column that may not be told is a dashed box of full height with a word in it.
 */
export function smallHistograms(options: SmallHistograms): SvgNode {
  const { title, panels, width, colours = pagePanelColours } = options;
  const top = topOf(panels);
  return panelGrid(
    panels.map((panel) => ({
      title: panel.name,
      note: panel.note,
      draw: (box) => drawPanel(panel, box, { ...options, colours, top }),
    })),
    { title, width, least: 168, height, colours },
  );
}

/** The largest share of all, up to the next tenth. */
function topOf(panels: readonly HistogramPanel[]): number {
  const shares = panels.flatMap(({ counts, n }) => counts.map((count) => (n === 0 ? 0 : (count ?? 0) / n)));
  return Math.max(0.1, Math.ceil(Math.max(0, ...shares) * 10 - 1e-9) / 10);
}

type Drawn = SmallHistograms & { colours: PanelColours; top: number };

function drawPanel(panel: HistogramPanel, box: PanelBox, options: Drawn): SvgNode[] {
  const { colours, lowest, highest, top, formatShare, formatPoint } = options;
  const [from, to] = [box.left + left, box.left + box.width];
  const [head, base] = [box.top, box.top + box.height - floor];
  const xOf = (value: number): number => from + ((value - lowest) / (highest - lowest)) * (to - from);
  const yOf = (share: number): number => base - (share / top) * (base - head);
  const rule = (share: number): SvgNode[] => [
    svg('line', { x1: round(from), x2: round(to), y1: round(yOf(share)), y2: round(yOf(share)), stroke: colours.line }),
    words(formatShare(share), { x: from - 5, y: yOf(share) + 4, size, fill: colours.soft, anchor: 'end' }),
  ];
  return [
    ...rule(top),
    ...rule(top / 2),
    ...rule(0),
    ...panel.counts.flatMap((count, band) => column(count, band, panel, { from, to, head, base, yOf }, options)),
    ...(panel.norm === null ? [] : [normLine(xOf(panel.norm), head - 3, base + 12, colours)]),
    ...meanMark(panel, xOf, base + 9, colours),
    words(formatPoint(lowest), { x: from, y: base + 28, size, fill: colours.soft }),
    words(formatPoint(highest), { x: to, y: base + 28, size, fill: colours.soft, anchor: 'end' }),
  ];
}

type Frame = { from: number; to: number; head: number; base: number; yOf: (share: number) => number };

function column(
  count: number | null,
  band: number,
  { counts, n }: HistogramPanel,
  { from, to, head, base, yOf }: Frame,
  { colours, hiddenWord }: Drawn,
): SvgNode[] {
  const step = (to - from) / counts.length;
  const x = round(from + band * step + step * 0.08);
  const width = round(step * 0.84);
  if (count !== null) {
    const y = yOf(n === 0 ? 0 : count / n);
    return [svg('rect', { x, y: round(y), width, height: round(Math.max(0, base - y)), fill: colours.mark, rx: 2 })];
  }
  const [cx, cy] = [round(x + width / 2 + 4), round((head + base) / 2)];
  return [
    svg('rect', {
      ...{ x, y: round(head), width, height: round(base - head), fill: 'none', rx: 2 },
      ...{ stroke: colours.soft, 'stroke-width': 0.8, 'stroke-dasharray': '2 3' },
    }),
    svg(
      'text',
      {
        ...{ x: cx, y: cy, 'font-size': 10, fill: colours.soft, 'text-anchor': 'middle' },
        transform: `rotate(-90 ${cx} ${cy})`,
      },
      hiddenWord,
    ),
  ];
}

const normLine = (x: number, y1: number, y2: number, colours: PanelColours): SvgNode =>
  svg('line', {
    ...{ x1: round(x), x2: round(x), y1: round(y1), y2: round(y2) },
    ...{ stroke: colours.ink, 'stroke-width': 1.4, 'stroke-dasharray': '5 3' },
  });

function meanMark(
  { mean, margin }: HistogramPanel,
  xOf: (value: number) => number,
  y: number,
  colours: PanelColours,
): SvgNode[] {
  if (mean === null) return [];
  const bar = { y1: round(y), y2: round(y), stroke: colours.ink, 'stroke-width': 2 };
  const error =
    margin === null ? [] : [svg('line', { ...bar, x1: round(xOf(mean - margin)), x2: round(xOf(mean + margin)) })];
  return [...error, svg('circle', { cx: round(xOf(mean)), cy: round(y), r: 3.6, fill: colours.ink })];
}
