import type { Propensity } from '../../../scoring/index.ts';
import { invitationShares } from '../../../scoring/index.ts';
import { binormalAuc, binormalPpv } from '../../../scoring/study/ceiling.ts';
import { agreement, type Detection, detection } from '../../../scoring/study/detection.ts';
import { type LatentStudy, type StudyPerson, YEAR_STABILITY } from '../../../scoring/study/latent-study.ts';
import { percent, table, three } from './tables.ts';

const TOP = 0.15;
const RATIOS = [0.1, 0.2, 0.3] as const;
const CRITERION = 0.35;

/** What the simulation says of the index: detection beside two ceilings, by group, invitations and their stability. */
export function latentSection(study: LatentStudy): string {
  const { people, reliability } = study;
  const whole = detect(people);
  return [
    '## Does the index find those who are really high?',
    `${people.length} simulated people with known traits sat through the real form. A «latent high scorer» is in the top ${percent(TOP)} of the true index: the published weights applied to the traits themselves, without any error.`,
    detectionTable(whole, reliability),
    `The index correlates with its own truth by ${three(Math.sqrt(whole.reliability))} (squared: ${three(whole.reliability)}). The reliability computed from the norm (Mosier) says ${three(reliability)}: it takes the tendency to agree with everything, which the simulation gives to every person, for something that is meant. The ceiling that the squared correlation allows is what an index of this precision can reach at best; the last column is the other question, which no simulation answers.`,
    '**Do not take one for the other.** Finding people who score high on the same questions without error is easy. Foretelling who becomes a good teacher is not: with a criterion validity of .35, the best that selection research finds for measures of this kind, four of five of those chosen would be wrong choices.',
    '### By language and place',
    groupTable(people),
    'Norms are made for each language. Differences between groups are put in by the simulation (they are invented) and come back as differences in how many are invited.',
    '### How much each part really weighs',
    table(
      ['scale', 'published weight', 'share of the index’s variance'],
      study.effectiveWeights.map(({ scale, weight, effective }) => [scale, String(weight), three(effective)]),
    ),
    '## Who is invited, and would be again',
    invitationTable(people),
    'The wish is not simulated: whoever says it is invited. The pathway of the situations is closed while its key is the authors’ own.',
    stabilityTable(people),
    `«A year later»: traits keep a rank correlation of ${YEAR_STABILITY}, as interests at this age do. An invitation is a snapshot; it expires and may be asked for again.`,
  ].join('\n\n');
}

function detect(people: readonly StudyPerson[]): Detection {
  return detection(
    people.flatMap(({ truth, now }) => (now.index === null ? [] : [{ truth, score: now.index.t }])),
    TOP,
    RATIOS,
  );
}

function detectionTable(found: Detection, mosier: number): string {
  const ceiling = (reliability: number) => ({ correlation: Math.sqrt(reliability), topShare: TOP });
  const [own, promised] = [ceiling(found.reliability), ceiling(mosier)];
  const criterion = { correlation: CRITERION, topShare: TOP };
  const rows = [
    ['AUC', three(found.auc), three(binormalAuc(own)), three(binormalAuc(promised)), three(binormalAuc(criterion))],
    ...found.selections.map(({ ratio, ppv }) => [
      `of the chosen top ${percent(ratio)}, really high (PPV)`,
      three(ppv),
      ...[own, promised, criterion].map((setting) => three(binormalPpv({ ...setting, selected: ratio }))),
    ]),
    ...found.selections.map(({ ratio, sensitivity }) => [
      `of the really high, chosen with the top ${percent(ratio)} (sensitivity)`,
      three(sensitivity),
      ...[own, promised, criterion].map((setting) =>
        three((binormalPpv({ ...setting, selected: ratio }) * ratio) / TOP),
      ),
    ]),
  ];
  return table(
    ['', 'found', 'ceiling by its squared correlation', 'ceiling by Mosier', `a criterion, validity ${CRITERION}`],
    rows,
  );
}

const isInvited = ({ state }: Propensity): boolean => state === 'invited-to-talk';

function groupTable(people: readonly StudyPerson[]): string {
  const groups: readonly [string, (one: StudyPerson) => boolean][] = [
    ['Kazakh', ({ language }) => language === 'kk'],
    ['Russian', ({ language }) => language === 'ru'],
    ['English', ({ language }) => language === 'en'],
    ['rural', ({ rural }) => rural],
    ['urban', ({ rural }) => !rural],
  ];
  const rows = groups.map(([name, isMember]) => {
    const own = people.filter(isMember);
    const { n, auc, selections } = detect(own);
    const again = agreement(own.map((one) => [isInvited(one.now), isInvited(one.again)] as const));
    const invited = own.filter(({ now }) => isInvited(now)).length / own.length;
    return [name, String(n), three(auc), three(selections[1]?.ppv ?? 0), percent(invited), percent(again.agree)];
  });
  return table(['group', 'n', 'AUC', 'PPV at .2', 'invited', 'same answer on a repeat'], rows);
}

function invitationTable(people: readonly StudyPerson[]): string {
  const normed = invitationShares(people.map(({ now }) => now));
  const anchored = invitationShares(people.map((one) => one.anchored));
  const of = (shares: typeof normed, id: string): string =>
    percent(shares.byPathway.find((one) => one.id === id)?.share ?? 0);
  const rows = normed.byPathway.map(({ id, alone }) => [id, of(normed, id), percent(alone), of(anchored, id)]);
  return table(
    ['pathway', 'with a local norm', 'only by this one', 'before a norm, by anchored answers'],
    [...rows, ['**any of them**', `**${percent(normed.invited)}**`, '', `**${percent(anchored.invited)}**`]],
  );
}

function stabilityTable(people: readonly StudyPerson[]): string {
  const rows = (['again', 'later'] as const).map((when) => {
    const { agree, kappa } = agreement(people.map((one) => [isInvited(one.now), isInvited(one[when])] as const));
    const invited = people.filter(({ now }) => isInvited(now));
    const kept = invited.filter((one) => isInvited(one[when])).length / Math.max(1, invited.length);
    return [
      when === 'again' ? 'the same day' : 'a year later',
      percent(agree),
      kappa === null ? '–' : three(kappa),
      percent(kept),
    ];
  });
  return table(['repeat', 'same answer', 'κ', 'of the invited, invited again'], rows);
}
