import { type Pilot, type Study, silentMs } from '../domain/study.ts';
import type { Db } from './driver.ts';

export type StudyStore = ReturnType<typeof studyStore>;
export type StoredStudy = Omit<Study, 'report'>;

const withoutReport = { report: 0 } as const;

/** Studies of the psychometrician's bench, each kept with its report. */
export function studyStore(db: Db) {
  const studies = db.collection<Study>('studies');
  const pilots = db.collection<Pilot>('pilots');
  const heads = (which: Record<string, string>, most: number) =>
    studies.find<StoredStudy>(which, { projection: withoutReport }).sort({ 'asked.at': -1 }).limit(most).toArray();
  return {
    add: async (study: Study): Promise<void> => {
      await studies.insertOne(study);
    },
    byId: (id: string) => studies.findOne({ _id: id }),
    /** Newest first. */
    list: (instrument: string | null, most: number) => heads(instrument === null ? {} : { instrument }, most),
    /** What was asked for from a campaign's sittings, newest first. */
    ofCampaign: (kind: Study['kind'], campaign: string, most: number) => heads({ kind, 'source.id': campaign }, most),
    /** Looks at what a panel's key would move, newest first. */
    effectsOf: (panel: string, most: number) => heads({ 'settings.panel': panel }, most),
    /** Takes the oldest study that waits; of several processes one gets it. */
    claim: (node: string, now: Date) =>
      studies.findOneAndUpdate(
        { state: 'waiting' },
        { $set: { state: 'running', node, startedAt: now, beatAt: now } },
        { sort: { 'asked.at': 1 }, returnDocument: 'after' },
      ),
    /** Says that it goes on. False once it is no longer this process's to compute: it was cancelled. */
    beat: async (id: string, node: string, change: Partial<Pick<Study, 'progress' | 'n'>>, now: Date) => {
      const kept = await studies.updateOne({ _id: id, state: 'running', node }, { $set: { ...change, beatAt: now } });
      return kept.matchedCount === 1;
    },
    end: (id: string, node: string, change: Partial<Study>) =>
      studies.updateOne({ _id: id, state: 'running', node }, { $set: change }),
    /** Stops one that waits or runs. Null where there is nothing to stop. */
    cancel: (id: string, now: Date) =>
      studies.findOneAndUpdate(
        { _id: id, state: { $in: ['waiting', 'running'] } },
        { $set: { state: 'cancelled', endedAt: now } },
        { returnDocument: 'after' },
      ),
    /** What a process that is gone left half done. */
    interruptSilent: (now: Date) =>
      studies.updateMany(
        { state: 'running', beatAt: { $lt: new Date(now.getTime() - silentMs) } },
        { $set: { state: 'interrupted', endedAt: now } },
      ),
    addPilot: async (pilot: Pilot): Promise<void> => {
      await pilots.insertOne(pilot);
    },
    /** With its codes as bytes. */
    pilot: (id: string) => pilots.findOne({ _id: id }, { promoteBuffers: true }),
    pilots: (most: number) =>
      pilots
        .find<Omit<Pilot, 'codes' | 'groups'> & { groups: Record<string, unknown> }>({}, { projection: { codes: 0 } })
        .sort({ at: -1 })
        .limit(most)
        .toArray(),
    removePilot: (id: string) => pilots.deleteOne({ _id: id }),
  };
}
