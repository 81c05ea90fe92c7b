import { simulatedAnswer } from '../../scoring/adaptive/simulated-answer.ts';
import { difAnalysis } from '../../scoring/fairness/dif-analysis.ts';
import type { IrtItem } from '../../scoring/irt/irt-item.ts';
import { createRandom, type Random } from '../../scoring/math/random.ts';
import { type ResponseMatrix, responseMatrix } from '../../scoring/math/response-matrix.ts';

const SAMPLES = 20;
const ITEMS = 20;
/** Items that are harder for the focal group, by this much on the scale of θ. */
const PLANTED = [3, 11];

function itemsOf(model: 'dichotomous' | 'graded', random: Random): IrtItem[] {
  return Array.from({ length: ITEMS }, (): IrtItem => {
    const a = Math.exp(0.1 + 0.3 * random.normal());
    const centre = 0.8 * random.normal();
    return { model, a, b: model === 'graded' ? [-1.5, -0.5, 0.5, 1.5].map((b) => b + centre) : [centre] };
  });
}

/** n persons, half of them focal; the focal group is also half a standard deviation lower on the trait. */
function sample(
  items: readonly IrtItem[],
  n: number,
  shift: number,
  random: Random,
): { matrix: ResponseMatrix; groups: boolean[] } {
  const groups = Array.from({ length: n }, (_, i) => i % 2 === 1);
  const rows = groups.map((focal) => {
    const theta = random.normal() - (focal ? 0.5 : 0);
    return items.map((item, i) => {
      const moved = focal && PLANTED.includes(i) ? { ...item, b: item.b.map((b) => b + shift) } : item;
      return simulatedAnswer(moved, theta, random);
    });
  });
  return { matrix: responseMatrix(rows), groups };
}

function rates(
  model: 'dichotomous' | 'graded',
  n: number,
  shift: number,
): { power: number; significant: number; falseClass: number; falseTest: number } {
  const random = createRandom(n * 10 + Math.round(shift * 10));
  const counts = { power: 0, significant: 0, falseClass: 0, falseTest: 0 };
  for (let s = 0; s < SAMPLES; s += 1) {
    const { matrix, groups } = sample(itemsOf(model, random), n, shift, random);
    const found = difAnalysis(matrix, groups, { minGroup: 50 });
    if (found.kind === 'insufficient') throw new Error(found.reason);
    for (const item of found.items) {
      const flagged = item.class === 'B' || item.class === 'C';
      const significant = (item.adjustedP ?? 1) < 0.05;
      const planted = PLANTED.includes(item.column);
      if (flagged) counts[planted ? 'power' : 'falseClass'] += 1;
      if (significant) counts[planted ? 'significant' : 'falseTest'] += 1;
    }
  }
  const [planted, clean] = [SAMPLES * PLANTED.length, SAMPLES * (ITEMS - PLANTED.length)];
  return {
    power: counts.power / planted,
    significant: counts.significant / planted,
    falseClass: counts.falseClass / clean,
    falseTest: counts.falseTest / clean,
  };
}

const percent = (x: number): string => `${(100 * x).toFixed(0)} %`;

/** How often planted DIF is found, and how often clean items are accused, by size of the sample. */
export function difReport(): string[] {
  const lines = (['dichotomous', 'graded'] as const).flatMap((model) =>
    [0.5, 0.8].flatMap((shift) =>
      [200, 500, 1000, 2000].map((n) => {
        const r = rates(model, n, shift);
        const name = model === 'graded' ? 'five answers' : 'right/wrong';
        return `| ${name} | ${shift} | ${n} | ${percent(r.significant)} | ${percent(r.power)} | ${percent(r.falseTest)} | ${percent(r.falseClass)} |`;
      }),
    ),
  );
  return [
    '### DIF: what is found, and what is accused wrongly',
    '',
    `${SAMPLES} samples of n persons per line, half of them focal and half a standard deviation lower on the trait; ${ITEMS} items, ${PLANTED.length} of them harder for the focal group by the shift. «Significant»: adjusted p < .05 after Benjamini–Hochberg; «flagged»: class B or C.`,
    '',
    '| items | shift | n | planted, significant | planted, flagged | clean, significant | clean, flagged |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ];
}
