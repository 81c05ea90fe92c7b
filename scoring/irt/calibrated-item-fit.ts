import type { Insufficient } from '../math/insufficient.ts';
import type { ResponseMatrix } from '../math/response-matrix.ts';
import type { Calibration } from './calibrate.ts';
import { categoryCount } from './irt-item.ts';
import { type ItemFit, itemFit } from './item-fit.ts';
import { quadratureGrid } from './quadrature-grid.ts';

/** S-X² of every item of a calibration on the data it was made from, with the parameters that were estimated counted. */
export function calibratedItemFit(matrix: ResponseMatrix, calibration: Calibration): ItemFit[] | Insufficient {
  const rasch = calibration.model === 'rasch';
  return itemFit(matrix, calibration.items, {
    grid: quadratureGrid({ sd: Math.sqrt(calibration.variance) }),
    sharedParameters: rasch ? 1 : 0,
    ownParameters: (item) => categoryCount(item) - (rasch ? 1 : 0),
  });
}
