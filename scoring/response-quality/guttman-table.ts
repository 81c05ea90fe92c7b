import type { LeafScale } from './leaf-scales.ts';
import type { QualityReference } from './reference.ts';

/** The steps of one scale's items, the most popular first: which term of the scale, and the least keyed category that passes. */
export interface GuttmanTable {
  readonly term: Int8Array;
  readonly step: Int8Array;
}

export function guttmanTable(scale: LeafScale, { proportions }: QualityReference): GuttmanTable {
  const steps = [...scale.item].flatMap((position, term) => {
    const own = proportions[position] ?? [];
    const keyed = (scale.slope[term] ?? 1) > 0 ? own : [...own].reverse();
    return keyed
      .slice(1)
      .map((_, k) => ({ term, step: k + 1, popularity: keyed.slice(k + 1).reduce((a, b) => a + b, 0) }));
  });
  steps.sort((a, b) => b.popularity - a.popularity || a.term - b.term || a.step - b.step);
  return {
    term: Int8Array.from(steps, ({ term }) => term),
    step: Int8Array.from(steps, ({ step }) => step),
  };
}

export interface GuttmanSums {
  errors: number;
  most: number;
}

/** Adds the errors of one scale, and the most there could be: `guttmanErrors` of scoring/quality, allocating nothing. */
export function addGuttman({ term, step }: GuttmanTable, answers: Int8Array, sums: GuttmanSums): void {
  let [failed, errors, passed, all] = [0, 0, 0, 0];
  for (let i = 0; i < term.length; i++) {
    const answer = answers[term[i] ?? 0] ?? -1;
    if (answer < 0) continue;
    all++;
    if (answer >= (step[i] ?? 0)) {
      passed++;
      errors += failed;
    } else failed++;
  }
  sums.errors += errors;
  sums.most += passed * (all - passed);
}
