import type { CampaignRecord } from '../../store/catalogue.ts';
import { demoSchools } from './places.ts';

const dayMs = 86_400_000;

/** An open campaign in each of the three demo regions: opened five weeks ago, open for half a year more. */
export function demoCampaigns(now: Date): CampaignRecord[] {
  const opensAt = new Date(now.getTime() - 35 * dayMs);
  const closesAt = new Date(now.getTime() + 180 * dayMs);
  return ['KZ-61', 'KZ-10', 'KZ-71'].map((region) => ({
    _id: `demo-${region.slice(3)}`,
    region,
    title: {
      kk: '9-сынып: кәсіптік бағдар (үлгі)',
      ru: '9 класс: профориентация (пример)',
      en: 'Grade 9: career guidance (example)',
    },
    year: now.getUTCFullYear(),
    instrument: 'personality-ipip50',
    instrumentVersion: '1.0.0',
    languages: ['kk', 'ru', 'en'],
    opensAt,
    closesAt,
    schools: demoSchools.filter((school) => school.region === region).map(({ _id }) => _id),
    demo: true,
  }));
}
