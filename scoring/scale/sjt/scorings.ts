import type { InstrumentScale } from '../../../instruments/schema/instrument.schema.ts';
import { modeMatch, proportion } from './consensus.ts';
import {
  absoluteDistance,
  dichotomous,
  profileCorrelation,
  squaredDistance,
  standardisedDistance,
} from './distances.ts';
import { bestWorst, ranking } from './order.ts';
import type { SituationScoring } from './situation.ts';

export type SjtMethod = NonNullable<InstrumentScale['sjt']>['method'];

/**
 * A way to score a situation. `needsRatings`: the key must hold the experts' single ratings. `range`: between which numbers
 * the mean value of an option lies, for m options and an answer scale of the given width.
 */
export interface SjtScoring {
  readonly score: SituationScoring;
  readonly needsRatings: boolean;
  readonly range: (m: number, width: number) => readonly [lowest: number, highest: number];
}

export const SJT_SCORINGS: Readonly<Record<SjtMethod, SjtScoring>> = {
  'standardised-distance': plain(standardisedDistance, (m) => [(-4 * (m - 1)) / m, 0]),
  'absolute-distance': plain(absoluteDistance, (_m, width) => [-width, 0]),
  'squared-distance': plain(squaredDistance, (_m, width) => [-(width ** 2), 0]),
  'profile-correlation': plain(profileCorrelation, () => [-1, 1]),
  dichotomous: plain(dichotomous, () => [0, 1]),
  'mode-match': { score: modeMatch, needsRatings: true, range: () => [0, 1] },
  proportion: { score: proportion, needsRatings: true, range: () => [0, 1] },
  'best-worst': plain(bestWorst, () => [-2, 2]),
  ranking: plain(ranking, () => [0, 1]),
};

function plain(score: SituationScoring, range: SjtScoring['range']): SjtScoring {
  return { score, needsRatings: false, range };
}
