import { formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

/** Low, and the same for all: it stands for fewer than ten, whatever the group. */
const hiddenHeight = 16;

/** Shares of a group in equal parts of a scale, from low to high: small columns, each with its share; a hidden one is hatched. */
export function ShareColumns({ counts, n }: { counts: readonly (number | null)[]; n: number }) {
  return (
    <ul class="share-columns">
      {counts.map((count, column) => (
        <li key={column}>
          <span class={count === null ? 'share-column is-hidden' : 'share-column'} aria-hidden="true">
            <span style={{ height: `${count === null ? hiddenHeight : (count / n) * 100}%` }} />
          </span>
          {count === null ? m.few() : formatShare(count / n)}
        </li>
      ))}
    </ul>
  );
}
