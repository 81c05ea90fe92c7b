import type { CampaignRecord } from '../../store/catalogue.ts';
import { batterySchool, demoSchools, pilotSchools, shortFormSchool } from './places.ts';

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

/** The battery's school: the campaign that is open now, and the one of half a year ago in which a few sat already. */
export function batteryCampaigns(now: Date): { open: CampaignRecord; earlier: CampaignRecord } {
  const campaign = (id: string, title: CampaignRecord['title'], from: number, to: number): CampaignRecord => ({
    _id: id,
    region: batterySchool.region,
    title,
    year: new Date(now.getTime() + from * dayMs).getUTCFullYear(),
    instrument: 'kasip-9',
    instrumentVersion: '1.0.0',
    languages: ['kk', 'ru', 'en'],
    opensAt: new Date(now.getTime() + from * dayMs),
    closesAt: new Date(now.getTime() + to * dayMs),
    schools: [batterySchool._id],
    demo: true,
  });
  return {
    open: campaign(
      'demo-61-battery',
      {
        kk: '9-сынып: толық диагностика (үлгі)',
        ru: '9 класс: полная диагностика (пример)',
        en: 'Grade 9: the whole battery (example)',
      },
      -35,
      180,
    ),
    earlier: campaign(
      'demo-61-earlier',
      {
        kk: 'Алғашқы диагностика, жарты жыл бұрын (үлгі)',
        ru: 'Первая диагностика, полгода назад (пример)',
        en: 'First diagnostics, half a year ago (example)',
      },
      -230,
      -180,
    ),
  };
}

/** A form tried out in two schools last term, so that a specialist finds what a norm is built from. */
export function pilotCampaign(now: Date): CampaignRecord {
  return {
    _id: 'demo-71-pilot',
    region: 'KZ-71',
    title: {
      kk: '9-сынып: әдістемені сынақтан өткізу (үлгі)',
      ru: '9 класс: апробация методики (пример)',
      en: 'Grade 9: trying the questionnaire out (example)',
    },
    year: now.getUTCFullYear(),
    instrument: 'personality-ipip50',
    instrumentVersion: '1.0.0',
    languages: ['kk'],
    opensAt: new Date(now.getTime() - 100 * dayMs),
    closesAt: new Date(now.getTime() - 60 * dayMs),
    schools: pilotSchools.map(({ _id }) => _id),
    demo: true,
  };
}

/** The short form's school: one campaign, open now. */
export function shortFormCampaign(now: Date): CampaignRecord {
  const opensAt = new Date(now.getTime() - 35 * dayMs);
  return {
    _id: 'demo-61-short',
    region: shortFormSchool.region,
    title: {
      kk: '9-сынып: қысқа нұсқа (үлгі)',
      ru: '9 класс: короткий вариант (пример)',
      en: 'Grade 9: the short form (example)',
    },
    year: now.getUTCFullYear(),
    instrument: 'kasip-9-short',
    instrumentVersion: '1.0.0',
    languages: ['kk', 'ru', 'en'],
    opensAt,
    closesAt: new Date(now.getTime() + 180 * dayMs),
    schools: [shortFormSchool._id],
    demo: true,
  };
}
