import type { Language } from './language.ts';

const locales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

/** A calendar day in words of the language, in Kazakhstan's time: «2026 ж. 14 мамыр», «14 мая 2026 г.». */
export const dayInWords = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Almaty',
  }).format(at);

/** The calendar day in Kazakhstan (UTC+5 all over) as YYYY-MM-DD. */
export const almatyDay = (at: Date): string => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
