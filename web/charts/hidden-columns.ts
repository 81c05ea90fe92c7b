import type { Chart, Plugin } from 'chart.js';

/**
 * A column whose value may not be told is hatched over its whole height with a word in it: its height is unknown, and
 * an empty place would look like a zero.
 */
export function hiddenColumns(columns: readonly number[], word: string, colour: string, size: number): Plugin<'bar'> {
  return {
    id: 'hidden-columns',
    beforeDatasetsDraw(chart) {
      for (const column of columns) drawColumn(chart, column, word, colour, size);
    },
  };
}

function drawColumn(chart: Chart, column: number, word: string, colour: string, size: number): void {
  const { ctx, chartArea, scales } = chart;
  const x = scales.x;
  if (x === undefined) return;
  const width = ((chartArea.right - chartArea.left) / x.ticks.length) * 0.82;
  const [left, top, height] = [x.getPixelForValue(column) - width / 2, chartArea.top, chartArea.bottom - chartArea.top];
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.22;
  for (let from = left - height; from < left + width; from += 7) line(ctx, from, top + height, from + height, top);
  ctx.globalAlpha = 1;
  ctx.translate(left + width / 2, top + height / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.fillStyle = colour;
  ctx.font = `${size}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(word, 0, 0);
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
