import type { ImportPreview } from '../../../server/contract/roster.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { type Action, actionWords } from './field-words.ts';

/** `unclear`: wrong, or a question. */
export type RowKind = 'all' | 'unclear' | Exclude<Action, 'wrong' | 'ask'>;

const kinds: readonly RowKind[] = ['unclear', 'add', 'update', 'same', 'skip'];

const isOfKind = (action: Action, kind: RowKind): boolean =>
  kind === 'all' || (kind === 'unclear' ? action === 'wrong' || action === 'ask' : action === kind);

/** Positions of the rows of a kind. */
export const rowsOfKind = (preview: ImportPreview, kind: RowKind): number[] =>
  preview.rows.flatMap(({ action }, index) => (isOfKind(action, kind) ? [index] : []));

/** Rows by what would become of them, with counts that follow every correction. */
export function RowFilter({
  preview: { counts, rows },
  chosen,
  onChoose,
}: {
  preview: ImportPreview;
  chosen: RowKind;
  onChoose: (kind: RowKind) => void;
}) {
  const count = (kind: RowKind): number =>
    kind === 'all' ? rows.length : kind === 'unclear' ? counts.wrong + counts.ask : counts[kind];
  return (
    <fieldset class="filter" aria-label={m.roster_filter()}>
      {(['all', ...kinds] as const)
        .filter((kind) => kind === 'all' || kind === chosen || count(kind) > 0)
        .map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === chosen} onClick={() => onChoose(kind)}>
            {words(kind)} <span class="filter-count">{formatNumber(count(kind))}</span>
          </button>
        ))}
    </fieldset>
  );
}

const words = (kind: RowKind): string =>
  kind === 'all' ? m.standing_all() : kind === 'unclear' ? m.roster_unclear() : actionWords[kind]();
