import type { Container } from '../container.ts';
import type { Analysis } from '../domain/analysis.ts';
import type { NormVersion } from '../domain/norm/norm-version.ts';
import type { StoredResult } from '../domain/result.ts';
import type { SittingDocument } from '../store/sitting-document.ts';

/** What a sitting is scored with today: the norm of its campaign and language and the key of its situations that are in force. */
export async function analysisNow(
  stores: Container,
  sitting: Pick<SittingDocument, 'instrument' | 'instrumentVersion' | 'campaign' | 'language'>,
  demo: boolean,
): Promise<Analysis> {
  const own = await stores.publishedNorms.of(sitting.campaign, sitting.language);
  const form = await stores.publishedKeys.formFor(sitting, demo);
  return form.analysisFor({ language: sitting.language, demo, own });
}

type Named = Pick<StoredResult, 'instrument' | 'instrumentVersion' | 'normId' | 'normVersion' | 'propensity'>;

/** What a stored result was scored with: its words and its explanation rest on the norm it names, not on today's. */
export async function analysisOf(stores: Container, result: Named, demo: boolean): Promise<Analysis> {
  const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
  const norm = shelved.normOf(result) ?? (await stores.publishedNorms.named(result));
  const { tableVersion } = result.propensity ?? {};
  const weights = tableVersion === undefined ? null : stores.instruments.weights(result.instrument, tableVersion);
  return shelved.analysisBy(norm, demo, weights ?? shelved.propensityTable);
}

/** The norm a stored result names; null where none was applied. */
export async function normOf(stores: Container, result: Named): Promise<NormVersion['set'] | null> {
  const shelved = stores.instruments.version(result.instrument, result.instrumentVersion);
  return shelved.normOf(result) ?? (await stores.publishedNorms.named(result))?.set ?? null;
}
