import type { AllianceCatalogue } from '../../../server/contract/alliance.schema.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { type Got, useGet } from '../ui/use-get.ts';

type Entry = { id: string; name: { kk: string; ru: string; en: string } };

/** The Alliance's names in the reader's language; an id that is not known stands for itself. */
export function useNames(): { got: Got<AllianceCatalogue>; nameOf: (id: string) => string } {
  const language = useLanguage();
  const got = useGet<AllianceCatalogue>('/api/alliance/catalogue');
  const { subjects = [], regions = [], districts = [], organisations = [] } = got.value ?? {};
  const all: readonly Entry[] = [...subjects, ...regions, ...districts, ...organisations];
  const names = new Map(all.map(({ id, name }) => [id, name[language]]));
  return { got, nameOf: (id) => names.get(id) ?? id };
}

/** A list to choose from, by the alphabet. */
export function choices(all: readonly Entry[], language: 'kk' | 'ru' | 'en'): (readonly [string, string])[] {
  return all.map(({ id, name }) => [id, name[language]] as const).sort((a, b) => a[1].localeCompare(b[1], language));
}
