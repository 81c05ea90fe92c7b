import type { Container } from '../container.ts';
import { hasWithdrawn } from '../domain/consent.ts';
import { deriveResult, type StoredResult } from '../domain/result.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { analysisNow } from './analyses.ts';

/** Scores a submitted sitting and stores its result; doing it twice gives the same. Null where the pupil has been erased. */
export async function makeResult(stores: Container, sitting: SittingDocument, now: Date): Promise<StoredResult | null> {
  const pupil = await stores.pupils.byId(sitting.pid);
  if (pupil === null || sitting.submittedAt === null) return null;
  const result = deriveResult(
    { ...sitting, submittedAt: sitting.submittedAt },
    {
      pid: sitting.pid,
      campaign: sitting.campaign,
      school: sitting.school,
      district: sitting.district,
      region: sitting.region,
      locality: pupil.locality,
      sex: pupil.sex,
    },
    await analysisNow(stores, sitting, pupil.demo),
    now,
  );
  await stores.results.put({ ...result, _id: sitting._id });
  // Looked up after the writing: of a withdrawal that comes meanwhile, either this sees it or it sees the result.
  if (hasWithdrawn(await stores.consents.of(sitting.pid), 'assessment'))
    await stores.results.setAside(sitting.pid, now);
  if ((sitting.round ?? null) !== null) await stores.results.supersede(sitting.pid, sitting.campaign, sitting._id, now);
  return result;
}

/** The result of a submitted sitting: the stored one, or made now if a crash came between submission and scoring. */
export async function resultOf(stores: Container, sitting: SittingDocument, now: Date): Promise<StoredResult | null> {
  return (await stores.results.byId(sitting._id)) ?? (await makeResult(stores, sitting, now));
}
