import { type DemoIds, demoTraces } from './demo-traces.ts';
import type { Db } from './driver.ts';

/** Takes away what may be left of pupils whose making was cut short: everything but answers. */
export async function forgetParts(db: Db, pids: readonly string[]): Promise<void> {
  await db.collection<{ _id: string }>('identities').deleteMany({ _id: { $in: [...pids] } });
  for (const collection of ['consents', 'codes', 'cases', 'pupilChanges'])
    await db.collection(collection).deleteMany({ pid: { $in: [...pids] } });
}

/**
 * Takes away everything simulated, e.g. what a seeding that was cut short has left. Real data is not touched. What the rest is
 * found by (pupils, campaigns, schools, staff) goes last, so that a removal that was cut short can be done again.
 */
export async function removeDemo(db: Db): Promise<void> {
  const demo = await demoIds(db);
  for (const [collection, trace] of Object.entries(demoTraces))
    if (typeof trace === 'function') await db.collection(collection).deleteMany(trace(demo));
}

async function demoIds(db: Db): Promise<DemoIds> {
  const ids = async (collection: string, filter: Record<string, unknown>): Promise<string[]> =>
    (
      await db
        .collection(collection)
        .find(filter, { projection: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => String(_id));
  const marked = { demo: true };
  const pupils = await ids('pupils', marked);
  return {
    pupils,
    sittings: await ids('sittings', { pid: { $in: pupils } }),
    campaigns: await ids('campaigns', marked),
    schools: await ids('schools', marked),
    staff: await ids('staff', marked),
    organisations: await ids('organisations', marked),
  };
}
