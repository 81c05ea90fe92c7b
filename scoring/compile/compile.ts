import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import { normBlock } from '../norm/apply-norm.ts';
import { normTable } from '../norm/norm-table.ts';
import { matchStep } from '../scale/matches.ts';
import { nestedStep } from '../scale/nested.ts';
import { situationStep } from '../scale/sjt/situation-block.ts';
import type { SjtPlan } from '../scale/sjt/sjt-plan.ts';
import { checkNorm } from './check-norm.ts';
import { type ItemTable, itemTable, positionOf } from './item-table.ts';
import { isLinear, isTwoWayCount, linearRows } from './linear-rows.ts';
import { partsFirst } from './parts-first.ts';
import type { Plan, ScalePlan, ScaleStep } from './plan.ts';
import { requiredAnswers } from './required-answers.ts';
import { scaleRange } from './scale-range.ts';
import { situationRows } from './situation-rows.ts';
import { countedOptions, scoringOf, situationsOf } from './situations.ts';

/**
 * `error`: a norm set to take only the standard errors from. Where a norm may not be applied to a pupil (another language,
 * another population) its reliability is still the best figure there is for the width of the band.
 */
export interface CompileOptions {
  readonly error?: NormSet;
}

/**
 * An instrument, and the norm set to apply if any, made ready to score any number of sittings. Without a norm T, stanine and
 * percentile are null in every score; of a scale for groups they always are.
 * @throws RangeError when the norm set is of another instrument, or the instrument contradicts itself
 */
export function compile(instrument: Instrument, norm?: NormSet, { error = norm }: CompileOptions = {}): Plan {
  if (norm !== undefined) checkNorm(instrument, norm);
  if (error !== undefined) checkNorm(instrument, error);
  const items = itemTable(instrument);
  const ordered = partsFirst(instrument.scales);
  const scales = instrument.scales.map((scale) => scalePlan({ instrument, scale, items, norm, error }));
  const situations = situationRows(scales, items);
  return {
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    normId: norm?.id ?? null,
    normVersion: norm?.version ?? null,
    itemIds: items.ids,
    position: items.position,
    points: items.points,
    scales,
    linear: linearRows(instrument.scales, items),
    steps: [
      ...(situations === null ? [] : [situationStep(situations)]),
      ...ordered.flatMap((scale) => step(scales, instrument.scales.indexOf(scale), items)),
    ],
    norms: normBlock(scales.map(({ norm: table, adaptiveNorm }) => (adaptiveNorm ? null : table))),
  };
}

interface ScaleSource {
  readonly instrument: Instrument;
  readonly scale: InstrumentScale;
  readonly items: ItemTable;
  readonly norm: NormSet | undefined;
  readonly error: NormSet | undefined;
}

function scalePlan({ instrument, scale, items, norm, error }: ScaleSource): ScalePlan {
  // What is reported for groups only has too few items to place one person among others, whatever the norm knows of it.
  const own = scale.use === 'groups' ? undefined : norm?.scales[scale.id];
  const known = error?.scales[scale.id];
  return {
    id: scale.id,
    declared: scale,
    format: formatOf(instrument, scale),
    ...scaleRange(instrument, scale, items),
    levels: scale.levels ?? null,
    sem: known === undefined || known.asked === 'adaptively' ? null : known.sem,
    norm: own === undefined ? null : normTable(own.table),
    adaptiveNorm: own?.asked === 'adaptively',
    sjt: scale.score === 'sjt' ? sjtPlan(instrument, scale, items) : null,
  };
}

function sjtPlan(instrument: Instrument, scale: InstrumentScale, items: ItemTable): SjtPlan {
  const situations = situationsOf(instrument, scale, items);
  const of = countedOptions(situations);
  return { of, required: requiredAnswers(scale, of), situations, score: scoringOf(scale).score };
}

function formatOf({ items }: Instrument, scale: InstrumentScale): string | null {
  const ids = new Set((scale.items ?? []).map(({ item }) => item));
  const formats = new Set(items.filter(({ id }) => ids.has(id)).map(({ format }) => format));
  return formats.size === 1 ? ([...formats][0] ?? null) : null;
}

/** What computes the scale at a place of the plan; nothing where one of the flat blocks does. */
function step(scales: readonly ScalePlan[], at: number, items: ItemTable): ScaleStep[] {
  const plan = scales[at];
  if (plan === undefined || plan.sjt !== null) return [];
  const { declared } = plan;
  if (isLinear(declared) || isTwoWayCount(declared, items)) return [];
  if (declared.score === 'scales') return [nestedStep({ scale: at, ...parts(scales, declared) })];
  const terms = declared.items ?? [];
  return [
    matchStep({
      scale: at,
      item: Int32Array.from(terms, ({ item }) => positionOf(items, item)),
      match: Float64Array.from(terms, ({ match }) => match ?? Number.NaN),
      required: plan.required,
      prorate: declared.missing.policy === 'prorate',
    }),
  ];
}

function parts(scales: readonly ScalePlan[], { parts = [] }: InstrumentScale) {
  return {
    part: Int32Array.from(parts, (part) => scales.findIndex(({ id }) => id === part.scale)),
    weight: Float64Array.from(parts, ({ weight }) => weight),
  };
}
