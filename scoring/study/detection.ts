import { correlation } from '../math/moments.ts';
import { areaUnderCurve } from './area-under-curve.ts';

/** How well a score finds those who are really at the top. `reliability`: its squared correlation with the truth. */
export interface Detection {
  readonly n: number;
  readonly reliability: number;
  readonly auc: number;
  readonly selections: readonly { readonly ratio: number; readonly sensitivity: number; readonly ppv: number }[];
}

/**
 * @param topShare who counts as a high scorer: the top share by the truth
 * @param ratios selection ratios: choosing this share from the top of the score
 * @throws RangeError when nobody, or everybody, is a high scorer
 */
export function detection(
  people: readonly { readonly truth: number; readonly score: number }[],
  topShare: number,
  ratios: readonly number[],
): Detection {
  const cut = topOf(
    people.map(({ truth }) => truth),
    topShare,
  );
  const high = people.filter(({ truth }) => truth >= cut);
  const others = people.filter(({ truth }) => truth < cut);
  const r =
    correlation(
      people.map(({ truth }) => truth),
      people.map(({ score }) => score),
    ) ?? 0;
  return {
    n: people.length,
    reliability: r * r,
    auc: areaUnderCurve(
      high.map(({ score }) => score),
      others.map(({ score }) => score),
    ),
    selections: ratios.map((ratio) => {
      const from = topOf(
        people.map(({ score }) => score),
        ratio,
      );
      const found = high.filter(({ score }) => score >= from).length;
      const chosen = people.filter(({ score }) => score >= from).length;
      return { ratio, sensitivity: found / high.length, ppv: found / chosen };
    }),
  };
}

/** The value from which on the top share of the values lies. */
function topOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.max(0, Math.round(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY;
}

/** Two classifications of the same people: the share that agrees, and Cohen's κ (null where one of them is constant). */
export function agreement(pairs: readonly (readonly [boolean, boolean])[]): { agree: number; kappa: number | null } {
  const n = pairs.length;
  const agree = pairs.filter(([a, b]) => a === b).length / n;
  const [first, second] = [pairs.filter(([a]) => a).length / n, pairs.filter(([, b]) => b).length / n];
  const chance = first * second + (1 - first) * (1 - second);
  return { agree, kappa: chance < 1 ? (agree - chance) / (1 - chance) : null };
}
