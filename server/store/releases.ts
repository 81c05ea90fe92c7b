import type { CampaignReport, ReportRow } from '../contract/campaign.schema.ts';
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

/** What the country's report reads of a region: the newest release's first line. */
export type RegionHead = {
  campaign: string;
  year: number;
  instrument: string;
  release: number;
  releasedAt: Date;
  scales: CampaignReport['scales'];
  row: ReportRow;
  /** Absent from the first releases. */
  steps?: CampaignReport['steps'];
};

export type ReleaseStore<Basis> = ReturnType<typeof releaseStore<Basis>>;

/** `Basis` is what disclosure control keeps of a release; to the store it is only something to keep. */
export function releaseStore<Basis>(db: Db) {
  const releases = db.collection<ReleaseDocument<Basis>>('releases');
  const heads = db.collection<Omit<RegionHead, 'campaign'> & { _id: string }>('releaseHeads');
  return {
    latest: (campaign: string) =>
      releases
        .find({ campaign }, { projection: { basis: 0 } })
        .sort({ release: -1 })
        .limit(1)
        .next(),
    /** The region's own line of every campaign's latest release: a few numbers each, whatever the region's size. */
    latestRegionRows: async (): Promise<RegionHead[]> => {
      const found = await heads.find({ year: { $gt: 0 } }).toArray();
      return found.map(({ _id, ...head }) => ({ campaign: _id, ...head }));
    },
    /** Every release of a campaign, oldest first. */
    all: (campaign: string) => releases.find({ campaign }).sort({ release: 1 }).toArray(),
    async add(release: ReleaseDocument<Basis>): Promise<void> {
      await releases.insertOne(release as never);
      const { campaign, release: number, releasedAt, report } = release;
      const row = report.rows.find(({ level }) => level === 'region');
      if (row === undefined) return;
      const { year, instrument } = report.campaign;
      const { steps } = report;
      await heads.replaceOne(
        { _id: campaign },
        { year, instrument, release: number, releasedAt, scales: report.scales, row, ...(steps && { steps }) },
        { upsert: true },
      );
    },
  };
}
