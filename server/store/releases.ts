import type { CampaignReport } from '../contract/campaign.schema.ts';
import type { Db } from './driver.ts';

/** A frozen report: what was shown, when, and how many results stood behind it. Every release is remembered. */
export type ReleaseDocument<Basis> = {
  _id: string;
  campaign: string;
  release: number;
  releasedAt: Date;
  results: number;
  report: CampaignReport;
  /** The counts behind it and what of them was told: the next release is audited against them. */
  basis: Basis;
};

export type ReleaseStore<Basis> = ReturnType<typeof releaseStore<Basis>>;

/** `Basis` is what disclosure control keeps of a release; to the store it is only something to keep. */
export function releaseStore<Basis>(db: Db) {
  const releases = db.collection<ReleaseDocument<Basis>>('releases');
  return {
    latest: (campaign: string) =>
      releases
        .find({ campaign }, { projection: { basis: 0 } })
        .sort({ release: -1 })
        .limit(1)
        .next(),
    /** Every release of a campaign, oldest first. */
    all: (campaign: string) => releases.find({ campaign }).sort({ release: 1 }).toArray(),
    async add(release: ReleaseDocument<Basis>): Promise<void> {
      await releases.insertOne(release as never);
    },
  };
}
