/** What the rollups hand in: additive counts of each school, nothing hidden yet. */
export interface ReportCounts {
  readonly scales: readonly ScaleDefinition[];
  readonly schools: readonly SchoolCounts[];
  /** Tables by attributes of the pupils; none when left out. */
  readonly breakdowns?: readonly Breakdown[];
}

/** One table: every area of a depth (1 is the widest) by one or several attributes crossed, e.g. `['sex', 'language']`. */
export interface Breakdown {
  readonly depth: number;
  readonly by: readonly string[];
}

/** A scale as it is cut into bands. */
export interface ScaleDefinition {
  readonly id: string;
  /** Edges of the bands in points of the answer scale, ascending, one more than there are bands; a score on an edge is in the upper band. */
  readonly edges: readonly number[];
  /** Distance of neighbouring possible scores, e.g. 0.1 for the mean of ten items. */
  readonly step: number;
  /** True of classes, whose numbers stand for nothing: no mean of them is ever told. */
  readonly isCategory?: true;
}

export interface Participation {
  readonly invited: number;
  readonly consented: number;
  readonly started: number;
  readonly submitted: number;
}

export interface SchoolCounts {
  /** Ids from the widest area to the school, e.g. `['KZ-11', 'district-3', 'school-17']`; the first is the same in all. */
  readonly path: readonly string[];
  readonly participation: Participation;
  /** In the order of `ReportCounts.scales`. */
  readonly scales: readonly ScaleCounts[];
  /** The same pupils by all attributes the breakdowns name, crossed; adds up to `scales`. */
  readonly strata?: readonly StratumCounts[];
}

export interface StratumCounts {
  /** E.g. `{ sex: 'f', language: 'kk', place: 'rural' }`. */
  readonly of: Attributes;
  readonly scales: readonly ScaleCounts[];
}

export type Attributes = Readonly<Record<string, string>>;

/** Sums over the pupils of one group who have a score on one scale. */
export interface ScaleCounts {
  readonly n: number;
  /** Sum of the scores. */
  readonly sum: number;
  /** Sum of the squared scores. */
  readonly sumSquares: number;
  /** Pupils per band; adds up to `n`. */
  readonly bands: readonly number[];
  /** Of `bands`, the pupils whose names the reader already knows; none when left out. */
  readonly knownBands?: readonly number[];
}
