import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { useGet } from '../ui/use-get.ts';

export type NamedRegion = { id: string; names: CountryReport['regions'][number]['name'] };

/** The regions of the country by name, in the order of their codes. */
export function useRegions(): readonly NamedRegion[] {
  const got = useGet<CountryReport>('/api/country');
  return (got.value?.regions ?? []).map(({ id, name }) => ({ id, names: name }));
}
