import { adverseImpact } from '../../scoring/fairness/adverse-impact.ts';
import { mantel } from '../../scoring/fairness/mantel.ts';
import { matchingScores } from '../../scoring/fairness/matching-score.ts';
import { ordinalLogisticDif } from '../../scoring/fairness/ordinal-logistic-dif.ts';
import { strataOf } from '../../scoring/fairness/strata.ts';
import { completeRowIndices, selectColumns, selectRows } from '../../scoring/math/response-matrix.ts';
import { bfiAll, bfiColumns } from './bfi.ts';
import { type Comparison, pair, pairsOf } from './comparison.ts';
import { reference, table } from './shelf.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of the reference files
type Row = any;

const NEUROTICISM = ['N1', 'N2', 'N3', 'N4', 'N5'];

function difCases(): Comparison[] {
  const ref = reference('dif_bfi_N_poly.json');
  const sheet = table('oracles', 'data', 'bfi.csv');
  const complete = completeRowIndices(bfiAll());
  const matrix = selectColumns(selectRows(bfiAll(), complete), bfiColumns(NEUROTICISM));
  const gender = sheet.columns.indexOf('gender');
  // Women are the focal group, coded 2.
  const groups = complete.map((row) => sheet.rows[row]?.[gender] === '2');
  const scores = matchingScores(matrix, [0, 1, 2, 3, 4]);
  const strata = NEUROTICISM.map((_, column) => strataOf(matrix, groups, { column, scores }));
  const olr: Row[] = ref.olr;
  const mantelRows: Row[] = ref.mantel;
  return [
    {
      statistic: 'Mantel χ² and SMD',
      formula: '(ΣF − ΣE)²/ΣVar; Σ w_F(m_F − m_R), over the item’s SD',
      source: 'Mantel 1963; Dorans & Schmitt 1991',
      oracle: 'R 4.2.2 on bfi N by sex',
      tolerance: 1e-6,
      pairs: mantelRows.flatMap((row, i) => {
        const found = mantel(strata[i] ?? []);
        return [
          pair(`${row.item} χ²`, found?.chiSquare ?? null, row.mantel_chisq),
          pair(`${row.item} SMD`, found?.smd ?? null, row.SMD),
          pair(`${row.item} effect`, found?.effect ?? null, row.SMD_over_SD),
        ];
      }),
    },
    {
      statistic: 'ordinal logistic DIF',
      formula: 'LR of cumulative logit models; Nagelkerke and McFadden R²',
      source: 'Zumbo 1999; Jodoin & Gierl 2001',
      oracle: 'MASS::polr in R 4.2.2 on bfi N by sex',
      tolerance: 1e-4,
      pairs: olr.flatMap((row, i) => {
        const found = ordinalLogisticDif(strata[i] ?? []);
        if (found === null) return [pair(row.item, null, row.ll0)];
        return [
          ...pairsOf(`${row.item} ll`, found.logLikelihoods, [row.ll0, row.ll1, row.ll2, row.ll3]),
          ...pairsOf(`${row.item} Nagelkerke`, found.nagelkerke, [row.naR2_1, row.naR2_2, row.naR2_3]),
          ...pairsOf(`${row.item} McFadden`, found.mcFadden, [row.mcfR2_1, row.mcfR2_2, row.mcfR2_3]),
          pair(`${row.item} LR12`, found.uniform.chiSquare, row.LR12),
          pair(`${row.item} LR13`, found.total.chiSquare, row.LR13),
          pair(`${row.item} LR23`, found.nonUniform.chiSquare, row.LR23),
          pair(`${row.item} β total`, found.scoreSlope, row.beta_tot),
          pair(`${row.item} β group`, found.groupSlope, row.beta_g),
          pair(`${row.item} β change`, found.slopeChange, row.beta_change),
        ];
      }),
    },
  ];
}

function impactCase(): Comparison {
  const ref = reference('adverse_impact.json');
  const found = adverseImpact({ selected: ref.sel[0], of: ref.n[0] }, { selected: ref.sel[1], of: ref.n[1] });
  return {
    statistic: 'adverse impact',
    formula: 'ratio of rates, interval of its logarithm, z, Fisher',
    source: 'Katz et al. 1978; Fisher 1934',
    oracle: 'R 4.2.2',
    tolerance: 1e-8,
    pairs: [
      ...pairsOf('rate', [found.focalRate, found.referenceRate], ref.rates),
      pair('ratio', found.ratio, ref.impact_ratio),
      ...pairsOf('interval', [found.interval?.low ?? null, found.interval?.high ?? null], ref.ln_ir_ci95),
      pair('z', found.z, ref.z_2sd),
      pair('Fisher', found.fisherP, ref.fisher_p),
    ],
  };
}

export const fairnessCases = (): Comparison[] => [...difCases(), impactCase()];
