import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { CountryMap } from './country-map.tsx';
import { NationalSection } from './national-section.tsx';
import { RegionTable } from './region-table.tsx';

/** «Where in the country have pupils finished?» */
export function CountryPage() {
  useLanguage();
  const country = useGet<CountryReport>('/api/country');
  return (
    <Page
      title={m.country_title()}
      lead={country.value === null ? <p class="waiting short" /> : <p>{leadOf(country.value)}</p>}
    >
      <Loaded got={country} lines={12}>
        {(found) => <Country report={found} />}
      </Loaded>
    </Page>
  );
}

function Country({ report }: { report: CountryReport }) {
  const { me } = useStaff();
  if (report.regions.every(({ submitted }) => submitted === 0)) {
    return <Empty title={m.country_empty()}>{m.country_empty_next()}</Empty>;
  }
  return (
    <div class="stack wide-gap">
      <CountryMap report={report} own={me.region} />
      <RegionTable report={report} own={me.region} />
      {me.role === 'department' || me.role === 'operator' ? <NationalSection /> : null}
      <p class="small">{m.country_as_of({ at: formatInstant(report.asOf) })}</p>
    </div>
  );
}

function leadOf({ regions }: CountryReport): string {
  const begun = regions.filter(({ submitted }) => submitted === null || submitted > 0);
  const known = regions.reduce((sum, { submitted }) => sum + (submitted ?? 0), 0);
  const facts = { regions: formatNumber(begun.length), of: formatNumber(regions.length), pupils: formatNumber(known) };
  return regions.some(({ submitted }) => submitted === null) ? m.country_lead_at_least(facts) : m.country_lead(facts);
}
