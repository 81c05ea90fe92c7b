import type { Container } from './container.ts';
import { isOpen } from './domain/consent.ts';
import { announcedEnd, type RetentionPurpose } from './domain/retention.ts';
import type { PupilDocument } from './store/pupils.ts';

type Stores = Pick<Container, 'pupils' | 'sittings' | 'consents' | 'catalogue' | 'retention' | 'eraseNow'>;

export type RetentionOutcome = {
  announced: number;
  erased: number;
  swept: { codes: number; aside: number; sessions: number };
};

/** Pupils looked at in one go. */
const groupSize = 1000;
const mostErased = 10_000;

/**
 * One round: announce whose time comes within the notice, take back what is no longer due (a consent given anew, another
 * campaign), erase those whose announced day has come, sweep what tells of nobody.
 */
export async function runRetention(stores: Stores, now: Date): Promise<RetentionOutcome> {
  const days = await stores.retention.days();
  const announced = await announceAll(stores, days, now);
  const due = await stores.retention.due(now, mostErased);
  for (const pid of due) await stores.eraseNow(pid, 'retention', now);
  return { announced, erased: due.length, swept: await stores.retention.sweep(days, now) };
}

async function announceAll(
  stores: Stores,
  days: Readonly<Record<RetentionPurpose, number>>,
  now: Date,
): Promise<number> {
  const closes = new Map((await stores.catalogue.campaigns({})).map(({ _id, closesAt }) => [_id, closesAt]));
  let announced = 0;
  let group: PupilDocument[] = [];
  const flush = async (): Promise<void> => {
    const ends = await endsOf(stores, group, closes, days, now);
    announced += [...ends.values()].filter((end) => end !== null).length;
    await stores.retention.announce(ends);
    group = [];
  };
  for await (const pupil of stores.pupils.all()) {
    group.push(pupil);
    if (group.length === groupSize) await flush();
  }
  await flush();
  return announced;
}

/** Only what changes. */
async function endsOf(
  stores: Stores,
  pupils: readonly PupilDocument[],
  closes: ReadonlyMap<string, Date>,
  days: Readonly<Record<RetentionPurpose, number>>,
  now: Date,
): Promise<Map<string, Date | null>> {
  const pids = pupils.map(({ _id }) => _id);
  const [sat, consents] = await Promise.all([stores.sittings.campaignsOf(pids), stores.consents.ofMany(pids)]);
  const ends = new Map<string, Date | null>();
  for (const { _id, createdAt, leavesAt = null } of pupils) {
    const events = consents.get(_id) ?? [];
    const closed = (sat.get(_id) ?? []).flatMap((campaign) => closes.get(campaign) ?? []);
    const times = {
      createdAt,
      lastCampaignClosedAt: closed.sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
      isOnPath: (['department', 'university', 'sponsor'] as const).some((purpose) => isOpen(events, purpose, now)),
      leavesAt,
    };
    const end = announcedEnd(times, days, now);
    if (end?.getTime() !== leavesAt?.getTime()) ends.set(_id, end);
  }
  return ends;
}
