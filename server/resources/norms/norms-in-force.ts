import type { Container } from '../../container.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { NormVersion } from '../../domain/norm/norm-version.ts';

/** A campaign's own norms in force with their references, by language; a language without one is absent. */
export type NormsInForce = Partial<Record<Language, Pick<NormVersion, 'set' | 'reference'>>>;

export async function normsInForce(
  { publishedNorms }: Pick<Container, 'publishedNorms'>,
  campaign: string,
): Promise<NormsInForce> {
  const found: NormsInForce = {};
  for (const language of languages) {
    const norm = await publishedNorms.of(campaign, language);
    if (norm !== null) found[language] = { set: norm.set, reference: norm.reference };
  }
  return found;
}
