import { SJT_SCORINGS, type SjtMethod } from '../../scoring/scale/sjt/scorings.ts';
import type { Situation } from '../../scoring/scale/sjt/situation.ts';
import { type Comparison, pairsOf } from './comparison.ts';
import { reference } from './shelf.ts';

/** How the reference adds the options' values up: distances as losses, the correlation once and not for each option. */
const METHODS: readonly (readonly [SjtMethod, string, (sum: number, options: number) => number])[] = [
  ['absolute-distance', 'abs_dist', (sum) => -sum],
  ['squared-distance', 'sq_dist', (sum) => -sum],
  ['standardised-distance', 'zstd_sq_dist', (sum) => -sum],
  ['dichotomous', 'dichotomous', (sum) => sum],
  ['proportion', 'proportion', (sum) => sum],
  ['profile-correlation', 'profile_r', (sum, options) => sum / options],
];

export function situationCases(): Comparison[] {
  const { key, responses, sme, ...theirs } = reference('sjt_scoring.json');
  const situation: Situation = {
    item: Int32Array.from(key, (_, j) => j),
    key: Float64Array.from(key),
    counted: new Uint8Array(key.length).fill(1),
    ratings: sme,
    middle: 3,
  };
  return [
    {
      statistic: 'situations: absolute, squared and standardised distance, side, consensus, profile r',
      formula: 'Σ|x − k|; Σ(x − k)²; Σ(z_x − z_k)²; same side of the middle; share of experts; r',
      source: 'Legree et al. 2010; Weng et al. 2018',
      oracle: 'R 4.2.2',
      tolerance: 1e-8,
      pairs: METHODS.flatMap(([method, name, total]) => {
        const ours = responses.map((x: number[]) => {
          const values = new Float64Array(x.length);
          const isDefined = SJT_SCORINGS[method].score(Float64Array.from(x), situation, values);
          const sum = values.reduce((all, value) => all + value, 0);
          return isDefined ? total(sum, x.length) : null;
        });
        return pairsOf(method, ours, theirs[name]);
      }),
    },
  ];
}
