import type { Tally } from './tally.ts';

/**
 * A node of the tree of what could be published: an area (country, region, district), and under the narrowest areas
 * the schools large enough to stand alone and clusters of those that are not.
 */
export interface Group {
  readonly kind: 'area' | 'school' | 'cluster';
  /** The area's or the school's path; a cluster has its district's. */
  readonly path: readonly string[];
  /** Paths of all schools in it. */
  readonly schools: readonly (readonly string[])[];
  readonly tally: Tally;
  /** Pupils that count: see `anonymousSize`. */
  readonly size: number;
  readonly children: readonly Group[];
}

/** All groups of the tree, wider before narrower. */
export const groupsOf = (root: Group): readonly Group[] => [root, ...root.children.flatMap(groupsOf)];
