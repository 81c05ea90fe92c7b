/**
 * What a pupil is doing during a session. `absent`: not come yet; `waiting`: a consent is missing; `ready`: has entered, no answer
 * yet; `answering`; `stuck`: here, but no answer for long; `away`: was here, nothing heard of the device; `finished`.
 */
export type LiveState = 'absent' | 'waiting' | 'ready' | 'answering' | 'stuck' | 'away' | 'finished';

/** What is known of a pupil's sitting in the database. */
export type SittingProgress = {
  state: 'open' | 'submitted';
  answered: number;
  lastSeq: number;
  lastAnswerAt: Date | null;
  /** What was answered last: it tells the part the pupil is in, not the answer. */
  lastItem: string | null;
  openedAt: Date;
};

/** The last a device said of itself: when, and how many answers it had given by then. */
export type Presence = { at: Date; lastSeq: number };

/** `mayCome`: nothing but perhaps the pupil's own yes is missing, which they give at the door; left out, the same as `consented`. */
export type LiveFacts = {
  consented: boolean;
  mayCome?: boolean;
  progress: SittingProgress | null;
  presence: Presence | null;
};

export type LivePupil = {
  state: LiveState;
  answered: number;
  /** Answers on the device that have not arrived; null where the device has not told. */
  unsent: number | null;
  /** Since when the pupil is stuck or away. */
  since: Date | null;
};

/** Without an answer for this long a pupil who is here may need a hand; the slowest situations take a minute and a half. */
const stuckMs = 120_000;
/** A device that is here is heard of every 20 s. */
const silentMs = 60_000;
/** Who was heard of within these is still counted among those who came. */
const sessionMs = 3 * 3_600_000;

/** What a pupil is doing now, from what the database and the device tell. No answer is looked at. */
export function livePupil({ consented, mayCome = consented, progress, presence }: LiveFacts, now: Date): LivePupil {
  const answered = progress?.answered ?? 0;
  const unsent = presence === null ? null : Math.max(0, presence.lastSeq - (progress?.lastSeq ?? 0));
  const told = { answered, unsent, since: null };
  if (progress?.state === 'submitted') return { ...told, state: 'finished' };
  const heardAt = latest(presence?.at, progress?.lastAnswerAt, progress?.openedAt);
  if (heardAt === null || now.getTime() - heardAt.getTime() > sessionMs)
    return { ...told, state: mayCome ? 'absent' : 'waiting' };
  if (!consented) return { ...told, state: 'waiting' };
  if (now.getTime() - heardAt.getTime() > silentMs) return { ...told, state: 'away', since: heardAt };
  if (progress === null) return { ...told, state: 'ready' };
  const movedAt = progress.lastAnswerAt ?? progress.openedAt;
  // What is unsent was answered after the last that arrived: the pupil is not stuck, the line is.
  if (now.getTime() - movedAt.getTime() > stuckMs && (unsent ?? 0) === 0)
    return { ...told, state: 'stuck', since: movedAt };
  return { ...told, state: answered + (unsent ?? 0) === 0 ? 'ready' : 'answering' };
}

function latest(...instants: readonly (Date | null | undefined)[]): Date | null {
  const known = instants.flatMap((instant) => (instant instanceof Date ? [instant.getTime()] : []));
  return known.length === 0 ? null : new Date(Math.max(...known));
}
