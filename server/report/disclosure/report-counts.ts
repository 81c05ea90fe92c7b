/** What the rollups hand in: additive counts of each school, nothing hidden yet. */
export interface ReportCounts {
  readonly scales: readonly ScaleDefinition[];
  readonly schools: readonly SchoolCounts[];
}

/** A scale and the edges of its bands on the answer scale, ascending, one more than there are bands. */
export interface ScaleDefinition {
  readonly id: string;
  readonly edges: readonly number[];
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
}

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
