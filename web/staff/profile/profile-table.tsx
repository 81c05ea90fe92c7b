import type { ScaleResult } from '../../../server/contract/result.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';

/** The same as a table: no number without its error. */
export function ProfileTable({ scales }: { scales: readonly ScaleResult[] }) {
  return (
    <Details summary={m.profile_table()}>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.profile_scale()}</th>
            <th scope="col" class="number">
              {m.profile_mean()}
            </th>
            <th scope="col" class="number">
              {m.profile_interval()}
            </th>
            <th scope="col" class="number">
              {m.profile_answered()}
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.map(({ scale, name, mean, low, high, answered, of }) => (
            <tr key={scale}>
              <th scope="row">{name}</th>
              <td class="number" data-label={m.profile_mean()}>
                {mean === null ? '—' : formatNumber(mean, 1)}
              </td>
              <td class="number" data-label={m.profile_interval()}>
                {low === null || high === null ? '—' : `${formatNumber(low, 1)}–${formatNumber(high, 1)}`}
              </td>
              <td class="number" data-label={m.profile_answered()}>
                {m.n_of({ done: formatNumber(answered), of: formatNumber(of) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}
