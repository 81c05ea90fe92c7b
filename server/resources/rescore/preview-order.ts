import type { Container } from '../../container.ts';
import type { RescorePreviewSource } from '../../domain/rescore/rescore-preview.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { normsInForce } from '../norms/norms-in-force.ts';
import { type ResultStores, resultPages } from '../result-pages.ts';

type Stores = Pick<Container, 'instruments' | 'publishedKeys' | 'publishedNorms' | 'now'> & ResultStores;

/**
 * What fits into the memory of a thread, at some 40 kB a pupil. Ids are random, so the first ones are a fair sample; all of a
 * larger campaign are told of by `ustaz rescore --dry-run`.
 */
const mostLooked = 4000;
const pageSize = 100;

/** Everything it takes to tell what a rescoring would change. */
export async function orderRescorePreview(stores: Stores, campaign: CampaignRecord): Promise<RescorePreviewSource> {
  // Another server may have published a norm or a key a moment ago.
  stores.publishedNorms.forget();
  stores.publishedKeys.forget();
  return {
    demo: campaign.demo,
    inForce: await stores.publishedKeys.inForce(campaign.demo),
    keys: await stores.publishedKeys.all(),
    earlier: stores.instruments.earlier(campaign.instrument),
    norms: await normsInForce(stores, campaign._id),
    results: await stores.results.countOf(campaign._id),
    ...(await rowsOf(stores, campaign)),
    now: stores.now(),
  };
}

async function rowsOf(
  stores: ResultStores,
  campaign: CampaignRecord,
): Promise<Pick<RescorePreviewSource, 'rows' | 'erased'>> {
  const rows: RescorePreviewSource['rows'][number][] = [];
  let erased = 0;
  for await (const page of resultPages(stores, campaign._id, pageSize)) {
    for (const { result, sitting } of page) {
      if (sitting === null || sitting.submittedAt === null) {
        erased++;
        continue;
      }
      const { instrument, instrumentVersion, answers, seed, origin, accommodation, language, submittedAt } = sitting;
      rows.push({
        before: result,
        sitting: {
          ...{ instrument, instrumentVersion, answers, seed, origin, language, submittedAt },
          accommodation: accommodation ?? null,
        },
      });
    }
    if (rows.length >= mostLooked) break;
  }
  return { rows: rows.slice(0, mostLooked), erased };
}
