import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import { normTable } from '../norm/norm-table.ts';
import { matchStep } from '../scale/matches.ts';
import { nestedStep } from '../scale/nested.ts';
import { checkNorm } from './check-norm.ts';
import { type ItemTable, itemTable, positionOf } from './item-table.ts';
import { isLinear, linearRows } from './linear-rows.ts';
import { partsFirst } from './parts-first.ts';
import type { Plan, ScalePlan, ScaleStep } from './plan.ts';
import { requiredAnswers } from './required-answers.ts';
import { scaleRange } from './scale-range.ts';

/**
 * `error`: a norm set to take only the standard errors from. Where a norm may not be applied to a pupil (another language,
 * another population) its reliability is still the best figure there is for the width of the band.
 */
export interface CompileOptions {
  readonly error?: NormSet;
}

/**
 * An instrument, and the norm set to apply if any, made ready to score any number of sittings. Without a norm T, stanine and
 * percentile are null in every score.
 * @throws RangeError when the norm set is of another instrument, or the instrument contradicts itself
 */
export function compile(instrument: Instrument, norm?: NormSet, { error = norm }: CompileOptions = {}): Plan {
  if (norm !== undefined) checkNorm(instrument, norm);
  if (error !== undefined) checkNorm(instrument, error);
  const items = itemTable(instrument);
  const ordered = partsFirst(instrument.scales);
  return {
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    normId: norm?.id ?? null,
    normVersion: norm?.version ?? null,
    itemIds: items.ids,
    position: items.position,
    points: items.points,
    scales: instrument.scales.map((scale) => scalePlan(instrument, scale, items, norm, error)),
    linear: linearRows(instrument.scales, items),
    steps: ordered.flatMap((scale) => step(instrument, scale, items)),
  };
}

function scalePlan(instrument: Instrument, scale: InstrumentScale, items: ItemTable, norm?: NormSet, error?: NormSet) {
  const table = norm?.scales[scale.id]?.table;
  const plan: ScalePlan = {
    id: scale.id,
    declared: scale,
    format: formatOf(instrument, scale),
    ...scaleRange(instrument, scale, items),
    levels: scale.levels ?? null,
    sem: error?.scales[scale.id]?.sem ?? null,
    norm: table === undefined ? null : normTable(table),
  };
  return plan;
}

function step(instrument: Instrument, scale: InstrumentScale, items: ItemTable): ScaleStep[] {
  if (isLinear(scale)) return [];
  const at = instrument.scales.indexOf(scale);
  if (scale.score === 'scales') return [nestedStep({ scale: at, ...parts(instrument, scale) })];
  const terms = scale.items ?? [];
  return [
    matchStep({
      scale: at,
      item: Int32Array.from(terms, ({ item }) => positionOf(items, item)),
      match: Float64Array.from(terms, ({ match }) => match ?? Number.NaN),
      required: requiredAnswers(scale),
      prorate: scale.missing.policy === 'prorate',
    }),
  ];
}

function parts({ scales }: Instrument, { parts = [] }: InstrumentScale) {
  return {
    part: Int32Array.from(parts, (part) => scales.findIndex(({ id }) => id === part.scale)),
    weight: Float64Array.from(parts, ({ weight }) => weight),
  };
}

function formatOf({ items }: Instrument, scale: InstrumentScale): string | null {
  const ids = new Set((scale.items ?? []).map(({ item }) => item));
  const formats = new Set(items.filter(({ id }) => ids.has(id)).map(({ format }) => format));
  return formats.size === 1 ? ([...formats][0] ?? null) : null;
}
