import {
  judgeQuality,
  measureQuality,
  type RowFields,
  type RowPropensity,
  rowFields,
  rowPropensity,
} from '../../../scoring/index.ts';
import { numberText } from './number-text.ts';
import type { RowScoring } from './scoring-of.ts';

/** Several values in one cell. */
const TOGETHER = '|';
const MOST = { fields: 5, teaching: 3 };

const propensityColumns = [
  'propensity.state',
  'propensity.basis',
  'propensity.pathways',
  'propensity.t',
  'propensity.trueT',
  'propensity.low',
  'propensity.high',
  'propensity.atLeast',
];
const fieldColumns = ['fields.distinct', 'fields.first', 'fields.teaching'];

/**
 * The columns after the scales. Answers are taken as given in the order of the form's items, since a table does not say in
 * which order a sitting met them; how long they took is not known either.
 */
export function rowTail({ plan, quality, propensity, careers }: RowScoring) {
  const order = Int32Array.from(plan.itemIds, (_, index) => index);
  const assess = propensity === null ? null : rowPropensity(plan, propensity);
  const match = careers === null ? null : rowFields(plan, careers, MOST);
  const basis = propensity?.index === null ? 'answers' : 'norm';
  return {
    columns: [
      'quality.state',
      'quality.score',
      'quality.flags',
      ...(assess === null ? [] : propensityColumns),
      ...(match === null ? [] : fieldColumns),
    ],
    cells(values: Float64Array, out: Float64Array): string {
      const { state, score, flags } = judgeQuality(quality, measureQuality(quality, { values, order }));
      let cells = `,${state},${numberText(score)},${flags.map(({ flag }) => flag).join(TOGETHER)}`;
      if (assess !== null) cells += propensityCells(assess(out, state !== 'repeat-offered'), basis);
      if (match !== null) cells += fieldCells(match(out));
      return cells;
    },
  };
}

function propensityCells({ state, met, index }: RowPropensity, basis: string): string {
  const figures =
    index === null
      ? ',,,,'
      : `${numberText(index.t)},${numberText(index.trueT)},${numberText(index.low)},${numberText(index.high)},${numberText(index.atLeast)}`;
  return `,${state},${basis},${met.join(TOGETHER)},${figures}`;
}

function fieldCells(fits: RowFields | null): string {
  return fits === null ? ',,,' : `,${fits.distinct},${fits.fields.join(TOGETHER)},${fits.teaching.join(TOGETHER)}`;
}
