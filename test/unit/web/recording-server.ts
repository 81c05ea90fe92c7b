import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { ApiFailure } from '../../../web/offline/failure.ts';
import type { Uplink } from '../../../web/offline/settle.ts';

export type Trouble = 'none' | 'lost' | 'lost-reply' | 'busy';

const problem = (slug: string, status: number) =>
  new ApiFailure({ type: 'about:blank', slug, title: slug, status, requestId: 'r' });

/** A server in memory that keeps the contract's rules, behind a line that fails as it is told to, one trouble per request. */
export function recordingServer(troubles: readonly Trouble[] = []) {
  const batches = new Map<string, string>();
  const stored: Answer[] = [];
  const refusals: string[] = [];
  let submittedWith: string | null = null;
  let requests = 0;
  const overLine = async (work: () => void) => {
    const trouble = troubles[requests] ?? 'none';
    requests += 1;
    await Promise.resolve();
    if (trouble === 'lost') throw new ApiFailure(null);
    if (trouble === 'busy') throw problem('too-busy', 503);
    work();
    if (trouble === 'lost-reply') throw new ApiFailure(null);
  };
  const uplink: Uplink = {
    sendStart: async () => undefined,
    sendBatch: (_record, { id, bytes }) =>
      overLine(() => {
        const known = batches.get(id);
        if (known === bytes) return;
        if (known !== undefined) {
          refusals.push('batch-conflict');
          throw problem('batch-conflict', 409);
        }
        batches.set(id, bytes);
        const { answers }: { answers: Answer[] } = JSON.parse(bytes);
        stored.push(...answers);
      }),
    sendSubmission: ({ lastSeq }, submission) =>
      overLine(() => {
        if (Math.max(0, ...stored.map(({ seq }) => seq)) < lastSeq) throw problem('answers-missing', 409);
        submittedWith ??= submission;
      }),
  };
  return {
    uplink,
    stored,
    refusals,
    submission: () => submittedWith,
    requests: () => requests,
    /** A disaster: everything put back to nothing. */
    forget: () => {
      batches.clear();
      stored.length = 0;
    },
  };
}
