import { keepClusters } from './earlier-clusters.ts';
import type { Group } from './group.ts';
import type { Release } from './release.ts';
import type { SchoolCounts } from './report-counts.ts';
import { schoolKinds } from './school-kinds.ts';
import { addTallies, anonymousSize, tallyOf } from './tally.ts';

/**
 * The tree of groups over the schools' paths; in each narrowest area clusters, kept from earlier releases where those had any.
 * @throws RangeError when there is no school, or paths differ in length or in their first id
 */
export function groupTree(schools: readonly SchoolCounts[], from: number, releases: readonly Release[]): Group {
  const first = schools[0];
  if (first === undefined) throw new RangeError('a report needs at least one school');
  const isSound = schools.every(({ path }) => path.length === first.path.length && path[0] === first.path[0]);
  if (!isSound || first.path.length < 2)
    throw new RangeError('school paths must start at one area and be equally long');
  const all = schools.map(leafOf);
  const kindOf = schoolKinds(all);
  const grouped = (leaves: readonly Group[]): readonly Group[] => keepClusters(leaves, from, releases, kindOf);
  return area(all, 1, grouped);
}

type GroupSchools = (schools: readonly Group[]) => readonly Group[];

function area(schools: readonly Group[], depth: number, grouped: GroupSchools): Group {
  const tally = addTallies(schools.map((school) => school.tally));
  const path = schools[0]?.path.slice(0, depth) ?? [];
  const isNarrowest = schools[0]?.path.length === depth + 1;
  const parts = split(schools, depth);
  const children = isNarrowest ? grouped(schools) : parts.map((part) => area(part, depth + 1, grouped));
  const paths = schools.map((school) => school.path);
  return { kind: 'area', path, schools: paths, tally, size: anonymousSize(tally), children, of: {} };
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
  return {
    kind: 'school',
    path: school.path,
    schools: [school.path],
    tally,
    size: anonymousSize(tally),
    children: [],
    of: {},
  };
}
