import type { Container } from './container.ts';
import type { CampaignReport } from './contract/campaign.schema.ts';
import { Problem } from './domain/problem.ts';
import { isReleaseDue, makeRelease } from './report/release.ts';
import type { CampaignRecord } from './store/catalogue.ts';
import type { ReleaseInForce } from './store/releases.ts';

export type ReleaseDesk = {
  /**
   * Which release is in force, of a campaign that there is. The first one is made when it is first asked for; who asks waits a
   * little, then comes back.
   */
  inForce(campaign: string): Promise<ReleaseInForce>;
  /** The report of it. */
  read(release: ReleaseInForce): Promise<CampaignReport>;
  /** Makes the releases whose time has come; gives how many. */
  makeDue(): Promise<number>;
};

/** As long as a request may wait for a release that is being made. */
const patienceMs = 12_000;
const longestMs = 30 * 60_000;

/**
 * Makes releases off the path of requests: one node, one release of a campaign at a time. `container` is asked for at the
 * first use, because the desk itself is a part of it.
 */
export function releaseDesk(container: () => Container): ReleaseDesk {
  const making = new Map<string, Promise<CampaignReport | null>>();
  /** Scales done, of how many; of the releases that this node makes. */
  const progress = new Map<string, string>();
  const make = (campaign: CampaignRecord): Promise<CampaignReport | null> => {
    const stores = container();
    const known = making.get(campaign._id);
    if (known !== undefined) return known;
    const lock = `release:${campaign._id}`;
    const work = stores.locks
      .whileHolding(lock, longestMs, async () =>
        (await isReleaseDue(stores, campaign, stores.now()))
          ? makeRelease(stores, campaign, stores.now(), (done, of) => progress.set(campaign._id, `${done}/${of}`))
          : null,
      )
      .finally(() => {
        making.delete(campaign._id);
        progress.delete(campaign._id);
      });
    making.set(campaign._id, work);
    return work;
  };
  return {
    async inForce(id) {
      const { releases, catalogue } = container();
      const known = await releases.inForce(id);
      if (known !== null) return known;
      const campaign = await catalogue.campaign(id);
      if (campaign === null) throw new Problem('not-found');
      await Promise.race([make(campaign), later(patienceMs)]);
      const made = await releases.inForce(id);
      if (made !== null) return made;
      const detail = progress.get(id);
      throw new Problem('report-in-the-making', { retryAfterS: 5, ...(detail === undefined ? {} : { detail }) });
    },
    async read(release) {
      const found = await container().releases.read(release);
      if (found === null) throw new Problem('not-found');
      return found.report;
    },
    async makeDue() {
      const stores = container();
      let made = 0;
      for (const campaign of await stores.catalogue.campaigns({})) {
        if (campaign.opensAt > stores.now() || !(await isReleaseDue(stores, campaign, stores.now()))) continue;
        if ((await make(campaign)) !== null) made += 1;
      }
      return made;
    },
  };
}

const later = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null).unref());
