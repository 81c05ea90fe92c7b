import type { CountryReport } from '../../../server/contract/campaign.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';

/** The table behind the map, by the alphabet. */
export function RegionTable({ report, own }: { report: CountryReport; own: string | null }) {
  const language = useLanguage();
  const rows = [...report.regions].sort((a, b) => compareNames(a.name[language], b.name[language]));
  const heads = [m.campaign_region(), m.country_schools(), m.step_submitted()];
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.country_table_title()}</h2>
        <DownloadCsv
          name="ustaz-country.csv"
          rows={() => [
            heads,
            ...rows.map(({ name, schools, submitted }) => [name[language], schools, submitted ?? m.fewer_than_ten()]),
          ]}
        />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.campaign_region()}</th>
            <th scope="col" class="number">
              {m.country_schools()}
            </th>
            <th scope="col" class="number">
              {m.step_submitted()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, schools, submitted }) => (
            <tr key={id} class={id === own ? 'here' : undefined}>
              <th scope="row">
                {name[language]}
                {id === own ? <span class="small"> {m.country_here()}</span> : null}
              </th>
              <td class="number">{formatNumber(schools)}</td>
              <td class="number">{submitted === null ? m.fewer_than_ten() : formatNumber(submitted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
