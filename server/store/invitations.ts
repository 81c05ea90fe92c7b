import { createHash } from 'node:crypto';
import type { Db } from './driver.ts';

type InvitationDocument = { _id: string; staff: string; by: string; expiresAt: Date };

export type InvitationStore = ReturnType<typeof invitationStore>;

/** One-time links by which a person sets their password; only the hash of a link's secret is kept. */
export function invitationStore(db: Db) {
  const invitations = db.collection<InvitationDocument>('invitations');
  return {
    /** A new link; earlier ones of the same person stop working. */
    async make(staff: string, secret: string, by: string, expiresAt: Date): Promise<void> {
      await invitations.deleteMany({ staff });
      await invitations.insertOne({ _id: hash(secret), staff, by, expiresAt });
    },
    find: (secret: string, now: Date) => invitations.findOne({ _id: hash(secret), expiresAt: { $gt: now } }),
    /** Whose it was; null where it is unknown, used or too old. Of two who use it at once one is too late. */
    take: async (secret: string, now: Date): Promise<string | null> =>
      (await invitations.findOneAndDelete({ _id: hash(secret), expiresAt: { $gt: now } }))?.staff ?? null,
    removeOf: (staff: string) => invitations.deleteMany({ staff }),
  };
}

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
