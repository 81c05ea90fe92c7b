import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatNumber, formatShare, formatTime } from '../../../web/i18n/format.ts';
import { preferredLanguage } from '../../../web/i18n/language.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates and numbers', () => {
  it('writes Kazakh dates as Node’s full data do, month by month', () => {
    const form = new Intl.DateTimeFormat('kk', { dateStyle: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-09`;
      expect(formatDay(day, 'kk')).toBe(plain(form.format(new Date(day))));
    }
  });

  it('writes Kazakh numbers as Node’s full data do', () => {
    const form = new Intl.NumberFormat('kk', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    for (const value of [0, -3.5, 1234.5, 1_234_567.891]) {
      expect(plain(formatNumber(value, 2, 'kk'))).toBe(plain(form.format(value)));
    }
  });

  it('takes the day of Kazakhstan, five hours ahead of UTC', () => {
    expect(formatDay('2026-11-23T18:59:59.000Z', 'en')).toBe('23 November 2026');
    expect(formatDay('2026-11-23T19:00:00.000Z', 'en')).toBe('24 November 2026');
    expect(formatDay('2026-12-31T19:00:00.000Z', 'kk')).toBe('2027 ж. 1 қаңтар');
    expect(formatTime('2026-11-23T19:05:00.000Z')).toBe('00:05');
    expect(plain(formatInstant('2026-11-23T19:05:00.000Z', 'ru'))).toBe('24 ноября 2026 г., 00:05');
  });

  it('leaves a bare day as it is', () => {
    expect(formatDay('2026-03-01', 'kk')).toBe('2026 ж. 1 наурыз');
  });

  it('writes shares in each language’s way', () => {
    expect(plain(formatShare(0.425, 1, 'ru'))).toBe('42,5 %');
    expect(plain(formatShare(0.425, 1, 'kk'))).toBe('42,5 %');
    expect(formatShare(0.425, 1, 'en')).toBe('42.5%');
  });
});

describe('the language to begin with', () => {
  it('is the first of ours that the browser asks for, and Kazakh without one', () => {
    expect(preferredLanguage(['de-DE', 'ru-KZ', 'en'])).toBe('ru');
    expect(preferredLanguage(['fr'])).toBe('kk');
    expect(preferredLanguage([])).toBe('kk');
  });
});
