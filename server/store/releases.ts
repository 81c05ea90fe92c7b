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

/** Enough of a release to know whether it is one that was read before. */
export type ReleaseInForce = { id: string; version: string };

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

/** Which release a region's line is of. */
export type HeadVersion = Pick<RegionHead, 'campaign' | 'year' | 'instrument' | 'release' | 'releasedAt'>;

export type ReleaseStore<Basis> = ReturnType<typeof releaseStore<Basis>>;

/** Reports kept at hand; a large region's is a megabyte or two. */
const mostKept = 8;

/** `Basis` is what disclosure control keeps of a release; to the store it is only something to keep. */
export function releaseStore<Basis>(db: Db) {
  const releases = db.collection<ReleaseDocument<Basis>>('releases');
  const heads = db.collection<Omit<RegionHead, 'campaign'> & { _id: string }>('releaseHeads');
  /** Releases never change: one that was read lately is not read again. */
  const lately = new Map<string, Omit<ReleaseDocument<Basis>, 'basis'>>();
  /** Which release of a campaign is in force. The demo may be taken away and made again under the same name: `version` tells. */
  const inForce = async (campaign: string): Promise<ReleaseInForce | null> => {
    const found = await releases
      .find({ campaign }, { projection: { _id: 1, releasedAt: 1 } })
      .sort({ release: -1 })
      .limit(1)
      .next();
    return found === null ? null : { id: found._id, version: `${found._id} ${found.releasedAt.getTime()}` };
  };
  const read = async ({ id, version }: ReleaseInForce): Promise<Omit<ReleaseDocument<Basis>, 'basis'> | null> => {
    const known = lately.get(version) ?? (await releases.findOne({ _id: id }, { projection: { basis: 0 } }));
    if (known === null) return null;
    lately.delete(version);
    lately.set(version, known);
    const [oldest] = lately.keys();
    if (lately.size > mostKept && oldest !== undefined) lately.delete(oldest);
    return known;
  };
  return {
    inForce,
    read,
    latest: async (campaign: string): Promise<Omit<ReleaseDocument<Basis>, 'basis'> | null> => {
      const found = await inForce(campaign);
      return found === null ? null : read(found);
    },
    /** Of every campaign with a release, which one is the latest. */
    latestPerCampaign: async (): Promise<HeadVersion[]> => {
      const projection = { year: 1, instrument: 1, release: 1, releasedAt: 1 };
      const found = await heads.find({ year: { $gt: 0 } }, { projection }).toArray();
      return found.map(({ _id, ...head }) => ({ campaign: _id, ...head }));
    },
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
