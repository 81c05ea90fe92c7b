import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { CountryMap } from '../country/country-map.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

/** Where the region stands in the country; participation only. */
export function RegionOnMap({ region }: { region: string }) {
  const country = useGet<CountryReport>('/api/country');
  return (
    <Loaded got={country} lines={6}>
      {(found) => <CountryMap report={found} own={region} />}
    </Loaded>
  );
}
