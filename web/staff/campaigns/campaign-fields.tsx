import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { languages } from '../../i18n/language.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { Choice, Field } from '../ui/field.tsx';
import { LanguageChecks } from '../ui/language-checks.tsx';
import { languageWords } from '../ui/language-words.ts';
import { type CampaignDraft, instruments } from './campaign-draft.ts';

const instrumentWords: Readonly<Record<(typeof instruments)[number], () => string>> = {
  'kasip-9': m.instrument_kasip9,
  'personality-ipip50': m.instrument_ipip50,
};

type FieldsProps = {
  draft: CampaignDraft;
  wrong: ReadonlySet<string>;
  regions: CountryReport['regions'];
  onChange: (draft: CampaignDraft) => void;
};

/** What a campaign is: where, what it is called in each language, what it asks, in which languages and when. */
export function CampaignFields({ draft, wrong, regions, onChange }: FieldsProps) {
  const language = useLanguage();
  const put = (change: Partial<CampaignDraft>) => onChange({ ...draft, ...change });
  const faultOf = (field: string, words: string) => (wrong.has(field) ? words : undefined);
  const known = regions.map(({ id, name }) => [id, name[language]] as const).sort((a, b) => compareNames(a[1], b[1]));
  return (
    <>
      <Choice
        label={m.campaign_region()}
        value={draft.region}
        options={draft.region === '' ? [['', m.campaign_region_choose()], ...known] : known}
        error={faultOf('region', m.campaign_region_wrong())}
        onValue={(region) => put({ region })}
      />
      <div class="fields three">
        {languages.map((each) => (
          <Field
            key={each}
            label={m.campaign_title_in({ language: languageWords[each]() })}
            value={draft.title[each]}
            onValue={(title) => put({ title: { ...draft.title, [each]: title } })}
            error={faultOf('title', m.campaign_title_wrong())}
            input={{ required: true, maxLength: 200, lang: each }}
          />
        ))}
      </div>
      <LanguageChecks
        label={m.campaign_languages()}
        chosen={draft.languages}
        error={faultOf('languages', m.campaign_languages_wrong())}
        onChange={(chosen) => put({ languages: chosen })}
      />
      <div class="fields three">
        <Field
          label={m.campaign_first_day()}
          type="date"
          value={draft.firstDay}
          onValue={(firstDay) => put({ firstDay })}
          error={faultOf('opensAt', m.campaign_window_wrong())}
          input={{ required: true }}
        />
        <Field
          label={m.campaign_last_day()}
          type="date"
          value={draft.lastDay}
          onValue={(lastDay) => put({ lastDay })}
          error={faultOf('lastDay', m.campaign_window_wrong()) ?? faultOf('closesAt', m.campaign_window_wrong())}
          input={{ required: true }}
        />
        <Field
          label={m.campaign_year()}
          type="number"
          value={String(draft.year)}
          onValue={(year) => put({ year: Number(year) })}
          error={faultOf('year', m.campaign_year_wrong())}
          input={{ required: true, min: 2024, max: 2100 }}
        />
      </div>
      <Choice
        label={m.campaign_instrument()}
        value={draft.instrument}
        options={instruments.map((each) => [each, instrumentWords[each]()] as const)}
        onValue={(instrument) => put({ instrument })}
      />
    </>
  );
}
