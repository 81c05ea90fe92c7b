import { formClusters } from './clusters.ts';
import type { Group } from './group.ts';
import type { SchoolCounts } from './report-counts.ts';
import { addTallies, anonymousSize, tallyOf } from './tally.ts';

/**
 * The tree of groups over the schools' paths, clusters formed in each narrowest area.
 * @throws RangeError when there is no school, or paths differ in length or in their first id
 */
export function groupTree(schools: readonly SchoolCounts[], distributionFrom: number): Group {
  const first = schools[0];
  if (first === undefined) throw new RangeError('a report needs at least one school');
  const sound = schools.every(({ path }) => path.length === first.path.length && path[0] === first.path[0]);
  if (!sound || first.path.length < 2) throw new RangeError('school paths must start at one area and be equally long');
  return area(schools.map(leafOf), 1, distributionFrom);
}

function area(schools: readonly Group[], depth: number, from: number): Group {
  const tally = addTallies(schools.map((school) => school.tally));
  const path = schools[0]?.path.slice(0, depth) ?? [];
  const narrowest = schools[0]?.path.length === depth + 1;
  const children = narrowest
    ? formClusters(schools, from)
    : split(schools, depth).map((part) => area(part, depth + 1, from));
  return {
    kind: 'area',
    path,
    schools: schools.map((school) => school.path),
    tally,
    size: anonymousSize(tally),
    children,
  };
}

function split(schools: readonly Group[], depth: number): readonly (readonly Group[])[] {
  const parts = new Map<string, Group[]>();
  for (const school of schools) {
    const id = school.path[depth] ?? '';
    const part = parts.get(id);
    if (part) part.push(school);
    else parts.set(id, [school]);
  }
  return [...parts.values()];
}

function leafOf(school: SchoolCounts): Group {
  const tally = tallyOf(school);
  return { kind: 'school', path: school.path, schools: [school.path], tally, size: anonymousSize(tally), children: [] };
}
