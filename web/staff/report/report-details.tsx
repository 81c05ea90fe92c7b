import type { ComparisonReport } from '../../../server/contract/aggregate.schema.ts';
import type { CampaignReport } from '../../../server/contract/campaign.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { GroupSection } from './group-section.tsx';
import { TrendSection } from './trend-section.tsx';

/** What a release says beside others: groups, the country, earlier years. */
export function ReportDetails({ report }: { report: CampaignReport }) {
  const { id } = report.campaign;
  const got = useGet<ComparisonReport>(`/api/campaigns/${encodeURIComponent(id)}/comparison`);
  return (
    <Loaded got={got} lines={10}>
      {(comparison) => (
        <>
          <GroupSection report={report} comparison={comparison} />
          <p class="soft">{m.report_next({ day: formatDay(comparison.nextRelease) })}</p>
          <TrendSection name={`ustaz-${id}-years`} trend={comparison.trend} scales={report.scales} />
        </>
      )}
    </Loaded>
  );
}
