import type { Content } from 'pdfmake/interfaces.js';

/** The page's colours on white paper. */
export const ink = '#1d2a2e';
export const soft = '#56656a';
export const action = '#0b6b76';
export const line = '#d5dcdc';

/** Points of an A4 page. */
export const paperWidth = { margin: 48, inner: 595.28 - 2 * 48 } as const;

export const small = { fontSize: 8, color: soft } as const;

/** Marks the heading of a table: it goes to the next page where the first rows would not fit below it. */
export const needsRows = 1;
/** Share of a page's height that such a heading, the table's head and two rows take. */
export const firstRowsShare = 0.13;
export const tableHeading = (text: string): Content => ({ stack: [heading(text)], headlineLevel: needsRows });

export const heading = (text: string): Content => ({
  text,
  fontSize: 12.5,
  bold: true,
  color: action,
  margin: [0, 11, 0, 4],
});

/** A heading never stands alone at the foot of a page: it is kept with what comes first below it. */
export function section(title: string, content: Content[]): Content {
  const [first, ...rest] = content;
  return {
    stack: [{ stack: [heading(title), ...(first === undefined ? [] : [first])], unbreakable: true }, ...rest],
  };
}
