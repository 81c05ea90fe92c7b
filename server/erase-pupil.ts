import { randomUUID } from 'node:crypto';
import type { Container } from './container.ts';
import type { ErasureOutcome } from './domain/erasure.ts';
import { tombstoneTexts } from './domain/tombstone.ts';
import type { ErasureLedger } from './erasure-ledger.ts';

type Stores = Pick<Container, 'pupils' | 'identities' | 'sittings' | 'tombstones' | 'imports' | 'erasures' | 'rollups'>;

/** What the container offers of it. */
export function erasers(stores: Stores, ledger: ErasureLedger): Pick<Container, 'finishErasures' | 'eraseNow'> {
  return {
    async finishErasures(now) {
      for (const { _id, pid } of await stores.erasures.unfinished())
        if (pid !== null) await stores.erasures.finish(_id, await erasePupil(stores, ledger, pid, now), now);
    },
    async eraseNow(pid, cause, now) {
      const outcome = await erasePupil(stores, ledger, pid, now);
      const nobody = { pid: null, school: null, by: null, decidedBy: null, reason: null };
      const done = { cause, state: 'done', askedAt: now, decidedAt: now, doneAt: now, outcome } as const;
      await stores.erasures.log({ _id: randomUUID(), ...nobody, ...done });
    },
  };
}

/**
 * Takes a child away: first the tombstone, so that from then on nothing lets them in again, then everything held, then their
 * counts. Cut short anywhere, doing it again finishes it.
 */
export async function erasePupil(
  stores: Stores,
  ledger: ErasureLedger,
  pid: string,
  now: Date,
): Promise<ErasureOutcome> {
  const [pupil, identity, sittings] = await Promise.all([
    stores.pupils.byId(pid),
    stores.identities.of(pid),
    stores.sittings.idsOfPupil(pid),
  ]);
  const hashes = tombstoneTexts({ pid, school: pupil?.school ?? null, sittings, identity }).map(stores.tombstones.hash);
  await stores.tombstones.add(hashes, now);
  ledger.add(hashes);
  if (pupil !== null) await stores.imports.forgetPupil(pupil.school, pid, identity);
  await stores.erasures.removeHeld(pid, sittings);
  const outcome = await stores.rollups.forget(pid);
  // A request that was under way when it began may have written since.
  await stores.erasures.removeHeld(pid, sittings);
  await stores.erasures.forget(pid);
  return outcome;
}
