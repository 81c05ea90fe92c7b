import { correlation, mean, sortedQuantile, standardDeviation } from '../../../scoring/index.ts';
import type { KeyEffect } from '../../contract/key-effect.schema.ts';
import type { KeptForm } from '../kept-form.ts';
import type { Language } from '../language.ts';
import type { NormVersion } from '../norm/norm-version.ts';
import type { ScoredSitting, Standing } from '../result.ts';
import type { PublishedKey } from './keyed-form.ts';

/** Everything a key's effect is computed from: no store is asked meanwhile, so it can be done in a thread. */
export type KeyEffectSource = {
  form: KeptForm;
  scale: string;
  demo: boolean;
  /** Keys that count today: the first that speaks of the form's situations. */
  inForce: PublishedKey[];
  /** The panel's key, and what it would be without each of its experts. */
  whole: PublishedKey;
  others: PublishedKey[];
  norms: Partial<Record<Language, Pick<NormVersion, 'set' | 'reference'>>>;
  rows: { sitting: ScoredSitting; standing: Standing }[];
};

/** One pupil by the key in force and by another: the scale's mean, null where it has no score, and whether a talk is suggested. */
export type KeyPair = { before: number | null; after: number | null; wasInvited: boolean; isInvited: boolean };

/**
 * What another key would move. A pupil's third is taken within the group, by each key for itself: whatever the units are.
 * @param leftOut for each expert left out, the pupils' scores by the key of the others, in the order of `pairs`
 */
export function keyEffect(pairs: readonly KeyPair[], leftOut: readonly (readonly (number | null)[])[]): KeyEffect {
  const both = pairs.flatMap(({ before, after }) => (before === null || after === null ? [] : [{ before, after }]));
  const before = both.map((pair) => pair.before);
  const after = both.map((pair) => pair.after);
  const sd = before.length < 2 ? 0 : standardDeviation(before);
  const whole = pairs.map((pair) => pair.after);
  const count = (is: (pair: KeyPair) => boolean): number => pairs.filter(is).length;
  return {
    looked: pairs.length,
    scored: both.length,
    correlation: correlation(before, after),
    meanShift: sd === 0 ? null : (mean(after) - mean(before)) / sd,
    thirdChanged: movedBetween(
      pairs.map((pair) => pair.before),
      whole,
    ),
    invitedBefore: count(({ wasInvited }) => wasInvited),
    invitedAfter: count(({ isInvited }) => isInvited),
    invitedAnew: count(({ wasInvited, isInvited }) => isInvited && !wasInvited),
    notAnyMore: count(({ wasInvited, isInvited }) => wasInvited && !isInvited),
    leaveOneOut: leftOut.length === 0 ? null : Math.max(...leftOut.map((scores) => movedBetween(whole, scores))),
  };
}

type Scored = readonly (number | null)[];

/** How many stand in another third by the one than by the other. */
function movedBetween(one: Scored, other: Scored): number {
  const [third, otherThird] = [thirds(one), thirds(other)];
  return one.filter((value, at) => {
    const second = other[at] ?? null;
    return value !== null && second !== null && third(value) !== otherThird(second);
  }).length;
}

function thirds(scores: Scored): (value: number) => number {
  const sorted = scores.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return () => 0;
  const [low, high] = [sortedQuantile(sorted, 1 / 3), sortedQuantile(sorted, 2 / 3)];
  return (value) => (value < low ? 0 : value < high ? 1 : 2);
}
