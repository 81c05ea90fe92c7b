import { type Calibration, type CalibrationModel, calibrate } from '../../scoring/irt/calibrate.ts';
import { calibratedItemFit } from '../../scoring/irt/calibrated-item-fit.ts';
import { categoryProbabilities } from '../../scoring/irt/category-probabilities.ts';
import { estimateThetas, type ThetaMethod } from '../../scoring/irt/estimate-thetas.ts';
import { testInformation } from '../../scoring/irt/item-information.ts';
import { limitedInformationFit } from '../../scoring/irt/limited-information-fit.ts';
import { sumScoreTable } from '../../scoring/irt/lord-wingersky.ts';
import { quadratureGrid } from '../../scoring/irt/quadrature-grid.ts';
import { empiricalReliability, marginalReliability } from '../../scoring/irt/test-reliability.ts';
import { type ResponseMatrix, responseMatrix, selectColumns } from '../../scoring/math/response-matrix.ts';
import { bfiAll, bfiColumns, bfiComplete } from './bfi.ts';
import { type Comparison, type Pair, pair } from './comparison.ts';
import { reference, responses, table } from './shelf.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of the reference files
type Row = any;

const QUESTIONS = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'];
const NEUROTICISM = ['N1', 'N2', 'N3', 'N4', 'N5'];

export const lsat = (name: 'lsat6' | 'lsat7'): ResponseMatrix =>
  responses(table('oracles', 'data', `${name}.csv`), QUESTIONS);

export function calibrated(matrix: ResponseMatrix, model: CalibrationModel): Calibration {
  const found = calibrate(matrix, { model });
  if (found.kind === 'insufficient') throw new RangeError(found.reason);
  return found;
}

export interface Fitted {
  readonly label: string;
  readonly matrix: ResponseMatrix;
  readonly fit: Calibration;
  readonly ref: Row;
}

/** The six calibrations the shelf knows in full. */
export function fits(): Fitted[] {
  const neuroticism = selectColumns(bfiComplete(), bfiColumns(NEUROTICISM));
  const poly = reference('bfi_N_poly.json');
  const dichotomous = (['lsat6', 'lsat7'] as const).flatMap((name) => {
    const ref = reference(`${name}_irt.json`);
    const matrix = lsat(name);
    return [
      { label: `${name} 2PL`, matrix, fit: calibrated(matrix, '2pl'), ref: ref['2PL'] },
      { label: `${name} Rasch`, matrix, fit: calibrated(matrix, 'rasch'), ref: ref.Rasch },
    ];
  });
  return [
    ...dichotomous,
    { label: 'bfi N GRM', matrix: neuroticism, fit: calibrated(neuroticism, 'grm'), ref: poly.graded },
    { label: 'bfi N GPCM', matrix: neuroticism, fit: calibrated(neuroticism, 'gpcm'), ref: poly.gpcm },
  ];
}

const isDichotomous = ({ ref }: Fitted): boolean => ref.irt_ad !== undefined;

function parameterPairs({ label, fit, ref }: Fitted): Pair[] {
  const rows: Row[] = ref.irt_ad ?? ref.irt;
  return rows.flatMap((row, i) => [
    pair(`${label} ${row.item}.a`, fit.items[i]?.a ?? null, row.a),
    ...(fit.items[i]?.b ?? []).map((b, k) => pair(`${label} ${row.item}.b${k + 1}`, b, row.b ?? row[`b${k + 1}`])),
  ]);
}

function calibrationCases(fitted: readonly Fitted[]): Comparison[] {
  const all = reference('bfi_N_grm_missing.json');
  const everybody = calibrated(selectColumns(bfiAll(), bfiColumns(NEUROTICISM)), 'grm');
  const withMissing = all.irt.flatMap((row: Row, i: number) => [
    pair(`missing ${row.item}.a`, everybody.items[i]?.a ?? null, row.a),
    ...(everybody.items[i]?.b ?? []).map((b, k) => pair(`missing ${row.item}.b${k + 1}`, b, row[`b${k + 1}`])),
  ]);
  return [
    {
      statistic: 'IRT parameters (2PL, Rasch, GRM, GPCM)',
      formula: 'marginal maximum likelihood, 61 nodes on [−6, 6], D = 1',
      source: 'Bock & Aitkin 1981; Samejima 1969; Muraki 1992',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: [...fitted.flatMap(parameterPairs), ...withMissing],
    },
    {
      statistic: 'marginal log-likelihood, AIC, BIC',
      formula: 'Σ ln Σ_q w_q Π P',
      source: 'Bock & Aitkin 1981',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: [
        ...fitted.map(({ label, fit, ref }) => pair(label, fit.logLikelihood, ref.logLik)),
        ...fitted.map(({ label, fit, ref }) => pair(`${label} AIC`, fit.aic, ref.AIC)),
        ...fitted.map(({ label, fit, ref }) => pair(`${label} BIC`, fit.bic, ref.BIC)),
        pair('bfi N GRM with missing', everybody.logLikelihood, all.logLik),
      ],
    },
    {
      statistic: 'variance of θ (Rasch)',
      formula: 'σ² with slope 1',
      source: 'Andersen 1973',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: fitted.map(({ label, fit, ref }) => pair(label, fit.variance, ref.group_var)),
    },
    secondOpinions(fitted),
  ];
}

/** The same two tests by other programs: ltm with one common slope, TAM with its own parameters. */
function secondOpinions(fitted: readonly Fitted[]): Comparison {
  const ltm = (['lsat6', 'lsat7'] as const).flatMap((name) => {
    const { fit } = fitted.find(({ label }) => label === `${name} Rasch`) ?? {};
    const { coef, logLik } = reference(`${name}_irt.json`).ltm_1PL_common_slope;
    if (fit === undefined) return [];
    const slope = Math.sqrt(fit.variance);
    return [
      pair(`${name} common slope logL`, fit.logLikelihood, logLik),
      pair(`${name} common slope`, slope, coef[0].Dscrmn),
      ...(coef as Row[]).map((row, i) => pair(`${name} ${row.row}.b`, (fit.items[i]?.b[0] ?? 0) / slope, row.Dffclt)),
    ];
  });
  const tam = reference('lsat6_tam.json');
  const items = (label: string) => fitted.find((f) => f.label === label)?.fit.items ?? [];
  const [rasch, free] = [items('lsat6 Rasch'), items('lsat6 2PL')];
  return {
    statistic: 'one common slope; slopes and intercepts',
    formula: 'a = σ, b/σ; aθ − ξ',
    source: 'Bock & Aitkin 1981',
    oracle: 'ltm 1.2 and TAM 4.3',
    tolerance: 1e-3,
    pairs: [
      ...ltm,
      ...(tam.Rasch.xsi as number[]).map((xsi, i) => pair(`TAM Rasch ξ${i + 1}`, rasch[i]?.b[0] ?? null, xsi)),
      ...(tam.twoPL.B as number[]).map((b, i) => pair(`TAM 2PL a${i + 1}`, free[i]?.a ?? null, b)),
      ...(tam.twoPL.xsi as number[]).map((xsi, i) =>
        pair(`TAM 2PL ξ${i + 1}`, (free[i]?.a ?? 0) * (free[i]?.b[0] ?? 0), xsi),
      ),
    ],
  };
}

function errorCases(fitted: readonly Fitted[]): Comparison[] {
  const slopes = fitted
    .filter((f) => isDichotomous(f))
    .flatMap(({ label, fit, ref }) =>
      QUESTIONS.flatMap((item, i) => {
        const [a, d] = ref.se[item][1];
        const own = fit.items[i]?.se ?? null;
        return fit.model === 'rasch'
          ? [pair(`${label} ${item}.b`, own?.b[0] ?? null, d)]
          : [pair(`${label} ${item}.a`, own?.a ?? null, a)];
      }),
    );
  const variances = fitted
    .filter(({ fit }) => fit.model === 'rasch')
    .map(({ label, fit, ref }) => pair(`${label} σ²`, fit.varianceSe, ref.se.GroupPars[1][1]));
  const ltm = (['lsat6', 'lsat7'] as const).flatMap((name) => {
    const rows: Row[] = reference(`${name}_irt.json`).ltm_2PL.se;
    const fit = fitted.find((f) => f.label === `${name} 2PL`)?.fit;
    return QUESTIONS.flatMap((item, i) => [
      pair(
        `${name} ${item}.b (ltm)`,
        fit?.items[i]?.se?.b[0] ?? null,
        rows.find((r) => r.row === `Dffclt.${item}`)?.['std.err'] ?? null,
      ),
      pair(
        `${name} ${item}.a (ltm)`,
        fit?.items[i]?.se?.a ?? null,
        rows.find((r) => r.row === `Dscrmn.${item}`)?.['std.err'] ?? null,
      ),
    ]);
  });
  return [
    {
      statistic: 'standard errors of items',
      formula: 'inverse observed information (Louis), delta method for b',
      source: 'Louis 1982',
      oracle: 'mirt 1.41 (Oakes) and ltm 1.2',
      tolerance: 1e-3,
      pairs: [...slopes, ...variances, ...ltm],
    },
  ];
}

function thetaPairs({ label, fit, ref }: Fitted, method: ThetaMethod): Pair[] {
  const rows: Row[] = ref.scores.patterns ?? ref.scores.responses;
  const matrix = responseMatrix(rows.map((row) => fit.items.map((_, i) => Number(Object.values(row)[i]))));
  const ours = estimateThetas(matrix, fit.items, { method, population: { mean: 0, sd: Math.sqrt(fit.variance) } });
  const theirs: Row[] = ref.scores[{ eap: 'EAP', map: 'MAP', mle: 'ML', wle: 'WLE' }[method]];
  const finite = (x: unknown): number | null => (typeof x === 'number' && Number.isFinite(x) ? x : null);
  return theirs.flatMap((row, i) => [
    pair(`${label} ${method} ${i}`, ours[i]?.theta ?? null, finite(row.theta)),
    // mirt takes the curvature of the likelihood; for WLE, and for graded items, that is another convention.
    ...(method === 'eap' || (fit.model !== 'grm' && method !== 'wle')
      ? [pair(`${label} ${method} se ${i}`, ours[i]?.se ?? null, finite(row.se))]
      : []),
  ]);
}

function thetaCases(fitted: readonly Fitted[]): Comparison[] {
  const tam = reference('lsat6_tam.json').Rasch.WLE_by_score as Row[];
  const rasch = fitted.find((f) => f.label === 'lsat6 Rasch');
  const byScore = responseMatrix(tam.map((row) => QUESTIONS.map((_, i) => (i < row.PersonScores ? 1 : 0))));
  const wle = rasch === undefined ? [] : estimateThetas(byScore, rasch.fit.items, { method: 'wle' });
  const perMethod = (method: ThetaMethod, formula: string, source: string): Comparison => ({
    statistic: `θ by ${method.toUpperCase()}`,
    formula,
    source,
    oracle: 'mirt 1.41',
    tolerance: method === 'eap' ? 1e-4 : 1e-3,
    pairs: fitted.flatMap((f) => thetaPairs(f, method)),
  });
  return [
    perMethod('eap', 'Σθ L w/Σ L w, 61 nodes; posterior SD', 'Bock & Mislevy 1982'),
    perMethod('map', 'ℓ′ = (θ − μ)/σ²; 1/√(I + 1/σ²)', 'Samejima 1969'),
    perMethod('mle', 'ℓ′ = 0; 1/√I; null at the extremes', 'Lord 1980'),
    perMethod('wle', 'ℓ′ + J/(2I) = 0', 'Warm 1989'),
    {
      statistic: 'WLE and its error 1/√I by score (Rasch)',
      formula: '1/√I',
      source: 'Warm 1989',
      oracle: 'TAM 4.3',
      tolerance: 1e-3,
      pairs: tam.flatMap((row, i) => [
        pair(`score ${i}`, wle[i]?.theta ?? null, row.theta),
        pair(`score ${i} se`, wle[i]?.se ?? null, row.error),
      ]),
    },
  ];
}

function curveCases(fitted: readonly Fitted[]): Comparison[] {
  const information = fitted.flatMap(({ label, fit, ref }) =>
    ref.testinfo.map((row: Row) => pair(`${label} I(${row.theta})`, testInformation(fit.items, row.theta), row.info)),
  );
  const curves = fitted
    .filter((f) => !isDichotomous(f))
    .flatMap(({ label, fit, ref }) =>
      (ref.probs_item1 as Row[]).flatMap((row) => {
        const item = fit.items[0];
        const p = item === undefined ? [] : categoryProbabilities(item, row.theta);
        return p.map((c, k) => pair(`${label} P${k + 1}(${row.theta})`, c.p, row[`P.${k + 1}`]));
      }),
    );
  const sums = fitted
    .filter((f) => isDichotomous(f))
    .flatMap(({ label, fit, ref }) => {
      const rows = sumScoreTable(fit.items, quadratureGrid({ sd: Math.sqrt(fit.variance) }));
      return (ref.scores.EAPsum as Row[]).flatMap((row, i) => [
        pair(`${label} sum ${i}`, rows[i]?.theta ?? null, row.F1),
        pair(`${label} sum ${i} se`, rows[i]?.se ?? null, row.SE_F1),
        pair(`${label} sum ${i} expected/n`, rows[i]?.probability ?? null, row.expected / 1000),
      ]);
    });
  const reliability = fitted.flatMap(({ label, fit, matrix, ref }) => {
    const population = { mean: 0, sd: Math.sqrt(fit.variance) };
    const eap = estimateThetas(matrix, fit.items, { method: 'eap', population });
    return [
      pair(`${label} marginal`, marginalReliability(fit.items), fit.model === 'rasch' ? null : ref.marginal_rxx),
      pair(`${label} empirical`, empiricalReliability(eap), ref.empirical_rxx),
    ].filter(({ theirs }) => theirs !== null);
  });
  const common = { oracle: 'mirt 1.41' };
  return [
    {
      ...common,
      statistic: 'test information',
      formula: 'Σ P′²/P',
      source: 'Samejima 1969',
      tolerance: 1e-3,
      pairs: information,
    },
    {
      ...common,
      statistic: 'category curves',
      formula: 'GRM, GPCM',
      source: 'Samejima 1969; Muraki 1992',
      tolerance: 1e-4,
      pairs: curves,
    },
    {
      ...common,
      statistic: 'sum-score tables (Lord–Wingersky)',
      formula: 'recursion over items; EAP and SE by sum score',
      source: 'Lord & Wingersky 1984',
      tolerance: 1e-4,
      pairs: sums,
    },
    {
      ...common,
      statistic: 'marginal and empirical reliability',
      formula: 'E[I/(I + 1)]; var(θ̂)/(var(θ̂) + mean SE²)',
      source: 'Green, Bock, Humphreys et al. 1984',
      tolerance: 1e-4,
      pairs: reliability,
    },
  ];
}

function fitCases(fitted: readonly Fitted[]): Comparison[] {
  const known = fitted.filter((f) => isDichotomous(f));
  const items = known.flatMap(({ label, fit, matrix, ref }) => {
    const ours = calibratedItemFit(matrix, fit);
    if ('kind' in ours) throw new RangeError(ours.reason);
    return (ref.SX2 as Row[]).flatMap((row, i) => [
      pair(`${label} ${row.item}`, ours[i]?.chiSquare ?? null, row.S_X2),
      pair(`${label} ${row.item} df`, ours[i]?.df ?? null, row['df.S_X2']),
      pair(`${label} ${row.item} p`, ours[i]?.p ?? null, row['p.S_X2']),
      pair(`${label} ${row.item} rmsea`, ours[i]?.rmsea ?? null, row['RMSEA.S_X2']),
    ]);
  });
  const models = known.flatMap(({ label, fit, matrix, ref: { M2 } }) => {
    const ours = limitedInformationFit(matrix, fit);
    if (ours.kind === 'insufficient') throw new RangeError(ours.reason);
    return [
      pair(`${label} M2`, ours.value, M2.M2),
      pair(`${label} df`, ours.df, M2.df),
      pair(`${label} p`, ours.p, M2.p),
      pair(`${label} rmsea`, ours.rmsea, M2.RMSEA),
      pair(`${label} low`, ours.low, M2.RMSEA_5),
      pair(`${label} high`, ours.high, M2.RMSEA_95),
      pair(`${label} srmsr`, ours.srmsr, M2.SRMSR),
      pair(`${label} cfi`, ours.cfi, M2.CFI),
      pair(`${label} tli`, ours.tli, M2.TLI),
    ];
  });
  return [
    {
      statistic: 'S-X² item fit',
      formula: 'Σ(O − E)²/E by sum score, sparse cells joined',
      source: 'Orlando & Thissen 2000',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: items,
    },
    {
      statistic: 'M₂, RMSEA, SRMSR, CFI, TLI',
      formula: 'n(p − e)ᵀC(p − e) on low-order margins',
      source: 'Maydeu-Olivares & Joe 2006; Cai & Monroe 2014',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: models,
    },
  ];
}

export function irtCases(): Comparison[] {
  const fitted = fits();
  const areas = [calibrationCases, errorCases, thetaCases, curveCases, fitCases];
  return areas.flatMap((cases) => cases(fitted));
}
