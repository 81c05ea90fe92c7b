import { sortedQuantile } from '../../../scoring/index.ts';
import type { ExpertFeedback } from '../../contract/expert.schema.ts';
import type { Expert } from './panel.ts';

/** A group this small would let one expert's rating be read off the others. */
const fewest = 3;

/**
 * What an expert is told before the second round: their own first rating beside the median and the middle half of all who
 * finished the first.
 */
export function expertFeedback(
  experts: readonly Expert[],
  own: Expert,
  of: 'options' | 'borders',
  name: string,
): ExpertFeedback {
  const given = experts
    .flatMap(({ first }) => (first.doneAt === null ? [] : (first[of][name] ?? [])))
    .sort((a, b) => a - b);
  if (given.length < fewest) return null;
  return {
    own: own.first[of][name] ?? null,
    median: sortedQuantile(given, 0.5),
    low: sortedQuantile(given, 0.25),
    high: sortedQuantile(given, 0.75),
    experts: given.length,
  };
}
