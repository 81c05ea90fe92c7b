import { createHash } from 'node:crypto';
import type { Db } from './driver.ts';

type OidcFlowDocument = {
  _id: string;
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  /** The answer was taken in: it is not taken twice. */
  isUsed: boolean;
  /** Who it was, while the second factor is still asked for. */
  staff: string | null;
  expiresAt: Date;
};

export type OidcFlowStore = ReturnType<typeof oidcFlowStore>;

/** Visits to identity providers that have not come to an end, each bound to one browser by a cookie. */
export function oidcFlowStore(db: Db) {
  const flows = db.collection<OidcFlowDocument>('oidcFlows');
  return {
    async begin(
      cookie: string,
      flow: Pick<OidcFlowDocument, 'provider' | 'state' | 'nonce' | 'verifier' | 'expiresAt'>,
    ) {
      await flows.insertOne({ _id: hash(cookie), ...flow, isUsed: false, staff: null });
    },
    of: (cookie: string, now: Date) => flows.findOne({ _id: hash(cookie), expiresAt: { $gt: now } }),
    /** True for the first who brings the answer. */
    use: async (cookie: string): Promise<boolean> =>
      (await flows.updateOne({ _id: hash(cookie), isUsed: false }, { $set: { isUsed: true } })).matchedCount === 1,
    verified: (cookie: string, staff: string) => flows.updateOne({ _id: hash(cookie) }, { $set: { staff } }),
    end: (cookie: string) => flows.deleteOne({ _id: hash(cookie) }),
  };
}

const hash = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url');
