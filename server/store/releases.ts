import type { CampaignReport } from '../contract/campaign.schema.ts';
import type { Db } from './driver.ts';

/** A frozen report: what was shown, when, and how many results stood behind it. Every release is remembered. */
export type ReleaseDocument = {
  _id: string;
  campaign: string;
  release: number;
  releasedAt: Date;
  results: number;
  report: CampaignReport;
};

export type ReleaseStore = ReturnType<typeof releaseStore>;

export function releaseStore(db: Db) {
  const releases = db.collection<ReleaseDocument>('releases');
  return {
    latest: (campaign: string) => releases.find({ campaign }).sort({ release: -1 }).limit(1).next(),
    all: (campaign: string) => releases.find({ campaign }).sort({ release: 1 }).toArray(),
    add: (release: ReleaseDocument) => releases.insertOne(release),
  };
}
