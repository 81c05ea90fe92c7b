import type { Container } from '../container.ts';
import { erasureLedger } from '../erasure-ledger.ts';

export type ReplayedErasures = { pupils: number; erased: number; tombstones: number };

const groupSize = 1000;

/**
 * Puts the tombstones of the ledgers back and erases every pupil whose id is among them. What a restored backup brought
 * back is gone again; doing it twice changes nothing.
 */
export async function replayErasures(stores: Container, ledgers: readonly string[]): Promise<ReplayedErasures> {
  const now = stores.now();
  const known = ledgers.flatMap((file) => erasureLedger(file).all());
  const before = await stores.tombstones.count();
  await stores.tombstones.add(known, now);
  const outcome: ReplayedErasures = { pupils: 0, erased: 0, tombstones: (await stores.tombstones.count()) - before };
  let group: string[] = [];
  const flush = async (): Promise<void> => {
    const erased = await stores.tombstones.erasedAmong(group.map((pid) => `pid|${pid}`));
    for (const text of erased) await stores.eraseNow(text.slice('pid|'.length), 'replay', now);
    outcome.erased += erased.size;
    group = [];
  };
  for await (const pid of stores.everyPid()) {
    outcome.pupils += 1;
    group.push(pid);
    if (group.length === groupSize) await flush();
  }
  await flush();
  await stores.finishErasures(now);
  return outcome;
}
