import type { Group } from './group.ts';
import type { Snapshot } from './snapshot.ts';
import { anonymousSize, type Tally, total } from './tally.ts';

/** What earlier releases have told, and how many have come since. */
export interface History {
  /** Index of the last release that told figures of the group; null when none did. */
  readonly lastTold: (group: Group) => number | null;
  /** Pupils who do not count as known and have come to the group since a release; fewest over the scales. */
  readonly cameSince: (group: Group, release: number) => number;
}

export function historyOf(earlier: readonly Snapshot[]): History {
  const isToldIn = (snapshot: Snapshot, group: Group): boolean =>
    group.tally.scales.some((_, scale) => snapshot.isShown(group, scale));
  return {
    lastTold: (group) => {
      const index = earlier.findLastIndex((snapshot) => isToldIn(snapshot, group));
      return index === -1 ? null : index;
    },
    cameSince: (group, release) => {
      const then = earlier[release]?.tally(group);
      return then === undefined ? anonymousSize(group.tally) : fewestNew(group.tally, then);
    },
  };
}

const fewestNew = (now: Tally, then: Tally): number =>
  Math.min(
    ...now.scales.map((scale, index) => {
      const before = then.scales[index];
      const known = total(scale.knownBands) - total(before?.knownBands ?? []);
      return scale.n - (before?.n ?? 0) - known;
    }),
  );

/**
 * Whether figures of a group may be told today: it has `from` pupils, and as many have come since it was last told.
 * Otherwise the old figures stand, for the difference would be a table about too few.
 */
export function mayBeTold(group: Group, from: number, { lastTold, cameSince }: History): boolean {
  const last = lastTold(group);
  return group.size >= from && (last === null || cameSince(group, last) >= from);
}

/** Whether what is left of a told whole, or of those who came to it since it was last told, are some pupils but too few. */
export function isExposed(rest: readonly Group[], whole: Group, from: number, history: History): boolean {
  const withPupils = rest.filter((group) => group.tally.scales.some(({ n }) => n > 0));
  if (withPupils.length === 0) return false;
  const last = history.lastTold(whole);
  const came = last === null ? 0 : total(withPupils.map((group) => history.cameSince(group, last)));
  return total(withPupils.map(({ size }) => size)) < from || (came > 0 && came < from);
}
