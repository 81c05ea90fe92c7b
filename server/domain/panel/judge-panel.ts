import { type AngoffCut, angoffCut, expertPanel, type PanelKey, situationMean } from '../../../scoring/index.ts';
import { Problem } from '../problem.ts';
import { type Expert, type KeyContent, type Panel, type Ratings, type Round, situationsOf } from './panel.ts';

/** `cut`: of the sum over situations of what somebody at the border would reach, 0 to 100 each; null with fewer than two experts. */
export type RoundOutcome = { round: Round; key: PanelKey; cut: AngoffCut | null };

/**
 * What the experts said, by round; only rounds that an expert finished count. In the second, whoever did not come back stands
 * with the first.
 */
export function judgePanel(
  panel: Panel,
  experts: readonly Expert[],
): { first: RoundOutcome; second: RoundOutcome | null } {
  const first = experts.map((expert) => expert.first).filter(isDone);
  const second = experts.flatMap(({ first, second }) =>
    second !== null && isDone(second) ? [second] : isDone(first) ? [first] : [],
  );
  return {
    first: outcomeOf(panel, 'first', first),
    second: panel.secondAt === null ? null : outcomeOf(panel, 'second', second),
  };
}

const isDone = ({ doneAt }: Ratings): boolean => doneAt !== null;

function outcomeOf(panel: Panel, round: Round, ratings: readonly Ratings[]): RoundOutcome {
  const names = panel.options.map(({ item }) => item);
  const rows = ratings.map(({ options }) => names.map((name) => options[name] ?? null));
  const judged = ratings.map(({ borders }) => situationsOf(panel).map((situation) => borders[situation] ?? null));
  return { round, key: expertPanel(rows, names, panel.points.length), cut: angoffCut(judged) };
}

/** The last round's outcome is what a key is made of. */
export const finalOutcome = (panel: Panel, experts: readonly Expert[]): RoundOutcome => {
  const { first, second } = judgePanel(panel, experts);
  return second ?? first;
};

/** The key that a panel may publish. Throws where it is not closed, was decided on, or the rules do not allow it. */
export function publishableKey(panel: Panel, experts: readonly Expert[]): KeyContent {
  if (panel.state !== 'closed') throw new Problem('panel-decided');
  const { key } = finalOutcome(panel, experts);
  if (!key.mayPublish) throw new Problem('panel-may-not-publish', { detail: key.reasons.join(', ') });
  return keyContent(panel, experts);
}

/** What would be published, whether or not it may be: also what a look at its effect rests on. */
export function keyContent(panel: Panel, experts: readonly Expert[]): KeyContent {
  const { key, cut } = finalOutcome(panel, experts);
  const kept = key.options.flatMap(({ option, key: value, dropped }) =>
    dropped || value === null ? [] : [[option, value] as const],
  );
  const lastOf = ({ first, second }: Expert): Ratings => (second !== null && isDone(second) ? second : first);
  const done = experts.filter(({ first }) => isDone(first)).map(lastOf);
  return {
    values: Object.fromEntries(kept),
    ratings: Object.fromEntries(kept.map(([option]) => [option, done.flatMap(({ options }) => options[option] ?? [])])),
    cut:
      cut === null
        ? null
        : cutOfScale(
            panel,
            kept.map(([option]) => option),
            cut.cut,
          ),
    experts: key.experts,
    icc: key.icc ?? 0,
  };
}

/** The experts' border, told as the share of the way from the opposite order to theirs, on the scale's own units. */
function cutOfScale(panel: Panel, kept: readonly string[], sum: number): number {
  const sizes = situationsOf(panel).map(
    (situation) => panel.options.filter((one) => one.situation === situation && kept.includes(one.item)).length,
  );
  return situationMean(
    sizes.filter((size) => size >= 2),
    sum / (100 * sizes.length),
  );
}
