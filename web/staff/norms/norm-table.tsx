import type { ComponentChildren } from 'preact';
import type { NormHeadWire } from '../../../server/contract/norm.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Mark } from '../ui/mark.tsx';
import { normStates } from './norm-words.ts';

/** Norms with their size, who built them and whether they are in force. `name`: how each leads to more; `open`: the one that is shown. */
export function NormTable({
  norms,
  name,
  open = null,
}: {
  norms: readonly NormHeadWire[];
  name: (norm: NormHeadWire) => ComponentChildren;
  open?: string | null;
}) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.norms_norm()}</th>
          <th scope="col">n</th>
          <th scope="col">{m.norms_built_by()}</th>
          <th scope="col">{m.bench_state()}</th>
        </tr>
      </thead>
      <tbody>
        {norms.map((norm) => {
          const [tone, words] = normStates[norm.state];
          return (
            <tr key={norm.id} aria-current={norm.id === open ? 'true' : undefined}>
              <th scope="row">{name(norm)}</th>
              <td data-label="n">{formatNumber(norm.n)}</td>
              <td data-label={m.norms_built_by()}>
                {formatDay(norm.builtAt)}, {norm.builtBy}
              </td>
              <td data-label={m.bench_state()}>
                <Mark tone={tone}>{words()}</Mark>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
