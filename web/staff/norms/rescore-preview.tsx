import type { RescorePreviewReport } from '../../../server/contract/study-report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { RescoreChanges } from './rescore-changes.tsx';

/** What a rescoring would change, for how many of those that were looked at, and why. */
export function RescorePreview({
  report: { looked, results, summary },
  nameOf,
}: {
  report: RescorePreviewReport;
  nameOf: (scale: string) => string;
}) {
  return (
    <>
      <p>
        <strong>
          {m.norms_would_change({
            changed: formatNumber(summary.changed),
            looked: formatNumber(looked),
            results: formatNumber(results),
          })}
        </strong>
      </p>
      {summary.changed === 0 ? (
        <p>{m.norms_nothing_changes()}</p>
      ) : (
        <RescoreChanges summary={summary} nameOf={nameOf} />
      )}
    </>
  );
}
