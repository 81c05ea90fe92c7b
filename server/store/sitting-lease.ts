import type { Collection } from './driver.ts';
import type { SittingDocument } from './sitting-document.ts';

export type Lease = { device: string; takeOver: boolean };

/** A device that is there is heard of every 20 s; one that has been silent for so long is asked for nothing. */
const leaseMs = 50_000;

/**
 * How far a new writer's numbers begin above the last one's: what the old device still holds may come later, and must not
 * count as newer than what is answered now. More than any device holds.
 */
const leap = 2000;

/** Makes a device the one writer of an open sitting; null where another writes it now and is not to be taken over. */
export async function takeLease(
  sittings: Collection<SittingDocument>,
  known: SittingDocument,
  { device, takeOver }: Lease,
  now: Date,
): Promise<SittingDocument | null> {
  const { _id, writer = null } = known;
  const isOthers = writer !== null && writer.device !== device;
  if (isOthers && !takeOver && now.getTime() - writer.at.getTime() < leaseMs) return null;
  // As it was read: of two that come at once, the second finds the first.
  const asRead = writer === null ? { writer: null } : { 'writer.device': writer.device };
  const update = { $set: { writer: { device, at: now } }, ...(isOthers ? { $inc: { lastSeq: leap } } : {}) };
  return sittings.findOneAndUpdate({ _id, ...asRead }, update, { returnDocument: 'after' });
}
