import { useState } from 'preact/hooks';
import type { CampaignReport, ReportRow } from '../../../server/contract/campaign.schema.ts';
import { topShare } from '../../charts/histogram.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { shownCell, tellingPlaces, topRow } from './place-tree.ts';
import { ScaleChart } from './scale-chart.tsx';

/** What pupils say, scale by scale: small charts of one place on the same axis, with the region to compare. */
export function ScaleCharts({ report }: { report: CampaignReport }) {
  const language = useLanguage();
  const places = tellingPlaces(report);
  const region = topRow(report);
  const [chosen, choose] = useState(region?.id ?? '');
  const place = places.find(({ id }) => id === chosen) ?? places[0];
  if (place === undefined || region === null) {
    return (
      <Empty title={m.charts_none()}>{m.charts_none_next({ minimum: formatNumber(report.minimumForHistogram) })}</Empty>
    );
  }
  const cells = report.scales.flatMap(({ id }) =>
    [shownCell(place, id), shownCell(region, id)].flatMap((cell) => cell ?? []),
  );
  const top = topShare(cells.map(({ histogram, n }) => ({ counts: histogram, n })));
  return (
    <section class="stack" aria-labelledby="charts">
      <div>
        <h2 id="charts">{m.charts_title()}</h2>
        <p class="soft">{m.charts_how()}</p>
      </div>
      <div class="narrow-field">
        <Choice
          label={m.charts_place()}
          value={place.id}
          options={places.map((row) => [row.id, optionOf(row, language)] as const)}
          onValue={choose}
        />
      </div>
      <div class="charts">
        {report.scales.map((scale) => (
          <ScaleChart
            key={scale.id}
            scale={scale}
            place={place}
            region={place.id === region.id ? null : region}
            top={top}
          />
        ))}
      </div>
    </section>
  );
}

const depths: Readonly<Record<ReportRow['level'], number>> = { region: 0, district: 1, cluster: 2, school: 2 };

/** A list of a `select` has no tree: the depth is shown by no-break spaces. */
const optionOf = ({ level, name }: ReportRow, language: 'kk' | 'ru' | 'en'): string =>
  '\u00A0'.repeat(3 * depths[level]) + name[language];
