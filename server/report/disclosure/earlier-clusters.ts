import { clusterOf, formClusters } from './clusters.ts';
import type { Group } from './group.ts';
import type { Release } from './release.ts';
import type { KindOf } from './school-kinds.ts';

/**
 * Forms a district's groups as `formClusters` does, but keeps those an earlier release has shown: two clusters that
 * overlap could be subtracted from one another. Only schools not shown so far are grouped anew, among themselves.
 */
export function keepClusters(
  schools: readonly Group[],
  from: number,
  releases: readonly Release[],
  kindOf: KindOf,
): readonly Group[] {
  const free = new Map(schools.map((school) => [school.path.join('/'), school]));
  const kept: Group[] = [];
  for (const ids of releases.toReversed().flatMap((release) => toldGroups(release, schools))) {
    const members = ids.flatMap((id) => free.get(id) ?? []);
    if (members.length < ids.length) continue;
    for (const id of ids) free.delete(id);
    kept.push(members.length === 1 ? (members[0] ?? clusterOf(members)) : clusterOf(members));
  }
  return [...kept, ...formClusters([...free.values()], from, kindOf)];
}

/** Paths of the schools of each group a release has shown in this district. */
function toldGroups({ disclosed }: Release, schools: readonly Group[]): readonly (readonly string[])[] {
  const ours = new Set(schools.map((school) => school.path.join('/')));
  const clusters = disclosed.clusters.map(({ path, schools: ids }) => ids.map((id) => [...path, id].join('/')));
  const isShown = (scales: readonly { readonly kind: string }[]): boolean =>
    scales.some(({ kind }) => kind === 'shown');
  const alone = disclosed.areas.filter((area) => isShown(area.scales)).map((area) => [area.path.join('/')]);
  return [...clusters, ...alone].filter((ids) => ids.every((id) => ours.has(id)));
}
