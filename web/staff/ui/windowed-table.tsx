import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useWindowed } from './use-windowed.ts';

/** What a row of a windowed table says of its place; goes on its `tr`. */
export type RowPlace = { 'data-row': string; 'aria-rowindex'?: number };

/** Up to so many rows are simply all there. */
const fewRows = 150;

/**
 * A table that stays quick with thousands of rows: only those near the screen are drawn, assistive technology is told the true
 * number and place of each, and whoever wants them all at once (to search with the browser, to read on) may have them.
 */
export function WindowedTable<Row>({
  rows,
  keyOf,
  head,
  line,
  columns,
  guessPx = 44,
  look = 'cards-when-narrow',
}: {
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** The line of headings. */
  head: ComponentChildren;
  line: (row: Row, place: RowPlace, index: number) => JSX.Element;
  columns: number;
  guessPx?: number;
  look?: string;
}) {
  const [isWhole, setWhole] = useState(false);
  const isLong = rows.length > fewRows;
  const keys = rows.map(keyOf);
  const { body, parts } = useWindowed(keys, guessPx, isWhole || !isLong);
  return (
    <>
      <table class={isLong ? `${look} many-rows` : look} {...(isLong ? { 'aria-rowcount': rows.length + 1 } : {})}>
        <thead>{head}</thead>
        <tbody ref={body}>
          {parts.map((part) => {
            if (part.kind === 'gap') return <Gap key={part.key} height={part.height} columns={columns} />;
            const { index } = part;
            const row = rows[index];
            const place = { 'data-row': keys[index] ?? '', ...(isLong ? { 'aria-rowindex': index + 2 } : {}) };
            return row === undefined ? null : line(row, place, index);
          })}
        </tbody>
      </table>
      {isLong && !isWhole ? (
        <p class="small no-print">
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {m.table_show_all({ count: formatNumber(rows.length) })}
          </button>{' '}
          {m.table_show_all_why()}
        </p>
      ) : null}
    </>
  );
}

const Gap = ({ height, columns }: { height: number; columns: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus
  <tr class="gap" aria-hidden="true">
    <td colSpan={columns} style={{ height: `${height}px` }} />
  </tr>
);
