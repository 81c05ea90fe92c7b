import { useState } from 'preact/hooks';
import type { NationalReport } from '../../../server/contract/comparison.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Funnel } from '../report/funnel.tsx';
import { GroupFigure } from '../report/group-figure.tsx';
import { ReportFiles } from '../report/report-files.tsx';
import { TrendSection } from '../report/trend-section.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

/** «How do the regions answer?»: the country as the sum of what regions' frozen releases tell. */
export function NationalSection() {
  const [query, setQuery] = useState('');
  const got = useGet<NationalReport>(`/api/country/report${query === '' ? '' : `?${query}`}`);
  // Before the first release there is no report to find.
  if (got.failure?.problem?.slug === 'not-found') {
    return <Empty title={m.national_none()}>{m.national_none_next()}</Empty>;
  }
  return (
    <Loaded got={got} lines={12}>
      {(found) => <National report={found} onChoose={setQuery} />}
    </Loaded>
  );
}

const queryOf = ({ year, instrument }: { year: number; instrument: string }): string =>
  `year=${year}&instrument=${encodeURIComponent(instrument)}`;

function National({ report, onChoose }: { report: NationalReport; onChoose: (query: string) => void }) {
  const language = useLanguage();
  const [chosen, chooseScale] = useState('');
  const scale = report.scales.find(({ id }) => id === chosen) ?? report.scales[0];
  const { pupils, submitted } = report.country.participation;
  const years = report.years.map((one) => [queryOf(one), `${one.year} · ${one.instrument}`] as const);
  return (
    <div class="stack wide-gap">
      <section class="stack" aria-labelledby="national">
        <h2 id="national">{m.national_title()}</h2>
        <p>{m.national_finished({ done: formatNumber(submitted), of: formatNumber(pupils) })}</p>
        <div class="fields">
          <Choice label={m.national_year()} value={queryOf(report)} options={years} onValue={onChoose} />
          {scale === undefined ? null : (
            <Choice
              label={m.groups_scale()}
              value={scale.id}
              options={report.scales.map(({ id, name }) => [id, name[language]] as const)}
              onValue={chooseScale}
            />
          )}
        </div>
        <ReportFiles path="/api/country/report" name="ustaz-country" query={`&${queryOf(report)}`} />
      </section>
      {scale === undefined ? null : (
        <section class="sheet stack">
          <GroupFigure
            name={`ustaz-country-${report.year}-${scale.id}`}
            scale={scale}
            groups={report.groups}
            source={m.choices_source({ n: formatNumber(submitted), day: formatDay(report.asOf) })}
          />
          <p class="small">
            {m.groups_how()} {m.groups_certain()}
          </p>
        </section>
      )}
      <div class="two">
        <Funnel participation={report.country.participation} steps={report.steps} untold={m.national_step_untold} />
        <TrendSection name="ustaz-country-years" trend={report.trend} scales={report.scales} />
      </div>
    </div>
  );
}
