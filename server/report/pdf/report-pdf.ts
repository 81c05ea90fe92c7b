import type { Content } from 'pdfmake/interfaces.js';
import type { NamedText, Report, ReportBlock } from '../../domain/report/report.ts';
import { fieldsContent } from './fields-content.ts';
import { makePdf } from './make-pdf.ts';
import { drawingContent, pictureContent } from './picture-content.ts';
import { firstRowsShare, heading, ink, needsRows, paperWidth, section, small, soft } from './report-look.ts';
import { tableContent } from './table-content.ts';

/** A report on A4: words first, one picture, what it rests on in small print; the same drawing as on the page. */
export function reportPdf(report: Report): Promise<Uint8Array> {
  const { language, title, about, headline, summary, blocks, foot } = report;
  return makePdf(
    {
      info: { title },
      pageMargins: [paperWidth.margin, 44, paperWidth.margin, 44],
      content: [
        {
          columns: [
            { text: title, color: soft },
            { text: about, color: soft, alignment: 'right' },
          ],
          fontSize: 9,
        },
        { text: headline, fontSize: 19, bold: true, color: ink, margin: [0, 10, 0, 6] },
        ...summary.map((text): Content => ({ text, margin: [0, 0, 0, 4] })),
        ...blocks.map(blockContent),
        { text: foot.join(' · '), ...small, margin: [0, 12, 0, 0] },
      ],
      pageBreakBefore: ({ headlineLevel, startPosition }) =>
        headlineLevel === needsRows && startPosition.verticalRatio > 1 - firstRowsShare,
      footer: (current, count) => ({
        text: `${current} / ${count}`,
        alignment: 'right',
        margin: [0, 12, paperWidth.margin, 0],
        ...small,
      }),
      defaultStyle: { fontSize: 10, lineHeight: 1.15, color: ink },
    },
    language,
  );
}

function blockContent(block: ReportBlock): Content {
  switch (block.kind) {
    case 'text':
      return section(block.title, [
        { stack: block.paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 3] })) },
      ]);
    case 'points':
      return section(block.title, [
        ...(block.lead === undefined
          ? []
          : [{ text: block.lead, margin: [0, 0, 0, 3] as [number, number, number, number] }]),
        block.boxes === true
          ? { stack: block.points.map(box) }
          : { ul: block.points.map((text): Content => ({ text, margin: [0, 0, 0, 2] })) },
      ]);
    case 'strengths':
      return section(
        block.title,
        block.groups.map(({ title, items }) => ({
          stack: [{ text: title, color: soft, margin: [0, 3, 0, 2] }, ...items.map(namedText)],
        })),
      );
    case 'fields':
      return fieldsContent(block);
    case 'picture':
      return pictureContent(block);
    case 'drawing':
      return drawingContent(block);
    case 'table':
      return tableContent(block);
    case 'lines':
      return {
        stack: [heading(block.title), ...Array.from({ length: block.lines }, () => rule())],
        unbreakable: true,
      };
  }
}

const namedText = ({ name, text }: NamedText): Content => ({
  text: [{ text: `${name}. `, bold: true }, text],
  margin: [0, 0, 0, 3],
});

/** A point to tick. */
const box = (text: string): Content => ({
  columns: [
    { width: 14, canvas: [{ type: 'rect', x: 0, y: 2, w: 8, h: 8, lineWidth: 0.7, lineColor: '#666666' }] },
    { text, width: '*' },
  ],
  margin: [0, 0, 0, 3],
});

/** A line to write on. */
const rule = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 18, x2: paperWidth.inner, y2: 18, lineWidth: 0.5, lineColor: '#999999' }],
});
