import type { Db } from './driver.ts';

/** Takes away what may be left of pupils whose making was cut short: everything but answers. */
export async function forgetParts(db: Db, pids: readonly string[]): Promise<void> {
  await db.collection<{ _id: string }>('identities').deleteMany({ _id: { $in: [...pids] } });
  for (const collection of ['consents', 'codes', 'cases', 'pupilChanges'])
    await db.collection(collection).deleteMany({ pid: { $in: [...pids] } });
}

/** Takes away everything simulated, e.g. what a seeding that was cut short has left. Real data is not touched. */
export async function removeDemo(db: Db): Promise<void> {
  const demo = { demo: true };
  const pids = (
    await db
      .collection('pupils')
      .find(demo, { projection: { _id: 1 } })
      .toArray()
  ).map(({ _id }) => _id);
  const campaigns = (
    await db
      .collection('campaigns')
      .find(demo, { projection: { _id: 1 } })
      .toArray()
  ).map(({ _id }) => String(_id));
  await db.collection('identities').deleteMany({ _id: { $in: pids } });
  for (const collection of [
    'consents',
    'codes',
    'sittings',
    'results',
    'earlierResults',
    'cases',
    'repeats',
    'preparations',
    'choices',
    'pupilChanges',
    'referrals',
  ]) {
    await db.collection(collection).deleteMany({ pid: { $in: pids } });
  }
  await db.collection<{ _id: string }>('releaseHeads').deleteMany({ _id: { $in: campaigns } });
  for (const collection of ['releases', 'norms', 'rescorings', 'rollups', 'regionRollups'])
    await db.collection(collection).deleteMany({ campaign: { $in: campaigns } });
  await db.collection<{ _id: string }>('campaignKeys').deleteMany({ _id: { $in: campaigns } });
  const schools = (
    await db
      .collection('schools')
      .find(demo, { projection: { _id: 1 } })
      .toArray()
  ).map(({ _id }) => String(_id));
  await db.collection('classes').deleteMany({ school: { $in: schools } });
  const alliance = ['organisations', 'needs', 'seats', 'grants', 'practices', 'feedback', 'programme', 'rounds'];
  for (const collection of [...alliance, 'schools', 'campaigns', 'staff', 'pupils'])
    await db.collection(collection).deleteMany(demo);
}
