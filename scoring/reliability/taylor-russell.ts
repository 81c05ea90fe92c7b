import { bivariateNormalCdf } from '../math/bivariate-normal.ts';
import { normalDensity, normalQuantile } from '../math/normal.ts';

export interface SelectionSetting {
  /** Share of all applicants who would succeed. */
  readonly baseRate: number;
  /** Share of applicants taken. */
  readonly selectionRatio: number;
  /** Correlation of the predictor with the criterion. */
  readonly validity: number;
}

const isShare = (x: number): boolean => x > 0 && x < 1;

/**
 * Taylor–Russell: of those selected from the top of a predictor, what share succeeds? Φ₂(h, k; r)/SR.
 *
 * Source: Taylor & Russell 1939, J. Appl. Psychol. 23, 565–578. Predictor and criterion are bivariate normal.
 * @throws RangeError unless both shares lie strictly between 0 and 1 and |validity| ≤ 1.
 * @example taylorRussell({ baseRate: 0.5, selectionRatio: 0.2, validity: 0.5 }) // 0.782
 */
export function taylorRussell({ baseRate, selectionRatio, validity }: SelectionSetting): number {
  if (!isShare(baseRate) || !isShare(selectionRatio)) throw new RangeError('rates lie strictly between 0 and 1');
  return bivariateNormalCdf(normalQuantile(selectionRatio), normalQuantile(baseRate), validity) / selectionRatio;
}

/**
 * Naylor–Shine: the mean criterion score, in standard deviations, of those selected: r·φ(z)/SR.
 *
 * Source: Naylor & Shine 1965, J. Industr. Psychol. 3, 33–42.
 */
export function naylorShine({ selectionRatio, validity }: Omit<SelectionSetting, 'baseRate'>): number {
  if (!isShare(selectionRatio)) throw new RangeError('the selection ratio lies strictly between 0 and 1');
  return (validity * normalDensity(normalQuantile(selectionRatio))) / selectionRatio;
}
