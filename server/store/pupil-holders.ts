/**
 * What becomes of a collection when a child is erased.
 * - `by-id`: the document's id is the pupil's; it goes.
 * - `by-pid`: every document with the pupil's `pid` goes.
 * - `by-sitting`: every document of the pupil's sittings goes.
 * - `own-way`: the erasure has a step of its own for it, named in `how`.
 * - `stays`: holds a pseudonymous id at most; `why` it stays.
 * - `nobody`: holds nothing about a pupil.
 */
export type Fate =
  | { kind: 'by-id' }
  | { kind: 'by-pid' }
  | { kind: 'by-sitting' }
  | { kind: 'own-way'; how: string }
  | { kind: 'stays'; why: string }
  | { kind: 'nobody' };

/**
 * Every collection there is, and what an erasure does to it. A new collection has to take a line here: the test of erasure
 * walks the database and fails for one that holds a pupil and says nothing.
 */
export const pupilHolders: Readonly<Record<string, Fate>> = {
  identities: { kind: 'by-id' },
  pupils: { kind: 'by-id' },
  codes: { kind: 'by-pid' },
  consents: { kind: 'by-pid' },
  pupilChanges: { kind: 'by-pid' },
  cases: { kind: 'by-pid' },
  repeats: { kind: 'by-pid' },
  aside: { kind: 'by-sitting' },
  sittings: { kind: 'by-pid' },
  earlierResults: { kind: 'by-pid' },
  choices: { kind: 'by-pid' },
  referrals: { kind: 'by-pid' },
  preparations: { kind: 'by-pid' },
  results: { kind: 'own-way', how: 'taken out of the rollups first: cells of ten and more keep the counts' },
  imports: { kind: 'own-way', how: 'class lists that name the child are thrown away whole' },
  erasures: { kind: 'own-way', how: 'the request forgets whose it was' },
  audit: {
    kind: 'stays',
    why: 'the chain breaks if a line is changed; a line holds an id that leads nowhere any more',
  },
  releases: { kind: 'stays', why: 'frozen tables of groups; they hold no person' },
  releaseHeads: { kind: 'stays', why: 'the first lines of frozen tables; they hold no person' },
  rollups: { kind: 'stays', why: 'counts of groups; the erased child’s share stays in groups of ten and more only' },
  regionRollups: { kind: 'stays', why: 'counts of groups of a region' },
  tombstones: { kind: 'stays', why: 'keyed hashes that keep the child from coming back' },
  regions: { kind: 'nobody' },
  districts: { kind: 'nobody' },
  schools: { kind: 'nobody' },
  classes: { kind: 'nobody' },
  campaigns: { kind: 'nobody' },
  campaignKeys: { kind: 'nobody' },
  staff: { kind: 'nobody' },
  staffSessions: { kind: 'nobody' },
  secondFactors: { kind: 'nobody' },
  invitations: { kind: 'nobody' },
  oidcFlows: { kind: 'nobody' },
  locks: { kind: 'nobody' },
  helplines: { kind: 'nobody' },
  savedViews: { kind: 'nobody' },
  jobs: { kind: 'nobody' },
  retention: { kind: 'nobody' },
  rescorings: { kind: 'nobody' },
  forms: { kind: 'nobody' },
  textReviews: { kind: 'nobody' },
  studies: { kind: 'stays', why: 'statistics of items over many persons; they hold no person' },
  pilots: { kind: 'stays', why: 'codes and groups of a pilot sample; no names, no ids' },
  panels: { kind: 'nobody' },
  experts: { kind: 'nobody' },
  organisations: { kind: 'nobody' },
  needs: { kind: 'nobody' },
  seats: { kind: 'nobody' },
  grants: { kind: 'nobody' },
  practices: { kind: 'nobody' },
  feedback: { kind: 'nobody' },
  programme: { kind: 'nobody' },
  rounds: { kind: 'nobody' },
  referralNumbers: { kind: 'nobody' },
  norms: { kind: 'stays', why: 'means and deviations of a country; they hold no person' },
};
