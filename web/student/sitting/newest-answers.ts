import type { Answer } from '../../../server/contract/sitting.schema.ts';

/** The newest answer of each item by sequence number; an answer taken back counts as none. */
export function newestOf(answers: readonly Answer[]): Map<string, Answer> {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const known = newest.get(answer.item);
    if (known === undefined || known.seq <= answer.seq) newest.set(answer.item, answer);
  }
  return new Map([...newest].filter(([, { value }]) => value !== null));
}
