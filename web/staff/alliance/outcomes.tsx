import type { Cohort } from '../../../server/contract/referral.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

const parts = ['offered', 'accepted', 'untPassed', 'enrolled', 'placed', 'teaching', 'left'] as const;
const words = {
  offered: m.al_out_offered,
  accepted: m.al_out_accepted,
  untPassed: m.al_out_unt,
  enrolled: m.al_out_enrolled,
  placed: m.al_out_placed,
  teaching: m.al_out_teaching,
  left: m.al_out_left,
} as const;

/** «What came of it?» Year by year, from the offer to the classroom. */
export function Outcomes({ nameOf }: { nameOf: (id: string) => string }) {
  useLanguage();
  const got = useGet<Cohort>('/api/alliance/outcomes');
  return (
    <section class="sheet stack">
      <h2>{m.al_out_title()}</h2>
      <Loaded got={got} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={m.al_out_empty()} />
          ) : (
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.al_year()}</th>
                  <th scope="col">{m.campaign_region()}</th>
                  {parts.map((part) => (
                    <th key={part} scope="col" class="number">
                      {words[part]()}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.year}|${row.region}`}>
                    <th scope="row">{row.year}</th>
                    <td data-label={m.campaign_region()}>{nameOf(row.region)}</td>
                    {parts.map((part) => {
                      const value = row[part];
                      return (
                        <td key={part} class="number" data-label={words[part]()}>
                          {value === null ? m.al_few() : formatNumber(value)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <p class="small">{m.al_out_note()}</p>
    </section>
  );
}
