import { describe, expect, it } from 'vitest';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import type { Client } from '../../../web/offline/api.ts';
import { ApiFailure } from '../../../web/offline/failure.ts';
import { issueCodes } from '../../../web/staff/cards/issue-codes.ts';

const pupil = (pid: string): PupilRow => ({
  pid,
  name: pid,
  language: 'kk',
  guardian: 'given',
  pupil: 'given',
  sitting: 'new',
  answered: 0,
  of: 50,
  submittedAt: null,
});
const pupils = ['a', 'b', 'c'].map(pupil);

/** Issues codes for everyone but those named. */
function clientThatFails(...failing: string[]): { client: Client; asked: string[] } {
  const asked: string[] = [];
  const send = async <Reply>(_method: string, path: string): Promise<Reply> => {
    asked.push(path);
    const pid = path.split('/')[3] ?? '';
    if (failing.includes(pid)) throw new ApiFailure(null);
    return { pid, pupilCode: `P-${pid}`, guardianCode: `G-${pid}`, expiresAt: '2026-12-01T00:00:00.000Z' } as Reply;
  };
  return { client: { get: () => Promise.reject(new ApiFailure(null)), send, sendBytes: send }, asked };
}

describe('issuing codes', () => {
  it('asks once for each pupil, in order, and tells of each', async () => {
    const { client, asked } = clientThatFails();
    const progress: number[] = [];
    const issued = await issueCodes(client, pupils, (cards) => progress.push(cards.length));
    expect(asked).toEqual(['/api/pupils/a/codes', '/api/pupils/b/codes', '/api/pupils/c/codes']);
    expect(progress).toEqual([1, 2, 3]);
    expect(issued.cards.map(({ pupil: { pid }, codes }) => [pid, codes.pupilCode])).toEqual([
      ['a', 'P-a'],
      ['b', 'P-b'],
      ['c', 'P-c'],
    ]);
    expect([issued.left, issued.failure]).toEqual([[], null]);
  });

  it('keeps what was issued before a failure, and tells who is left', async () => {
    const { client, asked } = clientThatFails('b');
    const issued = await issueCodes(client, pupils, () => undefined);
    expect(issued.cards.map(({ pupil: { pid } }) => pid)).toEqual(['a']);
    expect(issued.left.map(({ pid }) => pid)).toEqual(['b', 'c']);
    expect(issued.failure).toBeInstanceOf(ApiFailure);
    expect(asked).toHaveLength(2);
  });
});
