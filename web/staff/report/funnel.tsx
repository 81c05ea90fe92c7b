import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

/** From the class list to a finished sitting and on to enrolment: a table whose bars show where pupils stay behind. */
export function Funnel({
  participation,
  steps = null,
  untold = m.fewer_than_ten,
}: {
  participation: ReportRow['participation'];
  steps?: CampaignReport['steps'] | null;
  /** What a step that may not be told is called. */
  untold?: () => string;
}) {
  const { pupils, consented, started, submitted } = participation;
  const lines: (readonly [label: string, count: number | null])[] = [
    [m.step_pupils(), pupils],
    [m.step_consented(), consented],
    [m.step_started(), started],
    [m.step_submitted(), submitted],
    ...(steps === null
      ? []
      : ([
          [m.step_wishing(), steps.wishing],
          [m.step_recommended(), steps.recommended],
          [m.step_offered(), steps.offered],
          [m.step_accepted(), steps.accepted],
          [m.step_enrolled(), steps.enrolled],
        ] as const)),
  ];
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
          {lines.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">
                {label}
                {count === null ? null : <ProgressBar done={count} of={pupils} />}
              </th>
              {count === null ? (
                <td class="untold" colSpan={2}>
                  {untold()}
                </td>
              ) : (
                <>
                  <td class="number">{formatNumber(count)}</td>
                  <td class="number soft">{formatShare(count / Math.max(1, pupils))}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">
        {m.funnel_source({ n: formatNumber(pupils) })} {steps === null ? '' : m.funnel_rounded()}{' '}
        <DownloadCsv
          name="ustaz-steps.csv"
          rows={() => [
            [m.funnel_step(), m.funnel_count()],
            ...lines.map(([label, count]) => [label, count ?? untold()]),
          ]}
        />
      </p>
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
