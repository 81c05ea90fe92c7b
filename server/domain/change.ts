import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { benjaminiHochberg, type Plan, reliableChange, type ScoredScale } from '../../scoring/index.ts';
import { mainScales } from './main-scales.ts';
import type { StoredResult } from './result.ts';

/** One scale in two sittings. `verdict`: what may be said; `unknown` where the error of measurement is not known. */
export type ScaleChange = {
  scale: string;
  before: ScoredScale;
  after: ScoredScale;
  verdict: 'up' | 'down' | 'within-error' | 'unknown';
};

const level = 0.05;

/**
 * What changed between two sittings of one form beyond the error of measurement. s·√(1 − r) is the scale's standard error,
 * so that the index of Jacobson and Truax is the change divided by √2 standard errors. Many scales are looked at together:
 * the level is kept over all of them (Benjamini and Hochberg), or one in twenty would «change» by chance.
 */
export function changesBetween(
  before: StoredResult,
  after: StoredResult,
  { plan, instrument }: { plan: Plan; instrument: Instrument },
): ScaleChange[] {
  const main = mainScales(instrument);
  const earlier = new Map(before.scales.map((score) => [score.scale, score]));
  const pairs = after.scales.flatMap((now) => {
    const then = earlier.get(now.scale);
    if (!main.has(now.scale) || now.kind !== 'scored' || then?.kind !== 'scored') return [];
    const sem = now.sem ?? plan.scales.find(({ id }) => id === now.scale)?.sem ?? null;
    const change =
      sem === null || sem === 0
        ? null
        : reliableChange({ before: then.mean, after: now.mean, standardDeviation: sem, reliability: 0 });
    return [{ then, now, p: change?.p ?? null }];
  });
  const adjusted = benjaminiHochberg(pairs.map(({ p }) => p));
  return pairs.map(({ then, now }, index) => {
    const p = adjusted[index] ?? null;
    const verdict = p === null ? 'unknown' : p >= level ? 'within-error' : now.mean > then.mean ? 'up' : 'down';
    return { scale: now.scale, before: then, after: now, verdict };
  });
}
