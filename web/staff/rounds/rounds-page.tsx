import type { RoundList } from '../../../server/contract/round-list.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { formatLastDay } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { stateWords } from './round-words.ts';

/** «Which places are being given, and how far are we?» */
export function RoundsPage() {
  const language = useLanguage();
  const { me } = useStaff();
  const got = useGet<RoundList>('/api/rounds');
  return (
    <Page
      title={m.rd_title()}
      lead={<p>{m.rd_lead()}</p>}
      actions={
        me.role === 'department' ? (
          <a class="button quiet" href="/staff/rounds/new">
            {m.rd_new()}
          </a>
        ) : undefined
      }
    >
      <Loaded got={got} lines={4}>
        {({ rounds }) => (
          <section class="sheet stack">
            {rounds.length === 0 ? (
              <Empty title={m.rd_empty()}>{m.rd_empty_next()}</Empty>
            ) : (
              <table class="cards-when-narrow">
                <thead>
                  <tr>
                    <th scope="col">{m.rd_round()}</th>
                    <th scope="col">{m.campaign_region()}</th>
                    <th scope="col">{m.rd_wishes_until()}</th>
                    <th scope="col" class="number">
                      {m.rd_quota()}
                    </th>
                    <th scope="col" class="number">
                      {m.rd_wishing()}
                    </th>
                    <th scope="col">{m.campaign_state()}</th>
                  </tr>
                </thead>
                <tbody>
                  {rounds.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <a href={`/staff/rounds/${one.id}`}>{one.title[language]}</a>{' '}
                        <span class="soft">{one.year}</span>
                      </th>
                      <td data-label={m.campaign_region()}>{one.regionName[language]}</td>
                      <td data-label={m.rd_wishes_until()}>{formatLastDay(one.wishesUntil)}</td>
                      <td class="number" data-label={m.rd_quota()}>
                        {formatNumber(one.quota)}
                      </td>
                      <td class="number" data-label={m.rd_wishing()}>
                        {formatNumber(one.wishing)}
                      </td>
                      <td data-label={m.campaign_state()}>
                        <Mark tone={stateWords[one.state][0]}>{stateWords[one.state][1]()}</Mark>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        )}
      </Loaded>
    </Page>
  );
}
