import { type SvgNode, svg } from './svg.ts';
import { boldLetter, wrapWords } from './wrap-words.ts';

export type PanelColours = { ink: string; soft: string; line: string; mark: string };

export const pagePanelColours: PanelColours = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  line: 'var(--line)',
  mark: 'var(--action)',
};

/** Where a panel's picture is drawn, in px of the whole drawing. */
export type PanelBox = { left: number; top: number; width: number; height: number };
export type Panel = { title: string; note: string; draw: (box: PanelBox) => SvgNode[] };

const gap = 20;
const titleSize = 13;
const noteSize = 11.5;
const leading = 1.3;

/** Small pictures of one kind side by side, each under its name; as many in a row as fit. */
export function panelGrid(panels: readonly Panel[], { title, width, least, height, colours }: PanelGrid): SvgNode {
  const columns = Math.max(1, Math.min(panels.length, Math.floor((width + gap) / (least + gap))));
  const wide = (width - (columns - 1) * gap) / columns;
  const nodes: SvgNode[] = [];
  let top = 0;
  for (let from = 0; from < panels.length; from += columns) {
    const row = panels.slice(from, from + columns);
    const heads = row.map((panel) => wrapWords(panel.title, wide, titleSize, boldLetter));
    const head = Math.max(1, ...heads.map((lines) => lines.length)) * titleSize * leading + noteSize * leading + 8;
    row.forEach((panel, index) => {
      const left = index * (wide + gap);
      const lines = heads[index] ?? [];
      lines.forEach((line, at) => {
        const y = top + titleSize * (1 + at * leading);
        nodes.push(words(line, { x: left, y, size: titleSize, fill: colours.ink, weight: 600 }));
      });
      const y = top + lines.length * titleSize * leading + noteSize;
      nodes.push(words(panel.note, { x: left, y, size: noteSize, fill: colours.soft }));
      nodes.push(...panel.draw({ left, top: top + head, width: wide, height }));
    });
    top += head + height + gap;
  }
  const high = Math.max(0, top - gap);
  return svg(
    'svg',
    {
      viewBox: `0 0 ${round(width)} ${round(high)}`,
      width: round(width),
      height: round(high),
      role: 'img',
      'aria-label': title,
    },
    ...nodes,
  );
}

export type PanelGrid = {
  /** Said for the picture by a screen reader; the numbers belong into a table beside it. */
  title: string;
  width: number;
  /** As narrow as a panel may be. */
  least: number;
  height: number;
  colours: PanelColours;
};

export type WordsAt = {
  x: number;
  y: number;
  size: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number;
};

export const words = (text: string, { x, y, size, fill, anchor = 'start', weight = 400 }: WordsAt): SvgNode =>
  svg(
    'text',
    { x: round(x), y: round(y), 'font-size': size, fill, 'text-anchor': anchor, 'font-weight': weight },
    text,
  );

export const round = (value: number): number => Math.round(value * 10) / 10;
