import { chiSquareUpperTail } from '../math/chi-square.ts';
import { type OrdinalRow, type ProportionalOdds, proportionalOdds } from './proportional-odds.ts';
import type { Stratum } from './strata.ts';

/** A negligible, B moderate, C large, by the change of Nagelkerke's R² (.035, .07). */
export type LogisticClass = 'A' | 'B' | 'C';

export interface LogisticTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Gain in Nagelkerke's R². */
  readonly deltaR2: number;
}

export interface OrdinalLogisticDif {
  /** Log-likelihoods: no predictor; score; + group; + score × group. */
  readonly logLikelihoods: readonly [number, number, number, number];
  readonly nagelkerke: readonly [number, number, number];
  readonly mcFadden: readonly [number, number, number];
  /** Group alone (one df), its interaction alone (one df), both together (two df). */
  readonly uniform: LogisticTest;
  readonly nonUniform: LogisticTest;
  readonly total: LogisticTest;
  /** Effect of the matching score and of the focal group in the model with both. */
  readonly scoreSlope: number;
  readonly groupSlope: number;
  /** Relative change of the score's effect when the group enters (Crane's criterion: 10 %). */
  readonly slopeChange: number;
  readonly class: LogisticClass;
}

interface Cell {
  readonly answer: number;
  readonly score: number;
  readonly group: number;
  readonly weight: number;
}

/** Persons counted by answer, score and group; answers become category numbers, scores are centred and scaled. */
function cellsOf(strata: readonly Stratum[]): { cells: Cell[]; categories: number; n: number; scale: number } {
  const answers = [...new Set(strata.flatMap(({ reference, focal }) => [...reference, ...focal]))].sort(
    (a, b) => a - b,
  );
  const n = strata.reduce((sum, { reference, focal }) => sum + reference.length + focal.length, 0);
  const centre = strata.reduce((sum, s) => sum + s.score * (s.reference.length + s.focal.length), 0) / n;
  const scale = Math.max(1e-9, ...strata.map(({ score }) => Math.abs(score - centre)));
  const cells = strata.flatMap(({ score, reference, focal }) =>
    [reference, focal].flatMap((members, group) =>
      answers.map((answer, k) => ({
        answer: k,
        score: (score - centre) / scale,
        group,
        weight: members.filter((x) => x === answer).length,
      })),
    ),
  );
  return { cells: cells.filter(({ weight }) => weight > 0), categories: answers.length, n, scale };
}

const rowsFor = (cells: readonly Cell[], predictors: (cell: Cell) => number[]): OrdinalRow[] =>
  cells.map((cell) => ({ answer: cell.answer, weight: cell.weight, predictors: predictors(cell) }));

function fitAll(strata: readonly Stratum[]): { fits: ProportionalOdds[]; n: number; scale: number } | null {
  const { cells, categories, n, scale } = cellsOf(strata);
  if (categories < 2) return null;
  const models: ((cell: Cell) => number[])[] = [
    () => [],
    ({ score }) => [score],
    ({ score, group }) => [score, group],
    ({ score, group }) => [score, group, score * group],
  ];
  const fits = models.map((model) => proportionalOdds(rowsFor(cells, model), categories)).filter((fit) => fit !== null);
  return fits.length === models.length ? { fits, n, scale } : null;
}

const classOf = ({ p, deltaR2 }: LogisticTest): LogisticClass => {
  if (p > 0.05 || deltaR2 < 0.035) return 'A';
  return deltaR2 < 0.07 ? 'B' : 'C';
};

/**
 * Ordinal logistic DIF: does group membership say anything about the answer once the matching score is known, evenly
 * (uniform) or more at one end than at the other (non-uniform)?
 *
 * Three nested cumulative logit models are compared by likelihood ratios; the size is the gain in Nagelkerke's R²
 * (Jodoin & Gierl 2001: .035 and .07).
 * Source: Zumbo 1999; Jodoin & Gierl 2001, Appl. Meas. Educ. 14, 329–349; Crane et al. 2006.
 * @param strata from `strataOf`.
 * @returns null where a model cannot be fitted (answers or scores do not vary, an answer separates the groups).
 */
export function ordinalLogisticDif(strata: readonly Stratum[]): OrdinalLogisticDif | null {
  const fitted = fitAll(strata);
  if (fitted === null) return null;
  const { fits, n, scale } = fitted;
  const [l0 = 0, l1 = 0, l2 = 0, l3 = 0] = fits.map(({ logLikelihood }) => logLikelihood);
  const nagelkerke = (l: number): number => -Math.expm1((2 * (l0 - l)) / n) / -Math.expm1((2 * l0) / n);
  const test = (small: number, large: number, df: number): LogisticTest => {
    const chiSquare = Math.max(0, 2 * (large - small));
    return { chiSquare, df, p: chiSquareUpperTail(chiSquare, df), deltaR2: nagelkerke(large) - nagelkerke(small) };
  };
  const total = test(l1, l3, 2);
  const [alone = 0, withGroup = 0] = [fits[1]?.slopes[0], fits[2]?.slopes[0]];
  return {
    logLikelihoods: [l0, l1, l2, l3],
    nagelkerke: [nagelkerke(l1), nagelkerke(l2), nagelkerke(l3)],
    mcFadden: [1 - l1 / l0, 1 - l2 / l0, 1 - l3 / l0],
    uniform: test(l1, l2, 1),
    nonUniform: test(l2, l3, 1),
    total,
    scoreSlope: withGroup / scale,
    groupSlope: fits[2]?.slopes[1] ?? 0,
    slopeChange: alone === 0 ? 0 : Math.abs((alone - withGroup) / alone),
    class: classOf(total),
  };
}
