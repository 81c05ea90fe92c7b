import type { Group } from './group.ts';
import type { Release } from './release.ts';

/** Ids for clusters: the one an earlier release gave, else the district's id and the next free number. */
export function nameClusters(clusters: readonly Group[], earlier: readonly Release[]): ReadonlyMap<Group, string> {
  const given = new Map(
    earlier.flatMap(({ disclosed }) =>
      disclosed.clusters.map((cluster) => [memberKey(cluster.path, cluster.schools), cluster.id]),
    ),
  );
  const names = new Map<Group, string>();
  const taken = new Set(given.values());
  for (const group of clusters) {
    const name =
      given.get(
        memberKey(
          group.path,
          group.schools.map((path) => path.at(-1) ?? ''),
        ),
      ) ?? nextFree(group, taken);
    taken.add(name);
    names.set(group, name);
  }
  return names;
}

const memberKey = (path: readonly string[], schools: readonly string[]): string =>
  `${path.join('/')}*${schools.toSorted().join('+')}`;

function nextFree({ path }: Group, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `${path.at(-1)}.${number}`;
    if (!taken.has(name)) return name;
  }
}
