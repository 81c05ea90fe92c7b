import type { BenchInstrument, BenchInstruments } from '../../../server/contract/bench.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';

/** «How good are the instruments, and what has been found out about each?» */
export function BenchPage() {
  useLanguage();
  const got = useGet<BenchInstruments>('/api/bench');
  return (
    <Page
      title={m.bench_title()}
      lead={<p>{m.bench_lead()}</p>}
      actions={
        <a class="button quiet" href="/staff/bench/panels">
          {m.panels_link()}
        </a>
      }
    >
      <Loaded got={got} lines={12}>
        {({ instruments }) => (
          <section class="sheet stack">
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.bench_instrument()}</th>
                  <th scope="col">{m.bench_version()}</th>
                  <th scope="col">{m.bench_items()}</th>
                  <th scope="col">{m.bench_scales()}</th>
                  <th scope="col">{m.bench_answers()}</th>
                </tr>
              </thead>
              <tbody>
                {instruments.map((instrument) => (
                  <Line key={instrument.id} instrument={instrument} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Loaded>
    </Page>
  );
}

function Line({ instrument }: { instrument: BenchInstrument }) {
  const { id, name, version, items, scales, campaigns, pilots } = instrument;
  const results = campaigns.reduce((sum, campaign) => sum + campaign.results, 0);
  const rows = pilots.reduce((sum, pilot) => sum + pilot.rows, 0);
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/bench/${id}`}>{name}</a> <span class="soft">{id}</span>
      </th>
      <td data-label={m.bench_version()}>{version}</td>
      <td data-label={m.bench_items()}>{formatNumber(items)}</td>
      <td data-label={m.bench_scales()}>{formatNumber(scales.length)}</td>
      <td data-label={m.bench_answers()}>
        {results + rows === 0
          ? m.bench_no_answers()
          : m.bench_answers_of({ campaign: formatNumber(results), pilot: formatNumber(rows) })}
      </td>
    </tr>
  );
}
