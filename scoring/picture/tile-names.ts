type Language = 'kk' | 'ru' | 'en';
type Names = Readonly<Record<Language, string>>;
const names = (kk: string, ru: string, en: string): Names => ({ kk, ru, en });

/** Names without «region» or «city». */
const labels: Readonly<Record<string, Names>> = {
  'KZ-10': names('Абай', 'Абай', 'Abai'),
  'KZ-11': names('Ақмола', 'Акмола', 'Akmola'),
  'KZ-15': names('Ақтөбе', 'Актобе', 'Aktobe'),
  'KZ-19': names('Алматы обл.', 'Алмат. обл.', 'Almaty Reg.'),
  'KZ-23': names('Атырау', 'Атырау', 'Atyrau'),
  'KZ-27': names('БҚО', 'ЗКО', 'West'),
  'KZ-31': names('Жамбыл', 'Жамбыл', 'Zhambyl'),
  'KZ-33': names('Жетісу', 'Жетісу', 'Jetisu'),
  'KZ-35': names('Қарағанды', 'Караганда', 'Karaganda'),
  'KZ-39': names('Қостанай', 'Костанай', 'Kostanay'),
  'KZ-43': names('Қызылорда', 'Кызылорда', 'Kyzylorda'),
  'KZ-47': names('Маңғыстау', 'Мангистау', 'Mangystau'),
  'KZ-55': names('Павлодар', 'Павлодар', 'Pavlodar'),
  'KZ-59': names('СҚО', 'СКО', 'North'),
  'KZ-61': names('Түркістан', 'Туркестан', 'Turkistan'),
  'KZ-62': names('Ұлытау', 'Улытау', 'Ulytau'),
  'KZ-63': names('ШҚО', 'ВКО', 'East'),
  'KZ-71': names('Астана', 'Астана', 'Astana'),
  'KZ-75': names('Алматы', 'Алматы', 'Almaty'),
  'KZ-79': names('Шымкент', 'Шымкент', 'Shymkent'),
};

/** At most six letters, each unlike its neighbours', for those whose first letters would not do. */
const shortLabels: Readonly<Record<string, Names>> = {
  'KZ-19': names('Алм.о.', 'Алм.о.', 'Alm.R.'),
  'KZ-31': names('Жамб.', 'Жамб.', 'Zham.'),
  'KZ-35': names('Қарағ.', 'Караг.', 'Karag.'),
  'KZ-39': names('Қост.', 'Кост.', 'Kost.'),
  'KZ-43': names('Қызыл.', 'Кызыл.', 'Kyzyl.'),
  'KZ-47': names('Маңғ.', 'Манг.', 'Mang.'),
  'KZ-55': names('Павл.', 'Павл.', 'Pavl.'),
  'KZ-61': names('Түрк.', 'Турк.', 'Turk.'),
  'KZ-79': names('Шымк.', 'Шымк.', 'Shym.'),
};

/** A region's name for a tile and for a narrow one; a region unknown here keeps its own name. */
export function tileNames(id: string, name: string, language: Language): { label: string; shortLabel: string } {
  const label = labels[id]?.[language] ?? name;
  return { label, shortLabel: shortLabels[id]?.[language] ?? shortened(label) };
}

const shortened = (label: string): string => (label.length <= 6 ? label : `${label.slice(0, 5)}.`);
