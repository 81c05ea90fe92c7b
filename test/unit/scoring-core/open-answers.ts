import { shelfIsAbsent, shelfIsThere, table } from '../../oracle/shelf.ts';

export { shelfIsAbsent, shelfIsThere };

/** The open answers of 13–16-year-olds to the IPIP-50, one record of item id → answer for each person. */
export function openAnswers(): Record<string, number>[] {
  const { columns, rows } = table('data', 'ipip50-ages-13-16.csv');
  const items = columns.flatMap((name, index) => (/^[EACNO]\d+$/.test(name) ? [{ name, index }] : []));
  return rows.map((row) =>
    Object.fromEntries(items.flatMap(({ name, index }) => (row[index] === null ? [] : [[name, Number(row[index])]]))),
  );
}
