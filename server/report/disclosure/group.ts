import { attributesKey } from './attributes.ts';
import type { Attributes } from './report-counts.ts';
import type { Tally } from './tally.ts';

/**
 * A node of the tree of what could be published: an area (country, region, district), and under the narrowest areas
 * the schools large enough to stand alone and clusters of those that are not. Beside the tree, slices: an area's pupils
 * of certain attributes.
 */
export interface Group {
  readonly kind: 'area' | 'school' | 'cluster' | 'slice';
  /** The area's or the school's path; a cluster has its district's, a slice its area's. */
  readonly path: readonly string[];
  /** What the pupils of a slice have in common; empty elsewhere. */
  readonly of: Attributes;
  /** Paths of all schools in it. */
  readonly schools: readonly (readonly string[])[];
  readonly tally: Tally;
  /** Pupils that count: see `anonymousSize`. */
  readonly size: number;
  readonly children: readonly Group[];
}

/** All groups of the tree, wider before narrower. */
export const groupsOf = (root: Group): readonly Group[] => [root, ...root.children.flatMap(groupsOf)];

/** The narrowest area of a tree that a path lies in; null where the path is a wider one. */
export function blockOf({ schools: [first = []] }: Group, path: readonly string[]): string | null {
  const depth = first.length - 1;
  return path.length < depth ? null : path.slice(0, depth).join('/');
}

/** A name that tells groups of one report apart. */
export function keyOf({ kind, path, of, schools }: Group): string {
  const inside = kind === 'cluster' ? `*${schools.map((school) => school.at(-1)).join('+')}` : '';
  return `${path.join('/')}${inside}${attributesKey(of)}`;
}
