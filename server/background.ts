import type { Container } from './container.ts';
import { settleRounds } from './resources/alliance/move-up.ts';
import { runRetention } from './retention.ts';
import type { Job } from './scheduler.ts';

const hourMs = 3_600_000;

/** Everything the service does by itself. */
export const backgroundJobs = (stores: Container): readonly Job[] => [
  {
    name: 'rollups',
    everyMs: 2000,
    perNode: true,
    run: async () => `${await stores.rollups.catchUp()} schools`,
  },
  {
    // A key that another server published is known here before anybody reads a result made by it.
    name: 'keys',
    everyMs: 2000,
    perNode: true,
    run: async () => `${(await stores.publishedKeys.all()).length} keys`,
  },
  {
    name: 'releases',
    everyMs: 60_000,
    run: async () => `${await stores.releaseDesk.makeDue()} releases`,
  },
  {
    name: 'rounds',
    everyMs: 60_000,
    run: async (now) => `${await settleRounds(stores, now)} offers from waiting lists`,
  },
  {
    name: 'erasures',
    everyMs: 60_000,
    run: async (now) => {
      await stores.finishErasures(now);
      return 'done';
    },
  },
  {
    name: 'retention',
    everyMs: 24 * hourMs,
    run: async (now) => JSON.stringify(await runRetention(stores, now)),
  },
];
