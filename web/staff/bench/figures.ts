import { formatNumber } from '../../i18n/format.ts';

/** A figure or a dash; a dash is what the data do not carry. */
export const shown = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? '–' : formatNumber(withoutSign(value, digits), digits);

/** What rounds to nothing has no sign. */
const withoutSign = (value: number, digits: number): number => (Number(value.toFixed(digits)) === 0 ? 0 : value);

/** p as it is read: three places, never 0.000. */
export const shownP = (p: number | null): string =>
  p === null ? '–' : p < 0.001 ? `< ${formatNumber(0.001, 3)}` : formatNumber(p, 3);
