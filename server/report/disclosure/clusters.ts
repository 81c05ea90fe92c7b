import type { Group } from './group.ts';
import type { KindOf } from './school-kinds.ts';
import { addTallies, anonymousSize } from './tally.ts';

/**
 * The groups in which a district's schools are published: a school of at least `from` pupils alone, smaller ones
 * packed in the given order into clusters that close as soon as they reach `from`. A remainder joins the last
 * cluster, else the smallest school that could have stood alone (or it would follow from the district by subtraction).
 * Only schools of one kind come together (see `schoolKinds`). A district too small altogether comes back as one cluster under `from`, which nobody will be shown.
 */
export function formClusters(schools: readonly Group[], from: number, kindOf: KindOf = () => ''): readonly Group[] {
  const kinds = new Map<string, Group[]>();
  for (const school of schools) kinds.set(kindOf(school), [...(kinds.get(kindOf(school)) ?? []), school]);
  return [...kinds.values()].flatMap((same) => clustersOf(same, from));
}

function clustersOf(schools: readonly Group[], from: number): readonly Group[] {
  const alone = schools.filter((school) => school.size >= from);
  const packs = pack(
    schools.filter((school) => school.size < from),
    from,
  );
  const last = packs.at(-1);
  if (last !== undefined && sizeOf(last) < from) {
    packs.pop();
    const host = packs.pop() ?? takeSmallest(alone);
    packs.push([...host, ...last]);
  }
  return [...alone, ...packs.map(clusterOf)];
}

/** Several schools of one district as one group. */
export function clusterOf(schools: readonly Group[]): Group {
  const tally = addTallies(schools.map((school) => school.tally));
  const path = schools[0]?.path.slice(0, -1) ?? [];
  const paths = schools.flatMap((school) => school.schools);
  return { kind: 'cluster', path, schools: paths, tally, size: anonymousSize(tally), children: [], of: {} };
}

/** Sequence of open-ended packs; all but the last are full. */
function pack(schools: readonly Group[], from: number): Group[][] {
  const packs: Group[][] = [];
  for (const school of schools) {
    const open = packs.at(-1);
    if (open === undefined || sizeOf(open) >= from) packs.push([school]);
    else open.push(school);
  }
  return packs;
}

function takeSmallest(schools: Group[]): readonly Group[] {
  const smallest = schools.toSorted((a, b) => a.size - b.size)[0];
  return smallest === undefined ? [] : schools.splice(schools.indexOf(smallest), 1);
}

const sizeOf = (schools: readonly Group[]): number => anonymousSize(addTallies(schools.map(({ tally }) => tally)));
