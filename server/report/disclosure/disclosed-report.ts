import type { DisclosedCell } from './cell.ts';
import type { Attributes, Participation } from './report-counts.ts';

/** What may leave: plain data, flat rows in the order areas were first met, wider before narrower. */
export interface DisclosedReport {
  readonly k: number;
  readonly distributionFrom: number;
  readonly areas: readonly DisclosedArea[];
  /** Groups of areas too small to be shown alone. */
  readonly clusters: readonly DisclosedCluster[];
  /** Parts of areas by attributes of the pupils. */
  readonly slices: readonly DisclosedSlice[];
}

export interface DisclosedSlice {
  /** The area it is a part of. */
  readonly path: readonly string[];
  readonly of: Attributes;
  readonly scales: readonly DisclosedScale[];
}

export interface DisclosedArea {
  readonly path: readonly string[];
  /** Participation is public at every level: how many, never how they answered. */
  readonly participation: Participation;
  /** The cluster that shows this school's distributions together with others'; null where there is none. */
  readonly cluster: string | null;
  readonly scales: readonly DisclosedScale[];
}

export interface DisclosedCluster {
  readonly id: string;
  /** The narrowest area that holds all its members. */
  readonly path: readonly string[];
  /** Ids of the schools in it. */
  readonly schools: readonly string[];
  readonly scales: readonly DisclosedScale[];
}

export type DisclosedScale = ShownScale | ParticipationOnly;

export interface ShownScale {
  readonly kind: 'shown';
  readonly scale: string;
  /**
   * Number of the release the figures are of, from 1. Lower than that of the report where too few pupils have come since
   * for anything new to be told: the figures of then are told again, to be labelled as such.
   */
  readonly asOf: number;
  readonly n: number;
  /** Mean of the scores, in points of the answer scale. */
  readonly mean: DisclosedCell;
  /** Standard deviation of the scores, n − 1 in the denominator. */
  readonly sd: DisclosedCell;
  /** Pupils per band. */
  readonly bands: readonly DisclosedCell[];
}

/** Too few pupils for a distribution: participation is all that is told. */
export interface ParticipationOnly {
  readonly kind: 'participation-only';
  readonly scale: string;
}
