import type { Container } from '../../container.ts';
import type { Language } from '../../domain/language.ts';
import type { NormRows, NormSource } from '../../domain/norm/build-norm.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { ResultDocument } from '../../store/results.ts';
import type { SittingDocument } from '../../store/sitting-document.ts';

/** More sittings add nothing to a norm that anybody could see; the ids are random, so the first ones are a fair sample. */
const mostRows = 5000;
const pageSize = 250;

/**
 * Answers of a campaign's valid sittings in a language. Read page by page in the order of ids, each page a query of its own,
 * so that neither memory nor a time limit cares how large the campaign is.
 */
export async function collectSittings(
  stores: Pick<Container, 'results' | 'sittings'>,
  campaign: CampaignRecord,
  instrument: NormSource['instrument'],
  language: Language,
): Promise<NormRows> {
  const rows = { values: [] as Float64Array[], seeds: [] as number[] };
  for (let after: string | null = null; rows.values.length < mostRows; ) {
    const page: ResultDocument[] = await stores.results.pageOf(campaign._id, after, pageSize);
    const valid = page.filter((result) => counts(result, language));
    for (const sitting of await stores.sittings.byIds(valid.map(({ _id }) => _id))) {
      rows.values.push(valuesOf(instrument, sitting));
      rows.seeds.push(sitting.seed);
    }
    after = page.at(-1)?._id ?? null;
    if (page.length < pageSize || after === null) break;
  }
  return { values: rows.values.slice(0, mostRows), seeds: rows.seeds.slice(0, mostRows) };
}

const counts = ({ quality, language }: ResultDocument, wanted: Language): boolean =>
  language === wanted && quality?.state === 'valid' && !quality.mixedLanguages;

const valuesOf = ({ items }: NormSource['instrument'], { answers }: SittingDocument): Float64Array =>
  Float64Array.from(items, ({ id }) => answers[id]?.value ?? Number.NaN);
