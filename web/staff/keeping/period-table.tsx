import type { RetentionPlan } from '../../../server/contract/retention.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

type Purpose = RetentionPlan['periods'][number]['purpose'];

const words: Readonly<Record<Purpose, () => string>> = {
  assessment: m.period_assessment,
  path: m.period_path,
  codes: m.period_codes,
  aside: m.period_aside,
  sessions: m.period_sessions,
};

/** How long what is kept, purpose by purpose. */
export function PeriodTable({ plan }: { plan: RetentionPlan }) {
  return (
    <section class="sheet stack" aria-label={m.period_title()}>
      <h2>{m.period_title()}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.period_what()}</th>
            <th scope="col" class="number">
              {m.period_days()}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.periods.map(({ purpose, days }) => (
            <tr key={purpose}>
              <th scope="row">{words[purpose]()}</th>
              <td class="number">{formatNumber(days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{m.period_change()}</p>
    </section>
  );
}
