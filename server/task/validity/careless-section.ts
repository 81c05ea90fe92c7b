import { shareBeyond } from '../../../scoring/response-quality/suspicion-cut.ts';
import type { CarelessStudy } from '../../../scoring/study/careless-study.ts';
import { percent, table, three } from './tables.ts';

const NAMES = {
  random: 'any point at random',
  middle: 'only the middle points',
  straight: 'one and the same point',
  staircase: 'up the scale again and again',
} as const;

/** What became of careless answers planted in real rows. One study for each split of the rows into halves. */
export function carelessSection(studies: readonly CarelessStudy[]): string {
  const mean = (of: (study: CarelessStudy) => number): number =>
    studies.reduce((sum, study) => sum + of(study), 0) / studies.length;
  const first = studies[0];
  if (first === undefined) throw new RangeError('carelessSection requires a study');
  const rows = first.outcomes.map(({ planted, caught }, kind) => [
    NAMES[planted],
    ...caught.map((_, at) => three(mean(({ outcomes }) => outcomes[kind]?.caught[at]?.bySuspicion ?? 0))),
    ...caught.map((_, at) => three(mean(({ outcomes }) => outcomes[kind]?.caught[at]?.anyFlag ?? 0))),
    three(mean(({ outcomes }) => outcomes[kind]?.auc ?? 0)),
  ]);
  const worst = Math.max(...studies.map(({ falseFlags }) => falseFlags));
  return [
    '## Does careless answering show?',
    `Real answers of ${first.trained + first.tested} people of 13–16 to the IPIP-50. In ${studies.length} random splits the reference was made of one half (n = ${first.trained}), the other half (n = ${first.tested}) was judged as it is and with planted answers. The cut is set by the training half alone, at its top ${percent(shareBeyond(first.trained))}: low enough a share that a second half passes 5 % once in twenty times (see scoring/response-quality/suspicion-cut.ts). Of the real rows of the test half it flags ${percent(mean(({ falseFlags }) => falseFlags))} on average (${percent(worst)} in the worst split); some of them were careless in truth, nobody knows how many.`,
    table(
      [
        'planted',
        'caught: all',
        'last half',
        'last quarter',
        'any flag: all',
        'last half',
        'last quarter',
        'AUC of the mixture',
      ],
      rows,
    ),
    `«Caught» is by suspicion alone (two likelihood ratios, see scoring/response-quality/change-point.ts). It is blind to straight lines, which other flags see: the columns «any flag» count long runs, little spread and the rest as well. With all flags together ${percent(mean(({ states }) => states.review + states['repeat-offered']))} of the real rows get one and are read with more care; ${percent(mean(({ states }) => states['repeat-offered']))} are offered a repeat. Nobody’s answers are deleted.`,
    'Answering only with the middle points in a part of the form stays hard to tell from modesty, and is caught least.',
  ].join('\n\n');
}
