import type { BenchInstruments } from '../../../server/contract/bench.schema.ts';
import type { CampaignList } from '../../../server/contract/campaign.schema.ts';
import type { NormList } from '../../../server/contract/norm.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { NormTable } from './norm-table.tsx';

/** «By which norms are pupils placed, and where can one be built?» */
export function NormsPage() {
  const language = useLanguage();
  const norms = useGet<NormList>('/api/norms');
  const campaigns = useGet<CampaignList>('/api/campaigns');
  const bench = useGet<BenchInstruments>('/api/bench');
  const handedIn = new Map(
    (bench.value?.instruments ?? []).flatMap((one) => one.campaigns.map(({ id, results }) => [id, results] as const)),
  );
  return (
    <Page title={m.norms_title()} lead={<p>{m.norms_lead()}</p>}>
      <Loaded got={norms} lines={4}>
        {(list) => (
          <section class="sheet stack">
            <h2>{m.norms_built()}</h2>
            {list.norms.length === 0 ? (
              <Empty title={m.norms_none()}>{m.norms_none_next()}</Empty>
            ) : (
              <NormTable
                norms={list.norms}
                name={(norm) => (
                  <>
                    <a href={`/staff/norms/${norm.campaign}`}>
                      {norm.setId} {norm.setVersion}
                    </a>{' '}
                    <span class="soft">{languageWords[norm.language]()}</span>
                  </>
                )}
              />
            )}
          </section>
        )}
      </Loaded>
      <Loaded got={campaigns} lines={4}>
        {(list) => (
          <section class="sheet stack">
            <h2>{m.norms_campaigns()}</h2>
            <ul class="plain-list">
              {byAnswers(list, handedIn).map(({ id, title, year, regionName }) => (
                <li key={id}>
                  <a href={`/staff/norms/${id}`}>{title[language]}</a>{' '}
                  <span class="soft">
                    {regionName[language]}, {year}
                    {handedIn.has(id) ? `, ${m.norms_handed_in({ n: formatNumber(handedIn.get(id) ?? 0) })}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Loaded>
    </Page>
  );
}

/** Where most handed in first: a norm can be built there. */
const byAnswers = ({ campaigns }: CampaignList, handedIn: ReadonlyMap<string, number>): CampaignList['campaigns'] =>
  [...campaigns].sort((a, b) => (handedIn.get(b.id) ?? 0) - (handedIn.get(a.id) ?? 0));
