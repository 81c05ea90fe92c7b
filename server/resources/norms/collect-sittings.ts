import type { Language } from '../../domain/language.ts';
import type { NormRows, NormSource } from '../../domain/norm/build-norm.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { ResultDocument } from '../../store/results.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';
import { type ResultStores, resultPages } from '../result-pages.ts';

/** More sittings add nothing to a norm that anybody could see; the ids are random, so the first ones are a fair sample. */
const mostRows = 5000;
const pageSize = 250;

/** Answers of a campaign's valid sittings in a language. */
export async function collectSittings(
  stores: ResultStores,
  campaign: CampaignRecord,
  instrument: NormSource['instrument'],
  language: Language,
): Promise<NormRows> {
  const rows = { values: [] as Float64Array[], seeds: [] as number[] };
  for await (const page of resultPages(stores, campaign._id, pageSize, (result) => counts(result, language))) {
    for (const { sitting } of page) {
      if (sitting === null) continue;
      rows.values.push(valuesOf(instrument, sitting));
      rows.seeds.push(sitting.seed);
    }
    if (rows.values.length >= mostRows) break;
  }
  return { values: rows.values.slice(0, mostRows), seeds: rows.seeds.slice(0, mostRows) };
}

const counts = ({ quality, language }: ResultDocument, wanted: Language): boolean =>
  language === wanted && quality?.state === 'valid' && !quality.mixedLanguages;

const valuesOf = ({ items }: NormSource['instrument'], { answers }: SittingDocument): Float64Array =>
  Float64Array.from(items, ({ id }) => answers[id]?.value ?? Number.NaN);
