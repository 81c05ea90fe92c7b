import type { IssuedCodes, PupilRow } from '../../../server/contract/school.schema.ts';
import type { Client } from '../../offline/api.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';

export type Card = { pupil: PupilRow; codes: IssuedCodes };
export type Issued = { cards: readonly Card[]; left: readonly PupilRow[]; failure: ApiFailure | null };

/**
 * Issues codes one pupil after another and stops at the first failure: codes already issued are kept (they are shown
 * once), the rest is told. A request that may have arrived is not repeated by itself: each issue kills the codes before it.
 * `onProgress`: after each pupil.
 */
export async function issueCodes(
  api: Client,
  pupils: readonly PupilRow[],
  onProgress: (cards: readonly Card[]) => void,
): Promise<Issued> {
  const cards: Card[] = [];
  for (const [index, pupil] of pupils.entries()) {
    try {
      cards.push({ pupil, codes: await api.send<IssuedCodes>('POST', `/api/pupils/${pupil.pid}/codes`, {}) });
      onProgress([...cards]);
    } catch (thrown) {
      return { cards, left: pupils.slice(index), failure: asFailure(thrown) };
    }
  }
  return { cards, left: [], failure: null };
}
