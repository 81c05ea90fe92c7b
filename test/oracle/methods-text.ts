/** The parts of docs/METHODS.md that are not figures: which convention was chosen where programs differ. */
export const conventions: readonly string[] = `
## Conventions

- **Missing answers.** Classical statistics rest on complete rows, and say how many. Means and shares of items use everybody who answered; the mean of a scale and a raw sum everybody who answered at least 80 % of it (or the share that the instrument declares), prorated. A line without a single character is no row, also where a table has one column. A yes-no count that is not prorated (\`missing.policy\` none) stays the integer that was counted; where a count was prorated, its declared class is that of the nearest integer. IRT leaves a missing answer out of the likelihood (missing at random). Matching scores of DIF are prorated when at least 80 % of the items were answered.
- **Undefined is said, not computed.** A statistic that the data do not carry is null, or a value \`{ kind: 'insufficient', answered, required, reason }\`. An impossible argument throws RangeError. NaN never leaves the engine.
- **α** is listwise and may be negative; the standard error of measurement then counts the reliability as 0, and is the standard deviation. **λ₂** in item analysis is computed on covariances, to stand beside α; \`psych\` reports it on correlations, and that form is what is compared below.
- **ω** is from a one-factor maximum likelihood solution. Unique variances are kept above 1e-4 of an item's variance; a solution that stops there is marked as a Heywood case. **ω_h** depends on the rotation: minres, oblimin from the unrotated start, Schmid–Leiman, as \`psych\`.
- **Norms.** Mid-rank percentiles. Boundaries belong to the higher band: stanine floor(2z + 5.5), sten floor(2z + 6). Between raw scores percentiles are interpolated linearly, beyond them they stay.
- **Continuous norming** takes the smallest monotone model that explains 99 %; cNORM was asked for four terms, and so is ours in the comparison.
- **IRT.** D = 1, θ ~ N(0, 1), 61 equally spaced nodes on [−6, 6]. Rasch has slope 1 and a free variance; it is computed as a common slope of a standard θ, so that wide populations stay on the grid. EAP under that variance has its nodes at σ times these (within 1e-6 of the integral); on [−6, 6] itself it would be off by up to 2e-4 at σ² = 1.7, by more beyond. Categories with fewer than ten answers are merged with their smaller neighbour, and that is reported. Under 500 persons ln a ~ N(0, .5²) and b ~ N(0, 2²).
- **Convergence.** Every iteration is an E-step and a Newton M-step whose metric is corrected by the last steps (quasi-Newton acceleration); no step lowers the likelihood. It stops when no parameter moves by 1e-6 nor the log-likelihood by 1e-7. It begins where a rough search on every other node (with more than 20,000 patterns: on a sample of them) ended, and passes over nodes that hold under 1e-16 of a pattern's likelihood; neither moves the maximum.
- **Standard errors** of items are from the exact observed information (Louis' identity). The standard error of WLE is 1/√I, as TAM and catR have it; mirt takes the curvature of the weighted likelihood. MAP and ML errors are from the expected information; mirt takes the observed one, which is the same for two answers and for partial credit, and differs for graded items (up to .28 on bfi N for ML, where our θ agree to 1e-5): those errors are left out of the comparison.
- **ICC** follows psych also below zero. Raters who leave no error (all rank alike, at one distance) give the value of the formula, an infinite F and no limits. It is null where the variance of a mean is estimated at nothing or below (persons differ by less than chance): the formula would leave its range there, above 1 too. Its limits are null where their degrees of freedom vanish.
- **Border of situations** (extended Angoff): a judge's share of the way from the opposite order of the options (0 %) over chance (50 %) to the experts' own (100 %). Within a situation of m options the standardised distances add to 2(m − 1)(r − 1), so the share is (1 + r)/2 and the cut in units of the scale's mean is −4(m − 1)(1 − share)/m, averaged over situations by their options.
- **Maximum likelihood** is null for all-lowest and all-highest patterns. No sentinel stands in for infinity.
- **RMSEA** divides by n − 1, its interval too (mirt divides the interval by n).
- **Mantel–Haenszel** has the continuity correction without a floor, matches on the total including the item, and purifies by significance; circles of the purification end it, and everything flagged in the circle counts.
- **lz\\*** uses r₀ of the estimator (ML 0, MAP (μ − θ)/σ², WLE J/2I).
- **Even–odd** has its natural sign; \`careless\` from 1.2.0 on returns the negative.
- **Response quality.** Runs, spread and order are of raw answers as they were met; even–odd, fit and distance of keyed means over the scales of rated items that share none (the smaller before the larger). A blank or another format ends a run. What MEASURE leaves open: a *long run* is ten or more in a row that take up half of their block (a format keyed both ways or of several scales), or that are longer than 99 % of the sample’s; *little spread* is none at all, or below the sample’s 3 % with a run in its longest 5 %. With a sample even–odd < .30, synonyms < 0 and antonyms > −.03 (five planned pairs, three answered) count in its outer 2 % only; without one two of them must agree, and even–odd be below 0. Repeated pairs: of eight or more fewer than half alike, and five circular triads. D² is of the means of complete scales, its degrees of freedom their rank: p < .001 and beyond the sample’s 99 %. lz\\* (graded items by centroid loadings, kept within .15 and .95, and normal thresholds; θ to a tenth) below −1.64 and the sample’s 2 %; Guttman errors beyond its 98 %. *Stopped reading*: −ln of the upper tails of change and, times .8, of surprise, beyond the cut of \`suspicion-cut.ts\`; the *score* is 100 times the share of the sample above that. Speed: over 20 % of timed answers under two seconds, or two pages of three or more whose median is; never where reading was helped, on paper, or in a replayed file. Candour: more than 95 % of the sample, without one all but one, two at least. A repeat is offered for two instructed items or three of the families run, consistency, fit and speed; any flag asks for a review.
- **catR's EAP** integrates by trapezoids over 33 nodes on [−4, 4]; the comparison uses those nodes, the engine its own 61.
- **Command line and pages** compute with the same functions. \`calibrate\` gives Rasch with slope 1 and its variance, and the same items as one common slope on θ ~ N(0, 1) under \`standardised\`. \`dif\` matches on the total of all items, unpurified, as difR does by default, and repeats everything purified beside it; the ETS class also asks for significance, which difR's does not. λ₂ is given on covariances and, as \`standardisedLambda2\`, on correlations. An item nobody answered does not empty the complete rows. \`NA\` counts as blank. The service computes no DIF with under 100 persons in a group; the command line does, and says so.
- **Adaptive forms** balance content by the area that lags most (Kingsbury & Zara), draw among the best five at first, and hold items back by Sympson–Hetter chances that stand with the bank; \`ustaz adaptive declare\` finds them. Their T comes only from a norm of adaptive tests: mid-rank percentiles of the sum expected at θ̂ over the whole bank, reliability var(θ̂)/(var(θ̂) + mean SE²), 400 sittings or more in the language. Without one the result is told on the answer scale, with the error of θ̂ carried over by the slope.
- The shelf also holds figures that the engine does not give, and so nothing is compared with: λ₁, λ₄–λ₆, G6 and corrected item-total r, communalities and the group loadings of Schmid–Leiman one by one (rotation), G² and the counts behind sum-score tables, reliability of WLE, standard errors of WLE by mirt's convention and of TAM's own kind, ML cut off at ±4 by catR, chance tails of forced pairs.
- Not oracles, because they are wrong on these data: \`ltm::grm\` on bfi N (diverges), girth's GRM there (about 2 % off).
`
  .trimStart()
  .split('\n');

export const unaided: readonly string[] = `
## Without an outside program

Checked by other means, in \`test/unit/scoring\`:

- distribution functions and quantiles: R 4.2.2, to 11–12 figures in both tails;
- Mantel–Haenszel: \`mantelhaen.test\` of R 4.2.2 on simulated answers (numbers and script in \`test/oracle/fixtures\`);
- gradients and observed information of every response model: central differences of the likelihood;
- category curves: derivatives by differences; probabilities add to one;
- C₂ and S-X² for more than two categories: rejection rates at the 5 % level over simulated samples from the true model;
- recovery: parameters of simulated samples within four standard errors of the truth, with missing answers;
- Yen's Q₃, parallel analysis, DIF with planted items, U3 and Guttman errors: they find what was planted, and little else;
- lz at the true θ and lz\\* at WLE and MAP: mean 0 and standard deviation 1 for honest answers;
- adaptive testing: the same seed and answers give the same test; it resumes at any point; content stays within one item of its share;
- an adaptive sitting: page and server follow the same way from the answers in any order; over 150 simulated pupils the root mean square of the misses is that of the errors told, within a fifth.

`
  .trimStart()
  .split('\n');

/** Figures of one run; the benchmark makes them anew. */
export const speed: readonly string[] = `
## Speed

\`npm run bench irt -- --large\`, one run on two cores and a quiet machine, the same simulated answers for all; girth 0.8 from PyPI, parameters only. For both the median of nine runs in one process counts (one run of 300,000), the first in brackets. mirt could not be installed beside it; its known times for the first two, on another such machine, are 2.3 s and 4.0 s.

| problem | ours | with standard errors | girth | girth over ours |
| --- | --- | --- | --- | --- |
| 5,000 × 40, 2PL, 2 % missing | 0.070 s (0.16 s) | 0.32 s | 2.61 s (2.70 s), slopes within 0.0013 | 37.4 |
| 3,000 × 12, GRM, five categories | 0.024 s (0.045 s) | 0.095 s | 0.37 s (0.54 s), slopes within 0.0024 | 15.2 |
| 300,000 × 12, GRM, five categories | 0.86 s | 2.53 s | 35.1 s, slopes within 0.0005 | 40.7 |
| EAP of 300,000 × 40 | 0.71 s | – | – | – |

A process that has just begun takes longer: the second problem alone, cold, took 0.14 s. On a busy machine the ratio of the second fell to 6.

`
  .trimStart()
  .split('\n');
