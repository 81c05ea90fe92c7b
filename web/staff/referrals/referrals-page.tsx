import { useState } from 'preact/hooks';
import type { Referral, ReferralList } from '../../../server/contract/referral.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { PlaceWords } from '../rounds/round-places.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { CheckInHint } from './check-ins.tsx';
import { EnrolmentFileForm } from './enrolment-file-form.tsx';
import { ReferralDialog } from './referral-dialog.tsx';
import { statusWords } from './referral-words.ts';

const groups = ['all', 'waiting', 'going', 'ended'] as const;
type Group = (typeof groups)[number];
const groupWords = { all: m.rf_all, waiting: m.rf_waiting, going: m.rf_going, ended: m.rf_ended } as const;
const groupOf = (status: Referral['status']): Group =>
  status === 'offered' || status === 'drafted'
    ? 'waiting'
    : ['declined', 'expired', 'revoked', 'left'].includes(status)
      ? 'ended'
      : 'going';

/** «Where is each referral, and what is mine to do?» */
export function ReferralsPage() {
  useLanguage();
  const { me } = useStaff();
  const got = useGet<ReferralList>('/api/referrals');
  const [group, setGroup] = useState<Group>('all');
  const [open, setOpen] = useState<string | null>(null);
  const [isUploading, setUploading] = useState(false);
  // What moved last stands first.
  const all = [...(got.value?.referrals ?? [])].sort((a, b) => b.since.localeCompare(a.since));
  const shown = all.filter(({ status }) => group === 'all' || groupOf(status) === group);
  const current = all.find(({ id }) => id === open) ?? null;
  return (
    <Page
      title={m.rf_title()}
      lead={<p>{me.role === 'university' ? m.rf_lead_university() : m.rf_lead()}</p>}
      actions={
        me.role === 'university' ? (
          <Button look="quiet" onPress={() => setUploading(true)}>
            {m.rf_upload()}
          </Button>
        ) : undefined
      }
    >
      <Loaded got={got} lines={8}>
        {() => (
          <section class="sheet stack">
            <fieldset class="filter">
              <legend class="unseen">{m.campaign_state()}</legend>
              {groups.map((one) => (
                <button key={one} type="button" aria-pressed={group === one} onClick={() => setGroup(one)}>
                  {groupWords[one]()}{' '}
                  <span class="filter-count">
                    {formatNumber(all.filter(({ status }) => one === 'all' || groupOf(status) === one).length)}
                  </span>
                </button>
              ))}
            </fieldset>
            {shown.length === 0 ? (
              <Empty title={m.rf_empty()}>{m.rf_empty_next()}</Empty>
            ) : (
              <ReferralTable referrals={shown} onOpen={setOpen} />
            )}
          </section>
        )}
      </Loaded>
      {current === null ? null : (
        <ReferralDialog referral={current} onClose={() => setOpen(null)} onChanged={got.reload} />
      )}
      {isUploading ? <EnrolmentFileForm onClose={() => setUploading(false)} onDone={got.reload} /> : null}
    </Page>
  );
}

function ReferralTable({ referrals, onOpen }: { referrals: readonly Referral[]; onOpen: (id: string) => void }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.rf_number()}</th>
          <th scope="col">{m.rd_place()}</th>
          <th scope="col">{m.campaign_state()}</th>
          <th scope="col">{m.rf_since()}</th>
          <th scope="col">
            <span class="unseen">{m.al_actions()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {referrals.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <span>
                <span class="whole">{one.number}</span> <span class="small code-like whole">{one.code}</span>
              </span>
            </th>
            <td data-label={m.rd_place()}>
              <PlaceWords place={one.place} />
            </td>
            <td data-label={m.campaign_state()}>
              <span>
                <Mark tone={statusWords[one.status][0]}>{statusWords[one.status][1]()}</Mark>
                {one.status === 'offered' && one.answerBy !== null ? (
                  <span class="small"> {m.rf_until({ day: formatDay(one.answerBy) })}</span>
                ) : null}
                <CheckInHint referral={one} />
              </span>
            </td>
            <td data-label={m.rf_since()} class="whole">
              {formatDay(one.since)}
            </td>
            <td class="row-actions">
              <button type="button" onClick={() => onOpen(one.id)}>
                {m.rf_open()}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
