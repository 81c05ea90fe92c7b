import type { Content } from 'pdfmake/interfaces.js';
import type { FieldBlock, ReportBlock } from '../../domain/report/report.ts';
import { section, small } from './report-look.ts';

/** Fields that fit, each kept together on a page. */
export const fieldsContent = ({
  title,
  lead,
  fields,
  after,
  notes,
}: Extract<ReportBlock, { kind: 'fields' }>): Content =>
  section(title, [
    { text: lead, margin: [0, 0, 0, 4] },
    ...fields.map(fieldContent),
    ...after.map((text, index): Content => ({ text, margin: [0, index === 0 ? 3 : 0, 0, 3] })),
    { text: notes.join(' '), ...small },
  ]);

const fieldContent = ({ name, about, because, occupations, routes }: FieldBlock, index: number): Content => ({
  unbreakable: true,
  margin: [0, 0, 0, 5],
  stack: [
    { text: [{ text: `${index + 1}. ${name}. `, bold: true }, about] },
    { text: [because, occupations].filter((part) => part !== '').join(' ') },
    ...routes.map((text): Content => ({ text, ...small })),
  ],
});
