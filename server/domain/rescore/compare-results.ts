import type { ScaleScore } from '../../../scoring/index.ts';
import type { StoredResult } from '../result.ts';

/** A version that a result rests on and that is another one now; null stands for none. */
export type ChangedBasis = {
  basis: 'form' | 'engine' | 'norm' | 'weights' | 'reference' | 'careers';
  from: string | null;
  to: string | null;
};

/** What became of one scale. Shifts are new minus old, null where one of the two is not there. */
export type ScaleChange = {
  scale: string;
  meanShift: number | null;
  tShift: number | null;
  what: 'moved' | 'placed' | 'no-longer-placed' | 'scored' | 'no-longer-scored' | 'error';
};

export type StateChange = { from: string; to: string };

/** Why a result is another one now, and what of it. `unexplained`: something differs though every version is the same. */
export type ResultChange = {
  why: ChangedBasis[];
  unexplained: boolean;
  scales: ScaleChange[];
  invitation: StateChange | null;
  quality: StateChange | null;
  fields: boolean;
};

/** Null where the two say the same and rest on the same. When they were computed does not count. */
export function compareResults(before: StoredResult, after: StoredResult): ResultChange | null {
  const why = changedBases(before, after);
  const change = {
    scales: scaleChanges(before.scales, after.scales),
    invitation: stateChange(before.propensity?.state, after.propensity?.state),
    quality: stateChange(before.quality?.state, after.quality?.state),
    fields: !sameValue(before.fields ?? null, after.fields ?? null),
  };
  const same = sameValue(saidBy(before), saidBy(after));
  if (why.length === 0 && same) return null;
  return { why, unexplained: why.length === 0, ...change };
}

function changedBases(before: StoredResult, after: StoredResult): ChangedBasis[] {
  const bases = [
    ['form', formOf] as const,
    ['engine', ({ engineVersion }: StoredResult) => engineVersion] as const,
    ['norm', ({ normId, normVersion }: StoredResult) => versioned(normId, normVersion)] as const,
    ['weights', ({ propensity }: StoredResult) => versioned(propensity?.table, propensity?.tableVersion)] as const,
    ['reference', ({ quality }: StoredResult) => versioned(quality?.referenceId, quality?.referenceVersion)] as const,
    ['careers', ({ fields }: StoredResult) => fields?.careersVersion ?? null] as const,
  ];
  return bases.flatMap(([basis, of]) => {
    const [from, to] = [of(before), of(after)];
    return from === to ? [] : [{ basis, from, to }];
  });
}

const formOf = ({ instrument, instrumentVersion }: StoredResult): string => `${instrument}@${instrumentVersion}`;
const versioned = (id: string | null | undefined, version: string | null | undefined): string | null =>
  id === null || id === undefined ? null : `${id}@${version}`;

const saidBy = ({ computedAt: _at, ...said }: StoredResult): unknown => ({
  scales: said.scales,
  quality: said.quality ?? null,
  propensity: said.propensity ?? null,
  fields: said.fields ?? null,
});

function stateChange(from: string | undefined, to: string | undefined): StateChange | null {
  return from === to ? null : { from: from ?? 'none', to: to ?? 'none' };
}

function scaleChanges(before: readonly ScaleScore[], after: readonly ScaleScore[]): ScaleChange[] {
  const old = new Map(before.map((score) => [score.scale, score]));
  const now = new Set(after.map(({ scale }) => scale));
  const gone = before.filter(({ scale, kind }) => kind === 'scored' && !now.has(scale));
  return [
    ...after.flatMap((score) => scaleChange(old.get(score.scale), score) ?? []),
    ...gone.map(({ scale }) => ({ scale, meanShift: null, tShift: null, what: 'no-longer-scored' as const })),
  ];
}

function scaleChange(before: ScaleScore | undefined, after: ScaleScore): ScaleChange | null {
  const { scale } = after;
  const [old, now] = [before?.kind === 'scored' ? before : null, after.kind === 'scored' ? after : null];
  const nothing = { scale, meanShift: null, tShift: null };
  if (old === null || now === null) {
    if (old === now) return null;
    return { ...nothing, what: now === null ? 'no-longer-scored' : 'scored' };
  }
  const meanShift = now.mean - old.mean;
  const tShift = now.t === null || old.t === null ? null : now.t - old.t;
  if (now.t !== null && old.t === null) return { ...nothing, meanShift, what: 'placed' };
  if (now.t === null && old.t !== null) return { ...nothing, meanShift, what: 'no-longer-placed' };
  if (meanShift !== 0 || (tShift ?? 0) !== 0) return { scale, meanShift, tShift, what: 'moved' };
  return sameValue(old, now) ? null : { ...nothing, meanShift, what: 'error' };
}

/** Equal as data: a database gives fields back in an order of its own, and leaves out what is undefined. */
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
