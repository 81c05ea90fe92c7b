import type { Language } from './language.ts';
import { currentLanguage } from './locale.ts';

/**
 * Numbers and dates in a language's own form.
 *
 * Chromium answers that it supports `kk` but carries no data for it: it writes 1,234.5 and «2026 M11 24» (seen in 156; Node is
 * right). So Kazakh months are here, and Kazakh numbers borrow the Russian form, which is the same: 1 234,5.
 *
 * All Kazakhstan has been on UTC+5 since 2024; older browsers still think Almaty is on UTC+6. Hence plain arithmetic, no zone names.
 */
const offsetMs = 5 * 3_600_000;
const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
const numberLocale: Readonly<Record<Language, string>> = { kk: 'ru', ru: 'ru', en: 'en' };

/** `digits`: exactly so many after the point (0 by default). */
export function formatNumber(value: number, digits = 0, language: Language = currentLanguage()): string {
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(numberLocale[language], form).format(value);
}

/** A share from 0 to 1 as a percentage: `42 %`, `42%`. */
export function formatShare(share: number, digits = 0, language: Language = currentLanguage()): string {
  const gap = language === 'en' ? '' : ' ';
  return `${formatNumber(share * 100, digits, language)}${gap}%`;
}

/** The calendar day of an instant in Kazakhstan; a bare day (YYYY-MM-DD) is taken as it stands. */
export function formatDay(instant: string, language: Language = currentLanguage()): string {
  const local = kazakhstanTime(instant);
  if (language === 'kk') {
    return `${local.getUTCFullYear()} ж. ${local.getUTCDate()} ${kazakhMonths[local.getUTCMonth()]}`;
  }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { dateStyle: 'long', timeZone: 'UTC' }).format(
    local,
  );
}

/** A month (YYYY-MM) in words: «2026 ж. қараша», «ноябрь 2026 г.», «November 2026». */
export function formatMonth(month: string, language: Language = currentLanguage()): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (language === 'kk') return `${first.getUTCFullYear()} ж. ${kazakhMonths[first.getUTCMonth()]}`;
  const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', form).format(first);
}

/** Day and time of an instant in Kazakhstan: `24 November 2026, 07:07`. */
export function formatInstant(instant: string, language: Language = currentLanguage()): string {
  return `${formatDay(instant, language)}, ${formatTime(instant)}`;
}

/** Hours and minutes in Kazakhstan: `07:07`. */
export const formatTime = (instant: string): string => kazakhstanTime(instant).toISOString().slice(11, 16);

function kazakhstanTime(instant: string): Date {
  const isDay = instant.length === 10;
  return new Date(Date.parse(instant) + (isDay ? 0 : offsetMs));
}
