import type { ChangedBasis, ResultChange, ScaleChange } from './compare-results.ts';

/** One scale over all people: how many of each kind of change; shifts over those who were moved. */
export type ScaleSummary = {
  scale: string;
  people: number;
  kinds: Partial<Record<ScaleChange['what'], number>>;
  meanShiftOfT: number | null;
  largestShiftOfT: number | null;
};

export type RescoreSummary = {
  changed: number;
  unexplained: number;
  why: (ChangedBasis & { people: number })[];
  scales: ScaleSummary[];
  invitations: { from: string; to: string; people: number }[];
  quality: { from: string; to: string; people: number }[];
  fields: number;
};

type ScaleTally = ScaleSummary & { moved: number; sumOfT: number };

/** Adds changes up one by one; what it keeps does not grow with the people. */
export function rescoreTally() {
  const why = new Map<string, ChangedBasis & { people: number }>();
  const scales = new Map<string, ScaleTally>();
  const states = { invitations: counter(), quality: counter() };
  let [changed, unexplained, fields] = [0, 0, 0];
  return {
    add(change: ResultChange): void {
      changed++;
      if (change.unexplained) unexplained++;
      if (change.fields) fields++;
      for (const one of change.why) {
        const key = `${one.basis} ${one.from} ${one.to}`;
        why.set(key, { ...one, people: (why.get(key)?.people ?? 0) + 1 });
      }
      for (const one of change.scales) scales.set(one.scale, added(scales.get(one.scale), one));
      if (change.invitation !== null) states.invitations.add(change.invitation);
      if (change.quality !== null) states.quality.add(change.quality);
    },
    summary: (): RescoreSummary => ({
      changed,
      unexplained,
      why: [...why.values()],
      scales: [...scales.values()].map(({ moved, sumOfT, ...told }) => ({
        ...told,
        meanShiftOfT: moved === 0 ? null : sumOfT / moved,
      })),
      invitations: states.invitations.all(),
      quality: states.quality.all(),
      fields,
    }),
  };
}

function added(known: ScaleTally | undefined, { scale, what, tShift }: ScaleChange): ScaleTally {
  const tally = known ?? {
    scale,
    people: 0,
    kinds: {},
    meanShiftOfT: null,
    largestShiftOfT: null,
    moved: 0,
    sumOfT: 0,
  };
  const largest = tShift === null ? tally.largestShiftOfT : Math.max(Math.abs(tShift), tally.largestShiftOfT ?? 0);
  return {
    ...tally,
    people: tally.people + 1,
    kinds: { ...tally.kinds, [what]: (tally.kinds[what] ?? 0) + 1 },
    largestShiftOfT: largest,
    moved: tally.moved + (tShift === null ? 0 : 1),
    sumOfT: tally.sumOfT + (tShift ?? 0),
  };
}

function counter() {
  const counts = new Map<string, { from: string; to: string; people: number }>();
  return {
    add({ from, to }: { from: string; to: string }): void {
      const key = `${from} ${to}`;
      counts.set(key, { from, to, people: (counts.get(key)?.people ?? 0) + 1 });
    },
    all: () => [...counts.values()],
  };
}
