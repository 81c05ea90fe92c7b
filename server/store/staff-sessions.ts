import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Db } from './driver.ts';

/** A family of refresh tokens: one sign-in on one device. Only the hash of the current token is kept. */
export type StaffSessionDocument = {
  _id: string;
  staff: string;
  current: string;
  startedAt: Date;
  usedAt: Date;
  endedAt: Date | null;
  /** Whoever vouched for the person asked for a second factor already. */
  isStrong?: boolean;
};

const idleMs = 60 * 60_000;
const absoluteMs = 12 * 3_600_000;

export type StaffSessionStore = ReturnType<typeof staffSessionStore>;

/**
 * Refresh tokens, rotated at each use. A token that is not the family's current one has been used before:
 * someone has a copy, so the whole family ends. Idle limit 60 minutes, absolute limit 12 hours.
 */
export function staffSessionStore(db: Db) {
  const sessions = db.collection<StaffSessionDocument>('staffSessions');

  return {
    async start(staff: string, now: Date, isStrong = false): Promise<{ family: string; refresh: string }> {
      const family = randomUUID();
      const secret = randomBytes(32).toString('base64url');
      await sessions.insertOne({
        _id: family,
        staff,
        current: hash(secret),
        startedAt: now,
        usedAt: now,
        endedAt: null,
        isStrong,
      });
      return { family, refresh: `${family}.${secret}` };
    },

    /** Exchanges a refresh token for the next one; null where it is unknown, ended, too old, or already used. */
    async rotate(refresh: string, now: Date): Promise<{ staff: string; family: string; refresh: string } | null> {
      const [family = '', old = ''] = refresh.slice(0, 200).split('.');
      const secret = randomBytes(32).toString('base64url');
      const live = {
        _id: family,
        endedAt: null,
        usedAt: { $gt: new Date(now.getTime() - idleMs) },
        startedAt: { $gt: new Date(now.getTime() - absoluteMs) },
      };
      const session = await sessions.findOneAndUpdate(
        { ...live, current: hash(old) },
        { $set: { current: hash(secret), usedAt: now } },
      );
      if (session !== null) return { staff: session.staff, family, refresh: `${family}.${secret}` };
      await sessions.updateOne({ _id: family, endedAt: null }, { $set: { endedAt: now } });
      return null;
    },

    /** Is the family still live? Asked for every staff request, so that signing out holds at once. */
    live: async (family: string): Promise<{ isStrong: boolean } | null> => {
      const found = await sessions.findOne({ _id: family, endedAt: null }, { projection: { isStrong: 1 } });
      return found === null ? null : { isStrong: found.isStrong ?? false };
    },
    end: (family: string, now: Date) => sessions.updateOne({ _id: family }, { $set: { endedAt: now } }),
    endAll: (staff: string, now: Date) => sessions.updateMany({ staff, endedAt: null }, { $set: { endedAt: now } }),
  };
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
