import type { ProfileScale } from '../../../server/contract/profile.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

/** A share of choices lies between 0 and 1 and needs a digit more than a mean answer. */
const isShare = ({ from, to }: ProfileScale): boolean => from === 0 && to === 1;

/** The answers with their margin of error; where it is not known, the nearest answer and no number. */
export function scoreWords(scale: ProfileScale): string {
  const { scored, mean, low, high, nearest, answered, of } = scale;
  if (!scored || mean === null) return m.profile_unscored({ done: formatNumber(answered), of: formatNumber(of) });
  if (low === null || high === null) {
    return nearest === null ? m.profile_error_unknown() : m.profile_nearest({ words: nearest });
  }
  const figures = { mean: formatNumber(mean, 1), low: formatNumber(low, 1), high: formatNumber(high, 1) };
  return isShare(scale) ? m.profile_share_band(figures) : m.profile_band(figures);
}

export function intervalWords(low: number | null, high: number | null, digits = 1): string {
  return low === null || high === null ? '—' : `${formatNumber(low, digits)}–${formatNumber(high, digits)}`;
}

/** T never stands alone: with its interval, or not at all. */
export function comparedWords({ t, tLow, tHigh }: ProfileScale): string | null {
  if (t === null || tLow === null || tHigh === null) return null;
  return m.profile_t({
    t: formatNumber(Math.round(t)),
    interval: intervalWords(Math.round(tLow), Math.round(tHigh), 0),
  });
}

/** What the bar is drawn from; a scale whose error is not known shows the nearest answer as a band, without a dot. */
export function barOf(scale: ProfileScale) {
  const { mean, low, high, from, to, lowEnd, highEnd } = scale;
  const row = { name: '', lowEnd, highEnd, from, to, note: scoreWords(scale) };
  if (mean === null || (low !== null && high !== null)) return { ...row, mean, low, high };
  const step = (to - from) / 4;
  const nearest = from + Math.round((mean - from) / step) * step;
  const band = { low: Math.max(from, nearest - step / 2), high: Math.min(to, nearest + step / 2) };
  return { ...row, mean: nearest, ...band, dot: false };
}
