import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { NormBlock } from '../norm/apply-norm.ts';
import type { NormTable } from '../norm/norm-table.ts';
import type { LinearBlock } from '../scale/linear-block.ts';
import type { SjtPlan } from '../scale/sjt/sjt-plan.ts';

/**
 * What is known of a scale before any answer. `lowest` and `highest` bound its mean; `format` is that of its items, null
 * where they differ; `declared` is the instrument's own declaration, for tracing a score back to items and keys.
 * `adaptiveNorm`: the norm is of adaptive tests; it places nobody who was asked the whole scale.
 */
export interface ScalePlan {
  readonly id: string;
  readonly declared: InstrumentScale;
  readonly format: string | null;
  readonly of: number;
  readonly required: number;
  readonly lowest: number;
  readonly highest: number;
  readonly levels: readonly number[] | null;
  readonly sem: number | null;
  readonly norm: NormTable | null;
  readonly adaptiveNorm: boolean;
  readonly sjt: SjtPlan | null;
}

/** Computes scales that are no plain sums; reads `values`, writes their answered, raw and mean to `out`. */
export type ScaleStep = (values: Float64Array, out: Float64Array) => void;

/**
 * An instrument made ready for scoring, once; immutable, so that it may be shared and kept. `position` says where the
 * answer to an item stands in the `values` of `scoreInto`; `points` are the codes each item allows.
 */
export interface Plan {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly normId: string | null;
  readonly normVersion: string | null;
  readonly itemIds: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  readonly points: readonly (readonly number[])[];
  readonly scales: readonly ScalePlan[];
  readonly linear: LinearBlock;
  readonly steps: readonly ScaleStep[];
  readonly norms: NormBlock;
}
