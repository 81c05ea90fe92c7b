import type { Container } from '../container.ts';
import { consentState, purposes } from '../domain/consent.ts';
import { wordingVersion } from '../domain/consent-wording.ts';
import { consentEvent } from './consent-log.ts';

/** Whoever no longer wishes to hear of teaching is named to nobody: each consent of the pupil's own to that is taken back. */
export async function stopNaming(stores: Container, pid: string, now: Date): Promise<void> {
  const events = await stores.consents.of(pid);
  const open = purposes.filter(
    (purpose) => purpose !== 'assessment' && consentState(events, purpose, 'pupil', now) === 'given',
  );
  const language = (await stores.pupils.byId(pid))?.language ?? 'kk';
  const recorded = { pid, party: 'pupil', how: 'own-code', recordedBy: 'pupil', now } as const;
  await stores.consents.add(
    open.map((purpose) =>
      consentEvent({ purpose, action: 'withdrawn', wording: wordingVersion[purpose], language }, recorded),
    ),
  );
}
