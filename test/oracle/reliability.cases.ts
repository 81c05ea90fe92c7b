import { correlationFromCovariance, correlationMatrix, covarianceMatrix } from '../../scoring/math/covariance.ts';
import { type Matrix, matrixFromRows } from '../../scoring/math/matrix.ts';
import { pairwiseCovariance } from '../../scoring/math/pairwise-covariance.ts';
import { type ResponseMatrix, selectColumns } from '../../scoring/math/response-matrix.ts';
import { symmetricEigen } from '../../scoring/math/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../../scoring/math/symmetric-eigenvalues.ts';
import { alphaFromCovariance, cronbachAlpha } from '../../scoring/reliability/cronbach-alpha.ts';
import { guttmanLambda2 } from '../../scoring/reliability/guttman-lambda2.ts';
import { intraclassCorrelations } from '../../scoring/reliability/intraclass-correlation.ts';
import { itemAnalysis } from '../../scoring/reliability/item-analysis.ts';
import { kelleyBand } from '../../scoring/reliability/kelley-band.ts';
import { keyedMatrix } from '../../scoring/reliability/keyed-matrix.ts';
import { mcdonaldOmega } from '../../scoring/reliability/mcdonald-omega.ts';
import { mosierReliability } from '../../scoring/reliability/mosier-reliability.ts';
import { omegaHierarchical } from '../../scoring/reliability/omega-hierarchical.ts';
import { samplingAdequacy } from '../../scoring/reliability/sampling-adequacy.ts';
import { standardErrorOfMeasurement } from '../../scoring/reliability/standard-error-of-measurement.ts';
import { naylorShine, taylorRussell } from '../../scoring/reliability/taylor-russell.ts';
import { velicerMap } from '../../scoring/reliability/velicer-map.ts';
import { bfiAll, bfiColumns, bfiComplete, bfiItems, bfiKeys } from './bfi.ts';
import { type Comparison, type Pair, pair, pairsOf } from './comparison.ts';
import { reference, responses, table } from './shelf.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of the reference files
type Row = any;

const psych = 'psych 2.2.9 on bfi';
const identityMatrix: Matrix = matrixFromRows([[1]]);

interface Scale {
  readonly name: string;
  readonly data: ResponseMatrix;
  readonly covariance: Matrix;
  readonly ref: Row;
}

function bfiScales(): Scale[] {
  const all = bfiComplete();
  const ref = reference('bfi_ctt.json').scales;
  return Object.keys(ref).map((name) => {
    const data = keyedMatrix(selectColumns(all, bfiColumns(ref[name].key)), bfiKeys(ref[name].key));
    return { name, data, covariance: covarianceMatrix(data) ?? identityMatrix, ref: ref[name] };
  });
}

function itemCases(scales: readonly Scale[]): Comparison[] {
  const per = (ours: 'mean' | 'sd' | 'itemRest' | 'alphaIfDropped', theirs: string): Pair[] =>
    scales.flatMap(({ data, name, ref }) => {
      const found = itemAnalysis(
        data,
        ref.key.map((item: string) => ({ item, low: 1, high: 6 })),
      );
      return pairsOf(
        `${name}.${ours}`,
        found.items.map((i) => i[ours]),
        ref.items.map((i: Row) => i[theirs]),
      );
    });
  return [
    {
      statistic: 'item mean and spread',
      formula: 'mean and SD (n − 1) after keying',
      source: 'definition',
      oracle: psych,
      tolerance: 1e-8,
      pairs: [...per('mean', 'mean'), ...per('sd', 'sd')],
    },
    {
      statistic: 'item-rest correlation',
      formula: '(cov(item, total) − s²item) / (s item · s rest)',
      source: 'Henrysson 1963',
      oracle: psych,
      tolerance: 1e-8,
      pairs: per('itemRest', 'r_drop'),
    },
    {
      statistic: 'α if dropped',
      formula: 'α of the scale without the item',
      source: 'Cronbach 1951',
      oracle: psych,
      tolerance: 1e-8,
      pairs: per('alphaIfDropped', 'alpha_if_dropped'),
    },
  ];
}

function scaleCases(scales: readonly Scale[]): Comparison[] {
  const analysed = scales.map((s) => ({
    ...s,
    found: itemAnalysis(s.data, bfiKeys(s.ref.key.map((i: string) => i.replace('-', '')))).scale,
  }));
  const everybody = bfiAll();
  const pairwise = scales.map(({ name, ref }) => {
    const data = keyedMatrix(selectColumns(everybody, bfiColumns(ref.key)), bfiKeys(ref.key));
    const c = pairwiseCovariance(data);
    return pair(`${name}.pairwise`, c === null ? null : alphaFromCovariance(c), ref.alpha_pairwise_all2800);
  });
  return [
    {
      statistic: 'Cronbach α',
      formula: 'k/(k − 1)·(1 − Σs²ᵢ/s²_X); raw, standardised, pairwise',
      source: 'Cronbach 1951',
      oracle: psych,
      tolerance: 1e-8,
      pairs: [
        ...analysed.map(({ name, found, ref }) => pair(`${name}.raw`, found.alpha, ref.alpha_raw)),
        ...analysed.map(({ name, found, ref }) => pair(`${name}.standardised`, found.standardisedAlpha, ref.alpha_std)),
        ...pairwise,
      ],
    },
    {
      statistic: 'Feldt interval of α',
      formula: '1 − (1 − α)·F.975, 1 − (1 − α)·F.025; df n − 1, (n − 1)(k − 1)',
      source: 'Feldt 1965',
      oracle: psych,
      tolerance: 1e-8,
      pairs: analysed.flatMap(({ name, found, ref }) =>
        pairsOf(name, [found.alphaInterval?.low ?? null, found.alphaInterval?.high ?? null], ref.feldt95),
      ),
    },
    {
      statistic: 'Guttman λ₂',
      formula: '(Σcov + √(k/(k − 1)·Σcov²)) / s²_X, on correlations',
      source: 'Guttman 1945',
      oracle: psych,
      tolerance: 1e-8,
      pairs: scales.map(({ name, covariance, ref }) =>
        pair(name, guttmanLambda2(correlationFromCovariance(covariance) ?? identityMatrix), ref.lambda2),
      ),
    },
    {
      statistic: 'split half',
      formula: 'odd–even r, Spearman–Brown 2r/(1 + r), Rulon 4cov/s²_X',
      source: 'Spearman 1910; Brown 1910; Rulon 1939',
      oracle: psych,
      tolerance: 1e-8,
      pairs: analysed.flatMap(({ name, found, ref }) => [
        pair(`${name}.r`, found.splitHalf?.correlation ?? null, ref.oddeven_r),
        pair(`${name}.sb`, found.splitHalf?.spearmanBrown ?? null, ref.spearman_brown),
        pair(`${name}.rulon`, found.splitHalf?.rulon ?? null, ref.guttman_rulon),
      ]),
    },
    {
      statistic: 'sum score: mean, SD, SEM',
      formula: 's·√(1 − α)',
      source: 'Lord & Novick 1968',
      oracle: psych,
      tolerance: 1e-8,
      pairs: analysed.flatMap(({ name, found, ref }) => [
        pair(`${name}.mean`, found.mean, ref.sum_mean),
        pair(`${name}.sd`, found.sd, ref.sum_sd),
        pair(`${name}.sem`, standardErrorOfMeasurement(found.sd ?? 0, found.alpha ?? 0), ref.sem),
      ]),
    },
  ];
}

function omegaCases(scales: readonly Scale[]): Comparison[] {
  const fitted = scales.map((s) => ({ ...s, omega: mcdonaldOmega(s.covariance, s.data.n) }));
  const ref = reference('bfi_omega.json');
  const keyed = keyedMatrix(bfiComplete(), bfiKeys(bfiItems));
  const r = correlationMatrix(keyed) ?? identityMatrix;
  const hierarchical = omegaHierarchical(r, 5);
  const lavaan = 'lavaan 0.6-14 on bfi';
  return [
    {
      statistic: 'ω (one factor, ML)',
      formula: '(Σλ)²/((Σλ)² + Σθ); over the observed variance',
      source: 'McDonald 1999',
      oracle: lavaan,
      tolerance: 1e-5,
      pairs: fitted.flatMap(({ name, omega, ref: scale }) => [
        pair(`${name}.model`, omega?.omega ?? null, scale.omega_cfa_modelvar),
        pair(`${name}.observed`, omega?.omegaObserved ?? null, scale.omega_cfa_obsvar),
      ]),
    },
    {
      statistic: 'one-factor model',
      formula: 'ML loadings, unique variances, χ², CFI, TLI, RMSEA, SRMR',
      source: 'Jöreskog 1967',
      oracle: lavaan,
      tolerance: 1e-3,
      pairs: fitted.flatMap(({ name, omega, ref: { cfa } }) => [
        ...pairsOf(`${name}.λ`, omega?.model.loadings ?? [], cfa.lambda),
        ...pairsOf(`${name}.θ`, omega?.model.uniquenesses ?? [], cfa.theta),
        pair(`${name}.χ²`, omega?.model.chiSquare ?? null, cfa.chisq),
        pair(`${name}.cfi`, omega?.model.cfi ?? null, cfa.cfi),
        pair(`${name}.tli`, omega?.model.tli ?? null, cfa.tli),
        pair(`${name}.rmsea`, omega?.model.rmsea ?? null, cfa.rmsea),
        pair(`${name}.srmr`, omega?.model.srmr ?? null, cfa.srmr),
      ]),
    },
    {
      statistic: 'ω_h, ω_t, ECV',
      formula: '(Σλ_g)²/Var(X), minres + oblimin + Schmid–Leiman',
      source: 'Zinbarg et al. 2005',
      oracle: psych,
      tolerance: 0.02,
      pairs: [
        pair('ω_h', hierarchical.omegaHierarchical, ref.omega_h),
        pair('ω_t', hierarchical.omegaTotal, ref.omega_total),
        pair('ecv', hierarchical.ecv, ref.ecv),
        ...pairsOf(
          'g',
          hierarchical.generalLoadings,
          ref.sl.map((row: Row) => Math.abs(row.g)),
        ),
      ],
    },
  ];
}

function dimensionCases(): Comparison[] {
  const ref = reference('bfi_dimensionality.json');
  const r = correlationMatrix(bfiComplete()) ?? identityMatrix;
  const adequacy = samplingAdequacy(r, 2436);
  const oracle = 'R 4.2.2 and psych 2.2.9 on bfi';
  return [
    {
      statistic: 'eigenvalues',
      formula: 'Jacobi; Householder and Sturm bisection',
      source: 'Golub & Van Loan, ch. 8',
      oracle,
      tolerance: 1e-8,
      pairs: [
        ...pairsOf('jacobi', symmetricEigen(r).values, ref.eigen),
        ...pairsOf('sturm', symmetricEigenvalues(r), ref.eigen),
      ],
    },
    {
      statistic: 'Velicer MAP',
      formula: 'mean squared partial correlation after m components',
      source: 'Velicer 1976',
      oracle,
      tolerance: 1e-8,
      pairs: pairsOf('map', velicerMap(r, 8).averages.slice(1), ref.velicer_map),
    },
    {
      statistic: 'KMO and Bartlett',
      formula: 'Σr²/(Σr² + Σpartial²); −(n − 1 − (2k + 5)/6)·ln|R|',
      source: 'Kaiser 1974; Bartlett 1951',
      oracle,
      tolerance: 1e-6,
      pairs: [
        pair('kmo', adequacy?.kmo ?? null, ref.kmo),
        ...pairsOf('kmo item', adequacy?.kmoByItem ?? [], Object.values<number>(ref.kmo_items)),
        pair('bartlett', adequacy?.bartlett.chiSquare ?? null, ref.bartlett_chisq),
      ],
    },
  ];
}

function iccCases(): Comparison[] {
  const ref: Row[] = reference('icc_shrout_fleiss.json').results;
  const ours =
    intraclassCorrelations(responses(table('oracles', 'data', 'shrout_fleiss.csv'), ['V1', 'V2', 'V3', 'V4'])) ?? [];
  const pairs = ref.flatMap((row) => {
    const found = ours.find(({ form }) => form === row.type);
    return [
      pair(row.type, found?.icc ?? null, row.ICC),
      pair(`${row.type}.F`, found?.f ?? null, row.F),
      pair(`${row.type}.p`, found?.p ?? null, row.p),
      pair(`${row.type}.low`, found?.low ?? null, row['lower bound']),
      pair(`${row.type}.high`, found?.high ?? null, row['upper bound']),
    ];
  });
  return [
    {
      statistic: 'intraclass correlations',
      formula: 'ICC(1) ICC(2) ICC(3), single and mean of k, with limits',
      source: 'Shrout & Fleiss 1979',
      oracle: 'psych 2.2.9 on the published table',
      tolerance: 1e-6,
      pairs,
    },
  ];
}

/** Scales of the real answers of 13–16-year-olds; α and mean item as published to four places. */
function ipipCase(): Comparison {
  const sheet = table('data', 'ipip50-ages-13-16.csv');
  const scales = [
    { prefix: 'E', reversed: [2, 4, 6, 8, 10], alpha: 0.8934, mean: 2.8587 },
    { prefix: 'A', reversed: [1, 3, 5, 7], alpha: 0.8344, mean: 3.6569 },
    { prefix: 'C', reversed: [2, 4, 6, 8], alpha: 0.7851, mean: 3.072 },
    { prefix: 'N', reversed: [1, 3, 5, 6, 7, 8, 9, 10], alpha: 0.8367, mean: 2.7109 },
    { prefix: 'O', reversed: [2, 4, 6], alpha: 0.7904, mean: 3.8835 },
  ];
  const pairs = scales.flatMap(({ prefix, reversed, alpha, mean }) => {
    const numbers = Array.from({ length: 10 }, (_, i) => i + 1);
    const matrix = responses(
      sheet,
      numbers.map((i) => `${prefix}${i}`),
    );
    const found = itemAnalysis(
      matrix,
      numbers.map((i) => ({ item: `${prefix}${i}`, reversed: reversed.includes(i), low: 1, high: 5 })),
    );
    return [pair(`${prefix} α`, found.scale.alpha, alpha), pair(`${prefix} mean`, (found.scale.mean ?? 0) / 10, mean)];
  });
  const lsat = (['lsat6', 'lsat7'] as const).map((name) => {
    const matrix = responses(table('oracles', 'data', `${name}.csv`), ['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
    return pair(`${name} α`, cronbachAlpha(matrix), Number(reference(`${name}_irt.json`).alpha.toFixed(4)));
  });
  return {
    statistic: 'α and means of other tests',
    formula: 'as above',
    source: 'Cronbach 1951',
    oracle: 'psych 2.2.9 on IPIP-50 and LSAT, to four places',
    tolerance: 5.1e-5,
    pairs: [...pairs, ...lsat],
  };
}

function compositeCases(): Comparison[] {
  const mosier = reference('composite_mosier.json');
  const ours = mosierReliability({
    covariance: matrixFromRows(mosier.R),
    reliabilities: mosier.alpha,
    weights: mosier.w,
  });
  const kelley: Row[] = reference('kelley_band.json');
  const tables: Row[] = reference('taylor_russell.json');
  return [
    {
      statistic: 'composite reliability',
      formula: '1 − Σw²s²(1 − r)/s²_C; share w·cov/Var(C)',
      source: 'Mosier 1943',
      oracle: 'R 4.2.2',
      tolerance: 1e-8,
      pairs: [
        pair('variance', ours?.variance ?? null, mosier.var_C),
        pair('reliability', ours?.reliability ?? null, mosier.rel_C),
        pair('sem', ours?.sem ?? null, mosier.sem_C),
        ...pairsOf('share', ours?.effectiveShares ?? [], mosier.effective_weight_share),
      ],
    },
    {
      statistic: 'Kelley band',
      formula: 'T̂ = M + r(X − M), SEE = s√(r(1 − r)), P(T ≥ c)',
      source: 'Kelley 1923; Lord & Novick 1968',
      oracle: 'R 4.2.2',
      tolerance: 1e-8,
      pairs: kelley.flatMap((row) => {
        const band = kelleyBand({ observed: row.x, mean: 50, standardDeviation: 10, reliability: row.rel });
        return [
          pair('T', band.trueScore, row.T_hat),
          pair('SEE', band.standardErrorOfEstimate, row.SEE),
          pair('P', band.probabilityAtLeast(60), row.p_true_ge_60),
          pair('SEM', standardErrorOfMeasurement(10, row.rel), row.SEM),
        ];
      }),
    },
    {
      statistic: 'Taylor–Russell and Naylor–Shine',
      formula: 'Φ₂(h, k; r)/SR; r·φ(z)/SR',
      source: 'Taylor & Russell 1939; Naylor & Shine 1965',
      oracle: 'mvtnorm in R 4.2.2 (itself good to 1e-8)',
      tolerance: 1e-7,
      pairs: tables.flatMap((row) => {
        const setting = { baseRate: row.BR, selectionRatio: row.SR, validity: row.r };
        const label = `BR ${row.BR} SR ${row.SR} r ${row.r}`;
        return [pair(label, taylorRussell(setting), row.success_ratio), pair(label, naylorShine(setting), row.nsz)];
      }),
    },
  ];
}

export function reliabilityCases(): Comparison[] {
  const scales = bfiScales();
  return [
    ...itemCases(scales),
    ...scaleCases(scales),
    ...omegaCases(scales),
    ...dimensionCases(),
    ...iccCases(),
    ipipCase(),
    ...compositeCases(),
  ];
}
