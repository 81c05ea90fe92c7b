import type { Palette } from './palette.ts';
import { wrapWords } from './wrap-words.ts';

/** A chart as it may be passed on: its title above and its source below are part of the picture. */
export function chartPng(
  chart: HTMLCanvasElement,
  title: string,
  source: string,
  palette: Palette,
): Promise<Blob | null> {
  const ratio = chart.width / Math.max(1, chart.clientWidth);
  const [pad, titleSize, sourceSize] = [16 * ratio, 17 * ratio, 12 * ratio];
  const titleLines = wrapWords(title, chart.width, titleSize);
  const sourceLines = wrapWords(source, chart.width, sourceSize);
  const above = pad + titleLines.length * titleSize * 1.35;
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + 2 * pad;
  canvas.height = above + chart.height + pad + sourceLines.length * sourceSize * 1.4 + pad;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return Promise.resolve(null);
  ctx.fillStyle = palette.sheet;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  write(ctx, titleLines, pad, pad, titleSize, 1.35, `600 ${titleSize}px system-ui, sans-serif`, palette.ink);
  ctx.drawImage(chart, pad, above);
  write(
    ctx,
    sourceLines,
    pad,
    above + chart.height + pad / 2,
    sourceSize,
    1.4,
    `${sourceSize}px system-ui, sans-serif`,
    palette.soft,
  );
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function write(
  ctx: CanvasRenderingContext2D,
  lines: readonly string[],
  x: number,
  top: number,
  size: number,
  leading: number,
  font: string,
  colour: string,
): void {
  ctx.font = font;
  ctx.fillStyle = colour;
  lines.forEach((text, index) => {
    ctx.fillText(text, x, top + size + index * size * leading);
  });
}
