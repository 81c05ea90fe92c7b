import type { CampaignList } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { CampaignTable } from './campaign-table.tsx';

/** «Which campaign do I read?», and the way to a new one. */
export function CampaignsPage() {
  useLanguage();
  const { me } = useStaff();
  const list = useGet<CampaignList>('/api/campaigns');
  const mayOpen = me.role === 'department' || me.role === 'operator';
  return (
    <Page
      title={m.campaigns_title()}
      actions={
        mayOpen ? (
          <a class="button quiet" href="/staff/campaigns/new">
            {m.campaigns_new()}
          </a>
        ) : undefined
      }
    >
      <Loaded got={list} lines={4}>
        {({ campaigns }) => (
          <section class="sheet stack">
            {campaigns.length === 0 ? (
              <Empty title={m.campaigns_empty()}>{m.campaigns_empty_next()}</Empty>
            ) : (
              <CampaignTable campaigns={campaigns} />
            )}
          </section>
        )}
      </Loaded>
    </Page>
  );
}
