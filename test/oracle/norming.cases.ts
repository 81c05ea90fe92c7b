import { rowOf, selectColumns } from '../../scoring/math/response-matrix.ts';
import { continuousNorms, locationsWithinGroups, type NormPerson } from '../../scoring/norming/continuous-norms.ts';
import { continuousT } from '../../scoring/norming/continuous-t.ts';
import { midRankTable } from '../../scoring/norming/mid-rank-table.ts';
import { keyedMatrix } from '../../scoring/reliability/keyed-matrix.ts';
import { bfiColumns, bfiComplete, bfiKeys } from './bfi.ts';
import { type Comparison, type Pair, pair, pairsOf } from './comparison.ts';
import { reference, table } from './shelf.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of the reference files
type Row = any;

function normTable(): Comparison {
  const key = ['-A1', 'A2', 'A3', 'A4', 'A5'];
  const data = keyedMatrix(selectColumns(bfiComplete(), bfiColumns(key)), bfiKeys(key));
  const sums = Array.from({ length: data.n }, (_, row) => rowOf(data, row).reduce((sum, x) => sum + x, 0));
  const ours = midRankTable(sums);
  const theirs: Row[] = reference('norms_bfi_A.json').table;
  const pairs: Pair[] = theirs.flatMap((row, i) => [
    pair(`raw ${row.raw}`, ours[i]?.raw ?? null, row.raw),
    pair(`n of ${row.raw}`, ours[i]?.count ?? null, row.n),
    pair(`percentile of ${row.raw}`, ours[i]?.percentile ?? null, row.p_mid),
    pair(`Blom of ${row.raw}`, ours[i]?.blom ?? null, row.p_blom),
    pair(`z of ${row.raw}`, ours[i]?.z ?? null, row.z),
    pair(`T of ${row.raw}`, ours[i]?.t ?? null, row.T),
    pair(`stanine of ${row.raw}`, ours[i]?.stanine ?? null, row.stanine),
    pair(`sten of ${row.raw}`, ours[i]?.sten ?? null, row.sten),
  ]);
  return {
    statistic: 'mid-rank norms: percentile, Blom, z, T, stanine, sten',
    formula: '(C + ½f)/N; (r − ⅜)/(n + ¼); 50 + 10z; floor(2z + 5.5); floor(2z + 6)',
    source: 'Crocker & Algina 1986; Blom 1958',
    oracle: 'R 4.2.2 on bfi Agreeableness',
    tolerance: 1e-8,
    pairs,
  };
}

function continuous(): Comparison {
  const ref = reference('cnorm_elfe.json');
  const persons: NormPerson[] = table('oracles', 'data', 'elfe.csv').rows.map((row) => ({
    age: Number(row[1]),
    raw: Number(row[2]),
  }));
  const norms = continuousNorms(persons, { terms: 4 });
  if (norms.kind === 'insufficient') throw new RangeError(norms.reason);
  const coefficient = (s: number, u: number): number | null =>
    norms.terms.find((t) => t.locationPower === s && t.agePower === u)?.coefficient ?? null;
  const powers: [string, number, number][] = [
    ['(Intercept)', 0, 0],
    ['A3', 0, 3],
    ['L1A2', 1, 2],
    ['L2A1', 2, 1],
    ['L2A2', 2, 2],
  ];
  const surface = ref.groups.flatMap((age: number, g: number) =>
    ref.raw.map((raw: number, r: number) =>
      pair(`T(${raw}, ${age})`, continuousT(norms, raw, age), ref.predictNorm_T[g][r]),
    ),
  );
  return {
    statistic: 'continuous norming',
    formula: 'raw = Σβ Lˢ Aᵗ, best subset at R² ≥ .99, inverted; L = T by mid-rank within group',
    source: 'Lenhard et al. 2019',
    oracle: 'cNORM 3.0.4 on elfe',
    tolerance: 1e-3,
    pairs: [
      ...powers.map(([name, s, u]) => pair(name, coefficient(s, u), ref.coef[name])),
      pair('terms', norms.terms.length - 1, ref.terms),
      pair('rmse', norms.rmse, ref.rmse),
      ...pairsOf(
        'L',
        locationsWithinGroups(persons),
        ref.rank.map((r: Row) => r.normValue),
      ),
      ...surface,
    ],
  };
}

export const normingCases = (): Comparison[] => [normTable(), continuous()];
