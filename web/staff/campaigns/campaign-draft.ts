import type { NewCampaign } from '../../../server/contract/campaign.schema.ts';
import { windowOf } from '../ui/last-day.ts';

/** The form's own terms: whole days, first and last included. */
export type CampaignDraft = Omit<NewCampaign, 'opensAt' | 'closesAt'> & { firstDay: string; lastDay: string };

/** What a campaign may ask for: the whole battery first. */
export const instruments = ['kasip-9', 'personality-ipip50'] as const;

export const emptyDraft = (region: string, today: string): CampaignDraft => ({
  region,
  title: { kk: '', ru: '', en: '' },
  year: Number(today.slice(0, 4)),
  instrument: instruments[0],
  languages: ['kk', 'ru'],
  firstDay: today,
  lastDay: '',
});

export type DraftFault = 'region' | 'languages' | 'lastDay';

/** What the browser's own checks of a form cannot see. */
export function faultsOf({ region, languages, firstDay, lastDay }: CampaignDraft): DraftFault[] {
  const faults: [DraftFault, boolean][] = [
    ['region', region === ''],
    ['languages', languages.length === 0],
    ['lastDay', lastDay < firstDay],
  ];
  return faults.flatMap(([fault, isWrong]) => (isWrong ? [fault] : []));
}

/** As the server takes it. */
export function toNewCampaign({ firstDay, lastDay, title, ...rest }: CampaignDraft): NewCampaign {
  const trimmed = { kk: title.kk.trim(), ru: title.ru.trim(), en: title.en.trim() };
  return { ...rest, title: trimmed, ...windowOf(firstDay, lastDay) };
}
