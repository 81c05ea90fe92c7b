import type { AdaptiveStudyReport, Way } from '../../../server/contract/study-report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { shown } from './figures.ts';
import type { ReportFrame } from './study-report-view.tsx';

export function AdaptiveReport({ report, frame }: { report: AdaptiveStudyReport; frame: ReportFrame }) {
  return (
    <>
      {report.scales.map((scale) => {
        const ways: [string, Way][] = [
          [m.bench_way_full(), scale.full],
          [m.bench_way_adaptive(), scale.adaptive],
          [m.bench_way_fixed(), scale.fixed],
        ];
        return (
          <section class="sheet stack" key={scale.scale}>
            <h2>{frame.nameOf(scale.scale)}</h2>
            <p>
              <strong>
                {scale.advice === 'adaptive'
                  ? m.bench_advice_adaptive({ bank: formatNumber(scale.bank) })
                  : m.bench_advice_fixed({ bank: formatNumber(scale.bank), form: scale.form.join(', ') })}
              </strong>
            </p>
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.bench_way()}</th>
                  <th scope="col">{m.bench_items()}</th>
                  <th scope="col">RMSE</th>
                  <th scope="col">{m.bench_ratio()}</th>
                  <th scope="col">r</th>
                </tr>
              </thead>
              <tbody>
                {ways.map(([name, way]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td data-label={m.bench_items()}>{shown(way.items, 1)}</td>
                    <td data-label="RMSE">{shown(way.rmse, 3)}</td>
                    <td data-label={m.bench_ratio()}>{shown(way.ratio, 2)}</td>
                    <td data-label="r">{shown(way.r, 3)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="small">{m.bench_simulated({ persons: formatNumber(scale.persons) })}</p>
          </section>
        );
      })}
    </>
  );
}
