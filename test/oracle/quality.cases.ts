import type { IrtItem } from '../../scoring/irt/irt-item.ts';
import { quadratureGrid } from '../../scoring/irt/quadrature-grid.ts';
import { thetaEap } from '../../scoring/irt/theta-eap.ts';
import { thetaMap } from '../../scoring/irt/theta-map.ts';
import { thetaMle } from '../../scoring/irt/theta-mle.ts';
import { type ResponseMatrix, rowOf } from '../../scoring/math/response-matrix.ts';
import { evenOddConsistency } from '../../scoring/quality/even-odd-consistency.ts';
import { infitOutfit } from '../../scoring/quality/infit-outfit.ts';
import { intraIndividualVariability } from '../../scoring/quality/intra-individual-variability.ts';
import { itemPairs } from '../../scoring/quality/item-pairs.ts';
import { longString } from '../../scoring/quality/long-string.ts';
import { mahalanobisDistances, multivariateReference } from '../../scoring/quality/mahalanobis-distance.ts';
import { pairConsistency } from '../../scoring/quality/pair-consistency.ts';
import { personFitLz, personFitLzStar } from '../../scoring/quality/person-fit-lz.ts';
import { bfiComplete } from './bfi.ts';
import { type Comparison, type Pair, pair, pairsOf } from './comparison.ts';
import { type Fitted, fits } from './irt.cases.ts';
import { reference, responses, table } from './shelf.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of the reference files
type Row = any;

interface CarelessSet {
  readonly label: string;
  readonly matrix: ResponseMatrix;
  readonly scales: readonly (readonly number[])[];
  readonly rows: readonly Row[];
  readonly synonyms: number;
  readonly antonyms: number | null;
}

const blocksOfFive = (count: number): number[][] =>
  Array.from({ length: count }, (_, s) => Array.from({ length: 5 }, (_, i) => s * 5 + i));

function sets(): CarelessSet[] {
  const sheet = table('oracles', 'data', 'careless_dataset.csv');
  return [
    {
      label: 'bfi',
      matrix: bfiComplete(),
      scales: blocksOfFive(5),
      rows: reference('careless_bfi.json').per_person,
      synonyms: 0.5,
      antonyms: -0.3,
    },
    {
      label: 'careless',
      matrix: responses(sheet, sheet.columns),
      scales: blocksOfFive(10),
      rows: reference('careless_dataset.json').per_person,
      synonyms: 0.6,
      antonyms: null,
    },
  ];
}

const perPerson = ({ matrix, rows }: CarelessSet, index: (row: Float64Array) => number | null): (number | null)[] =>
  rows.map((_, i) => index(rowOf(matrix, i)));

function indexPairs(set: CarelessSet): Record<'runs' | 'irv' | 'evenOdd' | 'pairs' | 'distance', Pair[]> {
  const { label, matrix, rows, scales } = set;
  const synonyms = itemPairs(matrix, set.synonyms);
  const antonyms = set.antonyms === null ? [] : itemPairs(matrix, set.antonyms);
  const known = multivariateReference(matrix);
  const distances = known.kind === 'insufficient' ? [] : mahalanobisDistances(matrix, known).slice(0, rows.length);
  return {
    runs: [
      ...pairsOf(
        `${label} longest`,
        perPerson(set, (r) => longString(r)?.longest ?? null),
        rows.map((r) => r.longstring),
      ),
      ...pairsOf(
        `${label} average`,
        perPerson(set, (r) => longString(r)?.average ?? null),
        rows.map((r) => r.avg ?? r.avgstr),
      ),
    ],
    irv: pairsOf(
      `${label} irv`,
      perPerson(set, intraIndividualVariability),
      rows.map((r) => r.irv),
    ),
    evenOdd: pairsOf(
      `${label} even-odd`,
      perPerson(set, (r) => evenOddConsistency(r, scales)),
      rows.map((r) => (r.evenodd_flipped === null ? null : -r.evenodd_flipped)),
    ),
    pairs: [
      ...pairsOf(
        `${label} synonyms`,
        perPerson(set, (r) => pairConsistency(r, synonyms)),
        rows.map((r) => r.psychsyn),
      ),
      ...(antonyms.length === 0
        ? []
        : pairsOf(
            `${label} antonyms`,
            perPerson(set, (r) => pairConsistency(r, antonyms)),
            rows.map((r) => r.psychant),
          )),
    ],
    distance: pairsOf(
      `${label} D²`,
      distances.map((d) => d?.d2 ?? null),
      rows.map((r) => r.mahad),
    ),
  };
}

function carelessCases(): Comparison[] {
  const found = sets().map(indexPairs);
  const oracle = 'careless 1.2.2 on bfi and its own data';
  const bfi = multivariateReference(bfiComplete());
  const flagged =
    bfi.kind === 'insufficient'
      ? null
      : mahalanobisDistances(bfiComplete(), bfi).filter((d) => d !== null && d.p < 0.01).length;
  const join = (key: keyof (typeof found)[number]): Pair[] => found.flatMap((f) => f[key]);
  return [
    {
      statistic: 'long string',
      formula: 'longest and mean run of one answer',
      source: 'Johnson 2005',
      oracle,
      tolerance: 1e-8,
      pairs: join('runs'),
    },
    {
      statistic: 'IRV',
      formula: 'SD of raw answers',
      source: 'Dunn et al. 2018',
      oracle,
      tolerance: 1e-8,
      pairs: join('irv'),
    },
    {
      statistic: 'even–odd consistency',
      formula: 'r of half means over scales, 2r/(1 + r), natural sign',
      source: 'Meade & Craig 2012',
      oracle: `${oracle} (sign turned back)`,
      tolerance: 1e-8,
      pairs: join('evenOdd'),
    },
    {
      statistic: 'synonyms and antonyms',
      formula: 'within-person r over fixed pairs',
      source: 'Meade & Craig 2012',
      oracle,
      tolerance: 1e-8,
      pairs: join('pairs'),
    },
    {
      statistic: 'Mahalanobis D²',
      formula: '(x − x̄)ᵀS⁻¹(x − x̄)',
      source: 'Mahalanobis 1936',
      oracle,
      tolerance: 1e-6,
      pairs: [...join('distance'), pair('flagged at .99', flagged, reference('careless_bfi.json').n_flagged)],
    },
  ];
}

function lzCases(): Comparison[] {
  const ref = reference('lz_lsat7.json');
  const items: IrtItem[] = ref.ip.map((row: Row) => ({ model: 'dichotomous', a: row.a, b: [row.b] }));
  const patterns: number[][] = ref.patterns.map((row: Row) => Object.values<number>(row));
  // catR integrates by trapezoids: the outermost nodes count half.
  const { nodes, weights } = quadratureGrid({ count: 33, low: -4, high: 4 });
  const grid = { nodes, weights: weights.map((w, i) => (i === 0 || i === 32 ? w / 2 : w)) };
  const thetas: number[] = ref.ML.map((row: Row) => row.theta);
  const inside = patterns.filter((_, i) => Math.abs(thetas[i] ?? 4) < 4);
  const insideRows: Row[] = ref.ML.filter((row: Row) => Math.abs(row.theta) < 4);
  return [
    {
      statistic: 'θ by catR conventions',
      formula: 'ML; MAP; EAP with 33 nodes on [−4, 4]',
      source: 'Magis & Raîche 2012',
      oracle: 'catR 3.17',
      tolerance: 1e-4,
      pairs: [
        ...pairsOf(
          'ML',
          inside.map((p) => thetaMle(items, p)?.theta ?? null),
          insideRows.map((r) => r.theta),
        ),
        ...pairsOf(
          'ML se',
          inside.map((p) => thetaMle(items, p)?.se ?? null),
          insideRows.map((r) => r.se),
        ),
        ...pairsOf(
          'MAP',
          patterns.map((p) => thetaMap(items, p)?.theta ?? null),
          ref.est.BM.map((r: Row) => r.theta),
        ),
        ...pairsOf(
          'MAP se',
          patterns.map((p) => thetaMap(items, p)?.se ?? null),
          ref.est.BM.map((r: Row) => r.se),
        ),
        ...pairsOf(
          'EAP',
          patterns.map((p) => thetaEap(items, p, grid)?.theta ?? null),
          ref.est.EAP.map((r: Row) => r.theta),
        ),
        ...pairsOf(
          'EAP se',
          patterns.map((p) => thetaEap(items, p, grid)?.se ?? null),
          ref.est.EAP.map((r: Row) => r.se),
        ),
      ],
    },
    {
      statistic: 'lz and lz*',
      formula: '(l − E)/√V; Snijders’ correction',
      source: 'Drasgow et al. 1985; Snijders 2001',
      oracle: 'R 4.2.2 at catR’s θ, LSAT7',
      tolerance: 1e-6,
      pairs: [
        ...pairsOf(
          'lz',
          patterns.map((p, i) => personFitLz(items, p, thetas[i] ?? 0)),
          ref.lz,
        ),
        ...pairsOf(
          'lz*',
          patterns.map((p, i) => personFitLzStar(items, p, { theta: thetas[i] ?? 0, source: 'mle' })),
          ref.lzstar,
        ),
      ],
    },
  ];
}

function mirtPersonFit({ label, fit, ref }: Fitted): Pair[] {
  const patterns: Row[] = ref.scores.patterns ?? ref.scores.responses;
  const thetas: Row[] = ref.scores.EAP;
  return (ref.personfit_EAP as Row[]).flatMap((row, i) => {
    const answers = fit.items.map((item, j) => {
      const given = Number(Object.values(patterns[i])[j]);
      return item.categories.findIndex((c) => c.includes(given));
    });
    const theta = thetas[i].theta;
    const found = infitOutfit(fit.items, answers, theta);
    return [
      pair(`${label} Zh ${i}`, personFitLz(fit.items, answers, theta), row.Zh),
      pair(`${label} outfit ${i}`, found?.outfit ?? null, row.outfit),
      pair(`${label} infit ${i}`, found?.infit ?? null, row.infit),
      pair(`${label} z.outfit ${i}`, found?.outfitZ ?? null, row['z.outfit']),
      pair(`${label} z.infit ${i}`, found?.infitZ ?? null, row['z.infit']),
    ];
  });
}

function fitCases(): Comparison[] {
  return [
    {
      statistic: 'person fit: Zh, infit, outfit',
      formula: 'lz at EAP; mean squares and cube-root z',
      source: 'Wright & Masters 1982',
      oracle: 'mirt 1.41',
      tolerance: 1e-3,
      pairs: fits().flatMap(mirtPersonFit),
    },
  ];
}

export const qualityCases = (): Comparison[] => [...carelessCases(), ...lzCases(), ...fitCases()];
