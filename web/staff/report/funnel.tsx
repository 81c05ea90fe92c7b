import type { ReportRow } from '../../../server/contract/campaign.schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { ProgressBar } from '../ui/progress-bar.tsx';

/** From the class list to a finished sitting: a table whose bars show where pupils stay behind. */
export function Funnel({ participation }: { participation: ReportRow['participation'] }) {
  const { pupils, consented, started, submitted } = participation;
  const steps = [
    [m.step_pupils(), pupils],
    [m.step_consented(), consented],
    [m.step_started(), started],
    [m.step_submitted(), submitted],
  ] as const;
  return (
    <section class="sheet stack">
      <h2>{findingOf(participation)}</h2>
      <table class="funnel">
        <thead class="unseen">
          <tr>
            <th scope="col">{m.funnel_step()}</th>
            <th scope="col">{m.funnel_count()}</th>
            <th scope="col">{m.funnel_share()}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">
                {label}
                <ProgressBar done={count} of={pupils} />
              </th>
              <td class="number">{formatNumber(count)}</td>
              <td class="number soft">{formatShare(count / Math.max(1, pupils))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{m.funnel_source({ n: formatNumber(pupils) })}</p>
    </section>
  );
}

/** Where most of those who have not finished are waiting. */
function findingOf({ pupils, consented, started, submitted }: ReportRow['participation']): string {
  const waits = [
    [pupils - consented, m.funnel_wait_consent],
    [consented - started, m.funnel_wait_start],
    [started - submitted, m.funnel_wait_finish],
  ] as const;
  const [most, words] = waits.reduce((largest, each) => (each[0] > largest[0] ? each : largest));
  return most <= 0 ? m.funnel_all_done() : words({ count: formatNumber(most) });
}
