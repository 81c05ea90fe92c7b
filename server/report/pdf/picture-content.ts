import type { Content } from 'pdfmake/interfaces.js';
import { bandChart } from '../../../scoring/picture/band-chart.ts';
import { svgText } from '../../../scoring/picture/svg.ts';
import type { ReportBlock } from '../../domain/report/report.ts';
import { action, heading, ink, line, paperWidth, small, soft } from './report-look.ts';

/** How wide a column of bars is drawn, in px of the drawing, and how many bars one takes at most. */
const column = { width: 270, gutter: 32, most: 8 } as const;

/** The profile's picture by the page's own function, with paper's colours; never torn over two pages. */
export function pictureContent({ title, legend, rows }: Extract<ReportBlock, { kind: 'picture' }>): Content {
  const columns = Math.min(3, Math.ceil(rows.length / column.most));
  const width = columns === 1 ? 480 : columns * column.width + (columns - 1) * column.gutter;
  const colours = { ink, soft, line, mark: action, ground: '#ffffff' };
  const picture = bandChart({ title, rows, columns, width, dense: true, colours });
  return {
    unbreakable: true,
    stack: [
      heading(title),
      { svg: svgText(picture), width: Math.min(paperWidth.inner, 0.75 * width) },
      { text: legend, ...small, margin: [0, 4, 0, 0] },
    ],
  };
}

/** Any other drawing, in the colours it was drawn with; it has its own width in px, of which a page holds 664. */
export function drawingContent({ title, legend, drawing }: Extract<ReportBlock, { kind: 'drawing' }>): Content {
  const width = Math.min(paperWidth.inner, 0.75 * Number(drawing.attributes.width));
  const note: Content[] = legend === '' ? [] : [{ text: legend, ...small, margin: [0, 4, 0, 0] }];
  return { unbreakable: true, stack: [heading(title), { svg: svgText(drawing), width }, ...note] };
}
