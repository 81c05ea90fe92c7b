import { setImmediate } from 'node:timers/promises';
import type { Container } from '../../container.ts';
import type { KeyEffect } from '../../contract/key-effect.schema.ts';
import { keyContent } from '../../domain/panel/judge-panel.ts';
import { type KeyPair, keyEffect } from '../../domain/panel/key-effect.ts';
import type { PublishedKey } from '../../domain/panel/keyed-form.ts';
import type { Expert, Panel } from '../../domain/panel/panel.ts';
import { Problem } from '../../domain/problem.ts';
import { deriveResult, type ScoredSitting, type StoredResult, scoresOf } from '../../domain/result.ts';
import type { ShelvedInstrument } from '../../instrument-shelf.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';

/** A page waits for it. */
const mostLooked = 1000;
const pageSize = 100;

/** What the panel's key would move among up to a thousand of a campaign's pupils, and what leaving out any one expert would. */
export async function keyEffectOf(
  stores: Container,
  panel: Panel,
  experts: readonly Expert[],
  campaign: CampaignRecord,
): Promise<KeyEffect> {
  const form = (key: PublishedKey) => stores.instruments.tried(campaign.instrument, campaign.instrumentVersion, key);
  const whole = form(triedKey(panel, experts));
  const scale = whole?.instrument.scales.find(({ sjt, use }) => sjt !== undefined && use === 'profile')?.id;
  if (whole === null || scale === undefined) throw new Problem('not-found');
  const done = experts.filter(({ first }) => first.doneAt !== null);
  const others =
    done.length < 3
      ? []
      : done.flatMap(
          (left) =>
            form(
              triedKey(
                panel,
                done.filter((one) => one !== left),
              ),
            ) ?? [],
        );
  const pairs: KeyPair[] = [];
  const leftOut: (number | null)[][] = others.map(() => []);
  for await (const { sitting, before } of sittingsOf(stores, campaign)) {
    const own = await stores.publishedNorms.of(campaign._id, sitting.language);
    const derive = (shelved: ShelvedInstrument): StoredResult =>
      deriveResult(
        sitting,
        before,
        shelved.analysisFor({ language: sitting.language, demo: campaign.demo, own }),
        stores.now(),
      );
    const inForce = derive(await stores.publishedKeys.formFor(campaign, campaign.demo));
    const after = derive(whole);
    pairs.push({
      before: meanOf(inForce, scale),
      after: meanOf(after, scale),
      wasInvited: inForce.propensity?.state === 'invited-to-talk',
      isInvited: after.propensity?.state === 'invited-to-talk',
    });
    for (const [at, shelved] of others.entries()) leftOut[at]?.push(meanBy(shelved, sitting, scale));
  }
  return keyEffect(pairs, leftOut);
}

async function* sittingsOf(stores: Container, campaign: CampaignRecord) {
  let looked = 0;
  for (let after: string | null = null; looked < mostLooked; ) {
    const page: Awaited<ReturnType<Container['results']['pageOf']>> = await stores.results.pageOf(
      campaign._id,
      after,
      pageSize,
    );
    const sittings = new Map((await stores.sittings.byIds(page.map(({ _id }) => _id))).map((one) => [one._id, one]));
    for (const before of page) {
      const sitting = sittings.get(before._id);
      if (sitting === undefined || sitting.submittedAt === null) continue;
      yield { sitting: { ...sitting, submittedAt: sitting.submittedAt }, before };
    }
    // Pupils who answer meanwhile come first.
    await setImmediate();
    looked += page.length;
    after = page.at(-1)?._id ?? null;
    if (page.length < pageSize) break;
  }
}

const triedKey = (panel: Panel, experts: readonly Expert[]): PublishedKey => ({
  ...keyContent(panel, experts),
  ...{ number: panel.number, instrument: panel.instrument, key: panel.key, demo: panel.demo, isInForce: true },
  ...{ publishedBy: panel.opened.name, publishedAt: panel.closedAt ?? panel.opened.at },
});

function meanOf({ scales }: { scales: readonly StoredResult['scales'][number][] }, scale: string): number | null {
  const found = scales.find((one) => one.scale === scale);
  return found?.kind === 'scored' ? found.mean : null;
}

const meanBy = (shelved: ShelvedInstrument, sitting: ScoredSitting, scale: string): number | null =>
  meanOf(scoresOf(shelved.planFor({ language: sitting.language, demo: false }), sitting.answers), scale);
