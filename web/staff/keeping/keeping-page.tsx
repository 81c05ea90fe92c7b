import type { CampaignList } from '../../../server/contract/campaign.schema.ts';
import type { ErasureList } from '../../../server/contract/erasure.schema.ts';
import type { RetentionPlan } from '../../../server/contract/retention.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { ResearchExport } from '../export/research-export.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { ErasureTable } from './erasure-table.tsx';
import { LeavingTable } from './leaving-table.tsx';
import { PeriodTable } from './period-table.tsx';

/** «Who asked to be forgotten, what goes by itself, and when?» And what leaves for researchers. */
export function KeepingPage() {
  useLanguage();
  const erasures = useGet<ErasureList>('/api/erasures');
  const plan = useGet<RetentionPlan>('/api/retention');
  const campaigns = useGet<CampaignList>('/api/campaigns');
  return (
    <Page title={m.keeping_title()} lead={<p>{m.keeping_lead()}</p>}>
      <div class="stack wide-gap">
        <Loaded got={erasures} lines={4}>
          {({ erasures: all }) => <ErasureTable erasures={all} onDecided={erasures.reload} />}
        </Loaded>
        <Loaded got={plan} lines={6}>
          {(found) => (
            <>
              <LeavingTable plan={found} />
              <PeriodTable plan={found} />
            </>
          )}
        </Loaded>
        <Loaded got={campaigns} lines={3}>
          {(found) => <ResearchExport campaigns={found.campaigns} />}
        </Loaded>
      </div>
    </Page>
  );
}
