import type { Region } from '../../store/catalogue.ts';

const before2022 = new Date('1997-01-01T00:00:00Z');
const reform2022 = new Date('2022-06-08T00:00:00Z');

type Row = readonly [id: string, kk: string, ru: string, en: string, column: number, row: number, since: Date];

/** The 20 regions of ISO 3166-2:KZ; codes and some names changed with the reform of 2022, hence the dates. */
const rows: readonly Row[] = [
  ['KZ-10', 'Абай облысы', 'область Абай', 'Abai Region', 5, 1, reform2022],
  ['KZ-11', 'Ақмола облысы', 'Акмолинская область', 'Akmola Region', 3, 1, before2022],
  ['KZ-15', 'Ақтөбе облысы', 'Актюбинская область', 'Aktobe Region', 1, 1, before2022],
  ['KZ-19', 'Алматы облысы', 'Алматинская область', 'Almaty Region', 5, 3, before2022],
  ['KZ-23', 'Атырау облысы', 'Атырауская область', 'Atyrau Region', 0, 2, before2022],
  ['KZ-27', 'Батыс Қазақстан облысы', 'Западно-Казахстанская область', 'West Kazakhstan Region', 0, 1, before2022],
  ['KZ-31', 'Жамбыл облысы', 'Жамбылская область', 'Zhambyl Region', 4, 3, before2022],
  ['KZ-33', 'Жетісу облысы', 'область Жетісу', 'Jetisu Region', 5, 2, reform2022],
  ['KZ-35', 'Қарағанды облысы', 'Карагандинская область', 'Karaganda Region', 3, 2, before2022],
  ['KZ-39', 'Қостанай облысы', 'Костанайская область', 'Kostanay Region', 2, 0, before2022],
  ['KZ-43', 'Қызылорда облысы', 'Кызылординская область', 'Kyzylorda Region', 2, 3, before2022],
  ['KZ-47', 'Маңғыстау облысы', 'Мангистауская область', 'Mangystau Region', 0, 3, before2022],
  ['KZ-55', 'Павлодар облысы', 'Павлодарская область', 'Pavlodar Region', 5, 0, before2022],
  ['KZ-59', 'Солтүстік Қазақстан облысы', 'Северо-Казахстанская область', 'North Kazakhstan Region', 3, 0, before2022],
  ['KZ-61', 'Түркістан облысы', 'Туркестанская область', 'Turkistan Region', 3, 3, before2022],
  ['KZ-62', 'Ұлытау облысы', 'область Ұлытау', 'Ulytau Region', 2, 2, reform2022],
  ['KZ-63', 'Шығыс Қазақстан облысы', 'Восточно-Казахстанская область', 'East Kazakhstan Region', 6, 1, before2022],
  ['KZ-71', 'Астана қаласы', 'город Астана', 'Astana', 4, 1, before2022],
  ['KZ-75', 'Алматы қаласы', 'город Алматы', 'Almaty', 5, 4, before2022],
  ['KZ-79', 'Шымкент қаласы', 'город Шымкент', 'Shymkent', 3, 4, before2022],
];

export const regions: readonly Region[] = rows.map(([_id, kk, ru, en, column, row, validFrom]) => ({
  _id,
  names: { kk, ru, en },
  column,
  row,
  validFrom,
  validTo: null,
}));
