/** One statistic of the battery's engine, and the test that would fail were it wrong. */
export interface Proof {
  readonly statistic: string;
  readonly against: string;
  readonly tolerance: string;
  readonly file: string;
  /** The name of the test, or its beginning. */
  readonly test: string;
}

const unit = (file: string): string => `test/unit/scoring-core/${file}.test.ts`;
const bench = (file: string): string => `test/unit/scoring/${file}.test.ts`;
const quality = (file: string): string => `test/unit/response-quality/${file}.test.ts`;

/** Rows of the table «The battery, statistic by statistic» in docs/METHODS.md; `proofs.test.ts` holds them to what is there. */
export const proofs: readonly Proof[] = [
  row(
    'keyed sum and mean, reversed items',
    '1,562 real sheets by plain arithmetic',
    'exact',
    unit('real-answers'),
    '%s: every raw score, n, mean and SD',
  ),
  row(
    'the same through `ustaz score`',
    'means of MEASURE’s reference',
    '0.00005',
    'test/oracle/score-command.test.ts',
    'the open sheets, scale by scale',
  ),
  row('weighted sums', 'by hand', 'exact', unit('score'), 'weights items, and prorates by weight'),
  row(
    'nested scales',
    'by hand',
    'exact',
    unit('score'),
    'nests scales, each part by its weight, and not when a part is insufficient',
  ),
  row(
    'missing answers',
    'by hand, at 80 % and below',
    'exact',
    unit('score'),
    'prorates down to 80 % answered and no further',
  ),
  row(
    'forced pairs: 20 points over five types',
    'published key, four patterns',
    'exact',
    unit('counts'),
    'sum to 20 whoever answers: %s',
  ),
  row(
    'the same through `ustaz score`',
    '200 simulated sheets',
    'exact',
    'test/oracle/score-command.test.ts',
    'twenty pairs give twenty points',
  ),
  row(
    'integer match counts (0.05 × 14 > 0.70)',
    'by hand',
    'exact',
    unit('counts'),
    'classify 14 as an integer: as a ratio it would slip into the class above .70',
  ),
  row('no count below 18 of 20', 'by hand', 'exact', unit('counts'), 'need 18 of 20 answers and are not prorated'),
  row(
    'circular triads, ζ',
    'threes counted one by one',
    'exact',
    unit('pairs'),
    'is what counting threes one by one gives',
  ),
  row('repeated pairs', 'by hand', 'exact', unit('pairs'), 'compares types, not sides'),
  row('ties of rank', 'by hand', 'exact', unit('pairs'), 'shows all tied types, whatever the order they come in'),
  row(
    'situations: absolute, squared and standardised distance, side, consensus, profile r',
    'R 4.2.2',
    '1e-8',
    'test/oracle/situation.cases.ts',
    'situations: absolute, squared and standardised distance, side, consensus, profile r',
  ),
  row(
    'situations: mode',
    'by hand',
    'exact',
    unit('sjt'),
    'mode match: each of several equally frequent ratings counts',
  ),
  row(
    'situations: order',
    'by hand',
    'exact',
    unit('sjt'),
    'ranking: own order of the key 1, reversed and tied orders less',
  ),
  row(
    'situations: no spread, a missing rating',
    'by hand',
    'exact',
    unit('sjt'),
    'leaves out a situation with a missing rating or a straight line',
  ),
  row(
    'situations: tabled values are the computed ones',
    'each combination of answers',
    'exact',
    unit('sjt'),
    'gives from its table what the scoring gives',
  ),
  row(
    'mid-rank percentile, z, T, stanine, sten',
    'R 4.2.2',
    '1e-8',
    'test/oracle/norming.cases.ts',
    'mid-rank norms: percentile, Blom, z, T, stanine, sten',
  ),
  row(
    'boundaries of stanine and sten',
    'by hand',
    'exact',
    bench('norming'),
    'put a score on a boundary into the higher band',
  ),
  row('percentile between two tabled sums', 'by hand', '1e-12', unit('norm'), 'of %d is %d'),
  row(
    'α, α if dropped, item-rest r, λ₂, split half, SEM',
    'psych 2.2.9',
    '1e-8',
    'test/oracle/reliability.cases.ts',
    'Cronbach α',
  ),
  row(
    'zero variance',
    'null, never NaN',
    'exact',
    bench('reliability'),
    'survives missing answers, an item without variance and empty rows',
  ),
  row('Kelley band, P(true ≥ cut)', 'R 4.2.2', '1e-8', 'test/oracle/reliability.cases.ts', 'Kelley band'),
  row(
    'reliability of a composite (Mosier)',
    'R 4.2.2',
    '1e-8',
    'test/oracle/reliability.cases.ts',
    'composite reliability',
  ),
  row(
    'reliable change',
    'by hand',
    '1e-12',
    bench('reliability'),
    'reliable change: the error of a difference of two scores',
  ),
  row(
    'instructed items',
    'by hand',
    'exact',
    quality('verdict'),
    'offers a repeat for two instructed items answered otherwise, not for one and not for a missing one',
  ),
  row(
    'long string, IRV, even–odd, synonyms, antonyms, Mahalanobis, lz, lz*',
    'careless 1.2.2, R 4.2.2',
    '1e-8; 1e-6',
    'test/oracle/quality.cases.ts',
    'lz and lz*',
  ),
  row(
    'the quick forms of them in the engine: runs',
    'those above',
    '1e-10',
    quality('kernels'),
    'long string and variability',
  ),
  row('even–odd over the battery', 'those above', '1e-9', quality('kernels'), 'even–odd consistency'),
  row('lz* over the battery', 'those above', '1e-7', quality('kernels'), 'lz*, at the root of the likelihood'),
  row('Guttman errors', 'errors counted one by one', '1e-12', quality('kernels'), 'Guttman errors'),
  row(
    'Mahalanobis over the battery',
    'those above',
    '1e-8',
    quality('kernels'),
    'Mahalanobis distance of the scale means, also where a scale is incomplete',
  ),
  row(
    'speed, and none where reading was helped',
    'by hand',
    'exact',
    quality('verdict'),
    'flags speed, but never where reading was helped',
  ),
  row('candour', 'by hand', 'exact', quality('verdict'), 'asks for a review of answers too good to be true'),
  row(
    'valid, review, repeat offered',
    'by hand',
    'exact',
    quality('verdict'),
    'weighs families, not flags: three of them offer a repeat',
  ),
  row(
    'every quality index of kasip-9 and the IPIP-50, sitting by sitting',
    'a second programme, numpy and scipy',
    '1e-9',
    'test/oracle/quality-battery.test.ts',
    'each sitting has the indices of an independent programme',
  ),
  row(
    'quantiles of a quality reference',
    'the same',
    '1e-9',
    'test/oracle/quality-battery.test.ts',
    'a sample has the quantiles of an independent programme',
  ),
  row(
    'every flag, the score and the state',
    'the same',
    'exact; 1e-9',
    'test/oracle/quality-battery.test.ts',
    'flags, score and state are those of an independent programme',
  ),
  row(
    'where suspicion begins to count',
    'binomial shares of two samples',
    'see there',
    quality('verdict'),
    'leaves one chance in twenty of flagging over 5 % of a second sample',
  ),
  row(
    'index and effective weights',
    'by hand',
    '1e-10',
    'test/unit/propensity/propensity.test.ts',
    'gives an index with its uncertainty, whose parts add up to it',
  ),
  row('AUC, ties counted half', 'by hand', 'exact', 'test/unit/study/ceiling.test.ts', 'counts ties half'),
  row(
    'a table of sittings, to the last digit',
    'the engine, sitting by sitting',
    'exact',
    'test/unit/task/score-battery.test.ts',
    'writes what the engine says of each person, to the last digit',
  ),
];

function row(statistic: string, against: string, tolerance: string, file: string, test: string): Proof {
  return { statistic, against, tolerance, file, test };
}
