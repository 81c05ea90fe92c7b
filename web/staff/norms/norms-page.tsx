import type { CampaignList } from '../../../server/contract/campaign.schema.ts';
import type { NormHeadWire, NormList } from '../../../server/contract/norm.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { normStates } from './norm-words.ts';

/** «By which norms are pupils placed, and where can one be built?» */
export function NormsPage() {
  const language = useLanguage();
  const norms = useGet<NormList>('/api/norms');
  const campaigns = useGet<CampaignList>('/api/campaigns');
  return (
    <Page title={m.norms_title()} lead={<p>{m.norms_lead()}</p>}>
      <Loaded got={norms} lines={4}>
        {(list) => (
          <section class="sheet stack">
            <h2>{m.norms_built()}</h2>
            {list.norms.length === 0 ? (
              <Empty title={m.norms_none()}>{m.norms_none_next()}</Empty>
            ) : (
              <Norms norms={list.norms} />
            )}
          </section>
        )}
      </Loaded>
      <Loaded got={campaigns} lines={4}>
        {(list) => (
          <section class="sheet stack">
            <h2>{m.norms_campaigns()}</h2>
            <ul class="plain-list">
              {list.campaigns.map(({ id, title, year, regionName }) => (
                <li key={id}>
                  <a href={`/staff/norms/${id}`}>{title[language]}</a>{' '}
                  <span class="soft">
                    {regionName[language]}, {year}
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

function Norms({ norms }: { norms: readonly NormHeadWire[] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.norms_norm()}</th>
          <th scope="col">{m.norms_language()}</th>
          <th scope="col">n</th>
          <th scope="col">{m.norms_built_by()}</th>
          <th scope="col">{m.bench_state()}</th>
        </tr>
      </thead>
      <tbody>
        {norms.map((norm) => {
          const [tone, words] = normStates[norm.state];
          return (
            <tr key={norm.id}>
              <th scope="row">
                <a href={`/staff/norms/${norm.campaign}`}>
                  {norm.setId} {norm.setVersion}
                </a>
              </th>
              <td data-label={m.norms_language()}>{languageWords[norm.language]()}</td>
              <td data-label="n">{formatNumber(norm.n)}</td>
              <td data-label={m.norms_built_by()}>
                {formatDay(norm.builtAt)}, {norm.builtBy}
              </td>
              <td data-label={m.bench_state()}>
                <Mark tone={tone}>{words()}</Mark>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
