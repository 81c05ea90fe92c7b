import type { NormStudyReport } from '../../../server/contract/study-report.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { NormComparison } from '../norms/norm-comparison.tsx';
import type { ReportFrame } from './study-report-view.tsx';

/** What a norm would move, as it was when it was built; the decision about it is on the norm's own page. */
export function NormReport({
  report,
  campaign,
  frame,
}: {
  report: NormStudyReport;
  campaign: string;
  frame: ReportFrame;
}) {
  const { sample, effect, scales } = report;
  return (
    <section class="sheet stack">
      <h2>{m.bench_norm_title()}</h2>
      <p>{m.norms_sample({ used: formatNumber(sample.used), submitted: formatNumber(sample.submitted) })}</p>
      {effect === null ? null : (
        <p>
          {m.norms_effect({ before: formatShare(effect.invitedBefore, 1), after: formatShare(effect.invitedAfter, 1) })}
        </p>
      )}
      <NormComparison scales={scales} nameOf={frame.nameOf} />
      <p>
        <a href={`/staff/norms/${campaign}`}>{m.bench_norm_decide()}</a>
      </p>
    </section>
  );
}
