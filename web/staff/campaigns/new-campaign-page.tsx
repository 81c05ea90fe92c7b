import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Campaign, CountryReport } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { wrongFields } from '../ui/field-errors.ts';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { emptyDraft, faultsOf, toNewCampaign } from './campaign-draft.ts';
import { CampaignFields } from './campaign-fields.tsx';

/** «What do schools of the region take part in, and when?» */
export function NewCampaignPage() {
  useLanguage();
  const country = useGet<CountryReport>('/api/country');
  return (
    <Page title={m.campaign_new_title()} crumbs={<a href="/staff/campaigns">{m.nav_campaigns()}</a>}>
      <Loaded got={country} lines={8}>
        {({ regions }) => <CampaignForm regions={regions} />}
      </Loaded>
    </Page>
  );
}

function CampaignForm({ regions }: { regions: CountryReport['regions'] }) {
  const { me, api } = useStaff();
  const { route } = useLocation();
  const [draft, setDraft] = useState(() => emptyDraft(me.region ?? '', todayInKazakhstan(new Date())));
  const [wasTried, setTried] = useState(false);
  const sending = useSend();
  const faults = wasTried ? faultsOf(draft) : [];
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (faultsOf(draft).length > 0) return;
    const isSent = await sending.run(async () => {
      await api.send<Campaign>('POST', '/api/campaigns', toNewCampaign(draft));
    });
    if (isSent) route('/staff/campaigns');
  };
  return (
    <form class="sheet stack" onSubmit={submit}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <CampaignFields
        draft={draft}
        wrong={new Set([...faults, ...wrongFields(sending.failure)])}
        regions={me.role === 'operator' ? regions : regions.filter(({ id }) => id === me.region)}
        onChange={setDraft}
      />
      <div class="row">
        <Button type="submit" busy={sending.isBusy}>
          {m.campaign_create()}
        </Button>
        <a class="button plain" href="/staff/campaigns">
          {m.back()}
        </a>
      </div>
    </form>
  );
}
