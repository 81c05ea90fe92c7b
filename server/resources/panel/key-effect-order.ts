import type { Container } from '../../container.ts';
import { keyContent } from '../../domain/panel/judge-panel.ts';
import type { KeyEffectSource } from '../../domain/panel/key-effect.ts';
import { keyedScale, type PublishedKey } from '../../domain/panel/keyed-form.ts';
import type { Expert, Panel } from '../../domain/panel/panel.ts';
import { Problem } from '../../domain/problem.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { normsInForce } from '../norms/norms-in-force.ts';
import { resultPages } from '../result-pages.ts';

type Stores = Pick<Container, 'results' | 'sittings' | 'instruments' | 'publishedKeys' | 'publishedNorms'>;

/** More pupils would not change what a person decides by it; ids are random, so the first ones are a fair sample. */
const mostLooked = 1000;
const pageSize = 100;

/** The scale that a panel's key would give a campaign's pupils. Throws `not-found` where its form has no such situations. */
export function demandScale(
  stores: Pick<Stores, 'instruments'>,
  { instrument, instrumentVersion }: CampaignRecord,
  panel: Panel,
  experts: readonly Expert[],
): string {
  const scale = keyedScale(stores.instruments.asItCame(instrument, instrumentVersion), triedKey(panel, experts));
  if (scale === null) throw new Problem('not-found');
  return scale;
}

/** Everything it takes to tell what a panel's key would move among a campaign's pupils, and what leaving out one expert would. */
export async function orderKeyEffect(
  stores: Stores,
  campaign: CampaignRecord,
  panel: Panel,
  experts: readonly Expert[],
): Promise<KeyEffectSource> {
  const scale = demandScale(stores, campaign, panel, experts);
  const done = experts.filter(({ first }) => first.doneAt !== null);
  const without = (left: Expert) =>
    triedKey(
      panel,
      done.filter((one) => one !== left),
    );
  return {
    scale,
    form: stores.instruments.asItCame(campaign.instrument, campaign.instrumentVersion),
    demo: campaign.demo,
    inForce: [...(await stores.publishedKeys.inForce(campaign.demo))],
    whole: triedKey(panel, experts),
    others: done.length < 3 ? [] : done.map(without),
    norms: await normsInForce(stores, campaign._id),
    rows: await rowsOf(stores, campaign),
  };
}

async function rowsOf(stores: Stores, campaign: CampaignRecord): Promise<KeyEffectSource['rows']> {
  const rows: KeyEffectSource['rows'][number][] = [];
  for await (const page of resultPages(stores, campaign._id, pageSize)) {
    for (const { result, sitting } of page) {
      if (sitting === null || sitting.submittedAt === null) continue;
      const { pid, campaign: of, school, district, region, locality, sex } = result;
      const { answers, seed, origin, accommodation, language, submittedAt } = sitting;
      rows.push({
        sitting: { answers, seed, origin, accommodation: accommodation ?? null, language, submittedAt },
        standing: { pid, campaign: of, school, district, region, locality, sex },
      });
    }
    if (rows.length >= mostLooked) break;
  }
  return rows.slice(0, mostLooked);
}

const triedKey = (panel: Panel, experts: readonly Expert[]): PublishedKey => ({
  ...keyContent(panel, experts),
  ...{ number: panel.number, instrument: panel.instrument, key: panel.key, demo: panel.demo, isInForce: true },
  ...{ publishedBy: panel.opened.name, publishedAt: panel.closedAt ?? panel.opened.at },
});
