import { gradedFamily } from './graded-family.ts';
import type { IrtItem } from './irt-item.ts';
import type { ItemFamily } from './item-family.ts';
import { partialCreditFamily } from './partial-credit-family.ts';

export const familyOf = (item: IrtItem): ItemFamily => (item.model === 'graded' ? gradedFamily : partialCreditFamily);

/**
 * The parameters (a, d₁ …) of an item for a standard θ in a population of spread sd.
 * @throws RangeError for an item with asymptotes: the families have none.
 */
export function slopeIntercept(item: IrtItem, sd = 1): Float64Array {
  if ((item.lower ?? 0) !== 0 || (item.upper ?? 1) !== 1)
    throw new RangeError('items with asymptotes have no slope–intercept form here');
  let sum = 0;
  const intercepts = item.b.map((b) => {
    sum = item.model === 'graded' ? b : sum + b;
    return -item.a * sum;
  });
  return Float64Array.of(item.a * sd, ...intercepts);
}
