import type { Db } from './driver.ts';

type Key = Readonly<Record<string, 1 | -1>>;
/** `expires`: the database removes a document once the instant in the indexed field has passed. */
export type DeclaredIndex = { collection: string; key: Key; unique?: true; sparse?: true; expires?: true };

/** Every index there is. Each listed query uses one (test/api/indexes). */
export const declaredIndexes: readonly DeclaredIndex[] = [
  { collection: 'sittings', key: { pid: 1, campaign: 1, round: 1 }, unique: true },
  { collection: 'sittings', key: { campaign: 1, school: 1, state: 1 } },
  { collection: 'sittings', key: { state: 1, submittedAt: 1 } },
  { collection: 'aside', key: { sitting: 1, batch: 1, digest: 1 }, unique: true },
  { collection: 'results', key: { campaign: 1, school: 1 } },
  { collection: 'results', key: { campaign: 1, _id: 1 } },
  { collection: 'results', key: { pid: 1 } },
  { collection: 'repeats', key: { pid: 1, campaign: 1, round: 1 }, unique: true },
  { collection: 'results', key: { uncounted: 1 }, sparse: true },
  { collection: 'rollups', key: { campaign: 1, school: 1 } },
  { collection: 'regionRollups', key: { campaign: 1 } },
  { collection: 'regionRollups', key: { region: 1, 'figures.n': 1 } },
  { collection: 'erasures', key: { pid: 1, state: 1 } },
  { collection: 'erasures', key: { state: 1 } },
  { collection: 'erasures', key: { askedAt: -1 } },
  { collection: 'consents', key: { pid: 1, at: 1, _id: 1 } },
  { collection: 'codes', key: { pid: 1, kind: 1 } },
  { collection: 'preparations', key: { pid: 1, campaign: 1 }, unique: true },
  { collection: 'preparations', key: { class: 1 } },
  { collection: 'preparations', key: { expiresAt: 1 }, expires: true },
  { collection: 'campaignKeys', key: { 'key.keyId': 1 } },
  { collection: 'pupils', key: { class: 1 } },
  { collection: 'pupils', key: { leavesAt: 1 }, sparse: true },
  { collection: 'codes', key: { expiresAt: 1 } },
  { collection: 'aside', key: { at: 1 } },
  { collection: 'staffSessions', key: { usedAt: 1 } },
  { collection: 'pupils', key: { school: 1 } },
  { collection: 'pupils', key: { region: 1, school: 1 } },
  { collection: 'pupils', key: { region: 1, 'teachingWish.wish': 1, _id: 1 } },
  { collection: 'cases', key: { pid: 1, seq: 1 } },
  { collection: 'cases', key: { kind: 1, school: 1 } },
  { collection: 'cases', key: { kind: 1, region: 1 } },
  { collection: 'cases', key: { by: 1, school: 1 } },
  { collection: 'cases', key: { to: 1, school: 1 } },
  { collection: 'identities', key: { iinLookup: 1 }, unique: true, sparse: true },
  { collection: 'staff', key: { email: 1 }, unique: true },
  { collection: 'staff', key: { schools: 1 } },
  { collection: 'staff', key: { 'grants.school': 1 } },
  { collection: 'staff', key: { 'links.issuer': 1, 'links.subject': 1 } },
  { collection: 'staff', key: { role: 1, region: 1 } },
  { collection: 'staff', key: { region: 1, name: 1 } },
  { collection: 'oidcFlows', key: { expiresAt: 1 }, expires: true },
  { collection: 'invitations', key: { staff: 1 } },
  { collection: 'invitations', key: { expiresAt: 1 }, expires: true },
  { collection: 'staffSessions', key: { staff: 1 } },
  { collection: 'audit', key: { target: 1, action: 1, _id: -1 } },
  { collection: 'releaseHeads', key: { year: -1 } },
  { collection: 'releases', key: { campaign: 1, release: -1 }, unique: true },
  { collection: 'earlierResults', key: { run: 1, _id: 1 } },
  { collection: 'earlierResults', key: { pid: 1, replacedAt: -1 } },
  { collection: 'rescorings', key: { campaign: 1, startedAt: -1 } },
  { collection: 'textReviews', key: { at: -1 } },
  { collection: 'norms', key: { campaign: 1, language: 1, number: -1 }, unique: true },
  { collection: 'norms', key: { 'built.at': -1 } },
  { collection: 'studies', key: { 'asked.at': -1 } },
  { collection: 'studies', key: { instrument: 1, 'asked.at': -1 } },
  { collection: 'studies', key: { state: 1, 'asked.at': 1 } },
  { collection: 'studies', key: { kind: 1, 'source.id': 1, 'asked.at': -1 } },
  { collection: 'studies', key: { 'settings.panel': 1, 'asked.at': -1 }, sparse: true },
  { collection: 'pilots', key: { at: -1 } },
  { collection: 'panels', key: { number: -1 }, unique: true },
  { collection: 'panels', key: { instrument: 1, state: 1 } },
  { collection: 'panels', key: { 'published.at': 1 }, sparse: true },
  { collection: 'experts', key: { panel: 1, invitedAt: 1 } },
  { collection: 'experts', key: { link: 1 }, unique: true },
  { collection: 'districts', key: { region: 1, _id: 1 } },
  { collection: 'schools', key: { region: 1, _id: 1 } },
  { collection: 'classes', key: { school: 1, name: 1 } },
  { collection: 'campaigns', key: { region: 1, closesAt: -1, _id: 1 } },
  { collection: 'campaigns', key: { opensAt: -1, _id: 1 } },
  { collection: 'needs', key: { region: 1, year: -1 } },
  { collection: 'needs', key: { school: 1 } },
  { collection: 'needs', key: { year: -1 } },
  { collection: 'seats', key: { organisation: 1 } },
  { collection: 'seats', key: { year: -1 } },
  { collection: 'grants', key: { sponsor: 1 } },
  { collection: 'grants', key: { year: -1 } },
  { collection: 'practices', key: { school: 1 } },
  { collection: 'practices', key: { organisation: 1 } },
  { collection: 'feedback', key: { organisation: 1 } },
  { collection: 'feedback', key: { by: 1 } },
  { collection: 'programme', key: { year: -1, due: 1 } },
  { collection: 'rounds', key: { region: 1, wishesUntil: -1 } },
  { collection: 'rounds', key: { state: 1, _id: 1 } },
  { collection: 'rounds', key: { 'places.seat': 1 } },
  { collection: 'rounds', key: { 'places.grant': 1 } },
  { collection: 'choices', key: { round: 1, _id: 1 } },
  { collection: 'choices', key: { pid: 1 } },
  { collection: 'referrals', key: { number: 1 }, unique: true },
  { collection: 'referrals', key: { pid: 1 } },
  // One offer of a place to a pupil in a round, whoever makes it: a waiting list that two processes settle offers once.
  { collection: 'referrals', key: { round: 1, pid: 1, 'place.id': 1 }, unique: true },
  { collection: 'referrals', key: { region: 1, year: -1 } },
  { collection: 'referrals', key: { organisation: 1, year: -1 } },
  { collection: 'referrals', key: { seat: 1 } },
  { collection: 'referrals', key: { grant: 1 } },
  { collection: 'pupilChanges', key: { pid: 1, at: -1 } },
  { collection: 'imports', key: { school: 1, createdAt: -1 } },
  { collection: 'imports', key: { expiresAt: 1 }, expires: true },
];

/** Indexes of earlier versions that would forbid what is allowed now, or that nothing asks any more. */
const retiredIndexes = [
  { collection: 'sittings', name: 'pid_1_campaign_1' },
  { collection: 'results', name: 'region_1' },
  { collection: 'results', name: 'supersededBy_1' },
] as const;

/** Making files takes longer than answering: a slow disk at the first start is no reason not to start. */
const patience = { timeoutMS: 60_000 };

/** Makes the collections and indexes that are missing; what is there already costs one look. */
export async function ensureIndexes(db: Db): Promise<void> {
  const have = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const collections = [...new Set(declaredIndexes.map(({ collection }) => collection))];
  for (const collection of collections) {
    if (!have.has(collection)) await db.createCollection(collection, patience).catch(ignoreExisting);
    const specs = declaredIndexes
      .filter((index) => index.collection === collection)
      .map(({ key, unique, sparse, expires }) => ({
        key,
        ...(unique ? { unique } : {}),
        ...(sparse ? { sparse } : {}),
        ...(expires ? { expireAfterSeconds: 0 } : {}),
      }));
    await db.collection(collection).createIndexes(specs, patience);
  }
  for (const { collection, name } of retiredIndexes) {
    if (await db.collection(collection).indexExists(name)) await db.collection(collection).dropIndex(name, patience);
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error) || !/already exists/.test(error.message)) throw error;
}
