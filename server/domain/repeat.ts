import type { StoredResult } from './result.ts';

/** Why a second sitting may be offered: the answers of the first may not have been read, or three months have passed. */
export type RepeatReason = 'quality' | 'time';

/** Sooner than this, earlier answers are remembered and the second sitting says little of change. */
export const retestMs = 90 * 86_400_000;

/** Reasons that hold today; without any, a repeat would be a second try until it fits, and is not offered. */
export function repeatReasons({ submittedAt, quality }: Pick<StoredResult, 'submittedAt' | 'quality'>, now: Date) {
  const reasons: RepeatReason[] = [];
  if (quality !== undefined && quality.state !== 'valid') reasons.push('quality');
  if (now.getTime() - submittedAt.getTime() >= retestMs) reasons.push('time');
  return reasons;
}
