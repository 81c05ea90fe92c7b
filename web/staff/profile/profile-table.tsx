import type { ProfileScale } from '../../../server/contract/profile.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';
import { comparedWords, intervalWords } from './score-words.ts';

/** The same as a table: no number without its error. */
export function ProfileTable({ scales }: { scales: readonly ProfileScale[] }) {
  return (
    <Details summary={m.profile_table()}>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.profile_scale()}</th>
            <th scope="col" class="number">
              {m.profile_value()}
            </th>
            <th scope="col" class="number">
              {m.profile_interval()}
            </th>
            <th scope="col" class="number">
              {m.profile_compared()}
            </th>
            <th scope="col" class="number">
              {m.profile_answered()}
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.map((scale) => (
            <tr key={scale.scale}>
              <th scope="row">{scale.name}</th>
              <td class="number" data-label={m.profile_value()}>
                {scale.mean === null || scale.low === null ? (scale.nearest ?? '—') : formatNumber(scale.mean, 1)}
              </td>
              <td class="number" data-label={m.profile_interval()}>
                {intervalWords(scale.low, scale.high)}
              </td>
              <td class="number" data-label={m.profile_compared()}>
                {comparedWords(scale) ?? '—'}
              </td>
              <td class="number" data-label={m.profile_answered()}>
                {m.n_of({ done: formatNumber(scale.answered), of: formatNumber(scale.of) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Details>
  );
}
