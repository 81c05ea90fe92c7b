import { createHash } from 'node:crypto';
import type { Answer } from '../contract/sitting.schema.ts';
import { Problem } from './problem.ts';

/** An answer as it stands in a sitting: newest by `seq`. `at` is the server's time. */
export type StoredAnswer = { value: number | null; seq: number; atMs: number; language: Answer['language']; at: Date };

/** Which values each item of an instrument may take. */
export type AnswerDomain = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Checks a batch against the instrument it answers. Throws `input-invalid` naming each wrong entry:
 * unknown item, value outside the item's points, the same sequence number twice.
 */
export function checkBatch(answers: readonly Answer[], domain: AnswerDomain): void {
  const seen = new Set<number>();
  const errors = answers.flatMap((answer, index) => {
    const points = domain.get(answer.item);
    if (seen.has(answer.seq))
      return [{ pointer: `/body/answers/${index}/seq`, detail: 'a sequence number used once in a batch' }];
    seen.add(answer.seq);
    if (points === undefined) return [{ pointer: `/body/answers/${index}/item`, detail: 'an item of this instrument' }];
    if (answer.value !== null && !points.has(answer.value)) {
      return [{ pointer: `/body/answers/${index}/value`, detail: `one of ${[...points].join(', ')} or null` }];
    }
    return [];
  });
  if (errors.length > 0) throw new Problem('input-invalid', { errors });
}

/** What a batch says, as 128 bits: an identical re-send has the same digest whatever the order of its fields. */
export function batchDigest(answers: readonly Answer[]): string {
  const lines = answers.map(({ item, value, seq, atMs, language }) =>
    JSON.stringify([item, value, seq, atMs, language]),
  );
  return createHash('sha256').update(lines.join('')).digest('base64url').slice(0, 22);
}

/** The newest answer of each item in a batch. */
export function newestByItem(answers: readonly Answer[]): Map<string, Answer> {
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const held = newest.get(answer.item);
    if (held === undefined || held.seq < answer.seq) newest.set(answer.item, answer);
  }
  return newest;
}
