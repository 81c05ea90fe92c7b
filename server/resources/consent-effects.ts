import type { Container } from '../container.ts';
import { hasWithdrawn } from '../domain/consent.ts';

/**
 * What a new line about the assessment does at once: withdrawn by either, an open sitting takes no more answers and results
 * are left out of reports (a profile folds the log itself); given again, both are as before. Erasing is another request.
 */
export async function takeEffect(stores: Container, pid: string, now: Date): Promise<void> {
  const since = hasWithdrawn(await stores.consents.of(pid), 'assessment') ? now : null;
  await Promise.all([stores.sittings.halt(pid, since), stores.results.setAside(pid, since)]);
  stores.live.changed(pid);
}
