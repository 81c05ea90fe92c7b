import type { Campaign } from '../../../server/contract/campaign.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

import { useLanguage } from '../../ui/use-language.ts';
import { languageWords } from '../ui/language-words.ts';
import { formatLastDay } from '../ui/last-day.ts';
import { Mark, type Tone } from '../ui/mark.tsx';

const states: Readonly<Record<Campaign['state'], readonly [tone: Tone, words: () => string]>> = {
  planned: ['none', m.campaign_planned],
  open: ['going', m.campaign_open],
  closed: ['good', m.campaign_closed],
};

/** Campaigns, newest first; each leads to its report. */
export function CampaignTable({ campaigns }: { campaigns: readonly Campaign[] }) {
  const newestFirst = [...campaigns].sort((a, b) => b.opensAt.localeCompare(a.opensAt));
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.campaign_name()}</th>
          <th scope="col">{m.campaign_region()}</th>
          <th scope="col">{m.campaign_window()}</th>
          <th scope="col">{m.campaign_languages()}</th>
          <th scope="col">{m.campaign_state()}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((campaign) => (
          <CampaignLine key={campaign.id} campaign={campaign} />
        ))}
      </tbody>
    </table>
  );
}

function CampaignLine({ campaign }: { campaign: Campaign }) {
  const language = useLanguage();
  const { id, title, year, regionName, opensAt, closesAt, languages, state } = campaign;
  const [tone, words] = states[state];
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/campaigns/${id}`}>{title[language]}</a> <span class="soft">{year}</span>
      </th>
      <td data-label={m.campaign_region()}>{regionName[language]}</td>
      <td data-label={m.campaign_window()}>
        {m.campaign_from_to({ from: formatDay(opensAt), to: formatLastDay(closesAt) })}
      </td>
      <td data-label={m.campaign_languages()}>{languages.map((each) => languageWords[each]()).join(', ')}</td>
      <td data-label={m.campaign_state()}>
        <Mark tone={tone}>{words()}</Mark>
      </td>
    </tr>
  );
}
