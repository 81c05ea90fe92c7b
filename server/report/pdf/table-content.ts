import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { ReportBlock } from '../../domain/report/report.ts';
import { line, small, soft, tableHeading } from './report-look.ts';

/** A table whose head comes again on every page. */
export function tableContent({ title, head, rows, note }: Extract<ReportBlock, { kind: 'table' }>): Content {
  const headings = head.map((text): TableCell => ({ text, bold: true, color: soft }));
  const body = rows.map((row): TableCell[] =>
    'group' in row
      ? [{ text: row.group, bold: true, colSpan: head.length }, ...head.slice(1).map(() => '')]
      : row.cells.map((text) => ({ text })),
  );
  return {
    stack: [
      ...(title === '' ? [] : [tableHeading(title)]),
      {
        table: {
          headerRows: 1,
          // A group's name is no first row without the row it names.
          keepWithHeaderRows: rows[0] !== undefined && 'group' in rows[0] ? 2 : 1,
          dontBreakRows: true,
          widths: head.map((_, index) => (index === 0 ? '*' : 'auto')),
          body: [headings, ...body],
        },
        layout: {
          hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
          vLineWidth: () => 0,
          hLineColor: () => line,
          paddingTop: () => 2,
          paddingBottom: () => 2,
        },
        fontSize: 9,
      },
      ...(note === '' ? [] : [{ text: note, ...small, margin: [0, 3, 0, 0] as [number, number, number, number] }]),
    ],
  };
}
