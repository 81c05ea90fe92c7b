import type { Language } from '../../i18n/language.ts';

/** Names that stay too long for a tile without their «region»; the full name stands in the table. */
const shortNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'KZ-19': { kk: 'Алматы обл.', ru: 'Алмат. обл.', en: 'Almaty R.' },
  'KZ-27': { kk: 'БҚО', ru: 'ЗКО', en: 'West' },
  'KZ-59': { kk: 'СҚО', ru: 'СКО', en: 'North' },
  'KZ-63': { kk: 'ШҚО', ru: 'ВКО', en: 'East' },
  'KZ-11': { kk: 'Ақмола', ru: 'Акмола', en: 'Akmola' },
  'KZ-15': { kk: 'Ақтөбе', ru: 'Актобе', en: 'Aktobe' },
  'KZ-23': { kk: 'Атырау', ru: 'Атырау', en: 'Atyrau' },
  'KZ-31': { kk: 'Жамбыл', ru: 'Жамбыл', en: 'Zhambyl' },
  'KZ-35': { kk: 'Қарағанды', ru: 'Караганда', en: 'Karaganda' },
  'KZ-39': { kk: 'Қостанай', ru: 'Костанай', en: 'Kostanay' },
  'KZ-43': { kk: 'Қызылорда', ru: 'Кызылорда', en: 'Kyzylorda' },
  'KZ-47': { kk: 'Маңғыстау', ru: 'Мангистау', en: 'Mangystau' },
  'KZ-55': { kk: 'Павлодар', ru: 'Павлодар', en: 'Pavlodar' },
  'KZ-61': { kk: 'Түркістан', ru: 'Туркестан', en: 'Turkistan' },
};

/** What stands on a region's tile: its name without «region», «city» and the like. */
export const shortRegionName = (id: string, name: string, language: Language): string =>
  shortNames[id]?.[language] ?? name.replace(/( облысы| қаласы|^область |^город | Region)/, '');
