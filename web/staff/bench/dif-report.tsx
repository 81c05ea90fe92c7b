import type { DifFigures, DifStudyReport, ImpactFigures, ScaleDif } from '../../../server/contract/study-report.ts';
import { forestPlot } from '../../charts/forest-plot.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Figure } from '../ui/figure.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { shown, shownP } from './figures.ts';
import { ItemName } from './item-name.tsx';
import type { ReportFrame } from './study-report-view.tsx';
import { focalWords } from './study-words.ts';

export function DifReport({ report, frame }: { report: DifStudyReport; frame: ReportFrame }) {
  return (
    <>
      {report.impact ? <Impact impact={report.impact} focal={report.focal} /> : null}
      {report.scales.map((scale) => (
        <Scale key={scale.scale} scale={scale} focal={report.focal} frame={frame} />
      ))}
    </>
  );
}

/** Whether a talk is suggested to one group less often than to the other: ratio with its interval, Fisher's exact p. */
function Impact({ impact, focal }: { impact: ImpactFigures; focal: string }) {
  const { ratio, low, high, fisherP, belowFourFifths } = impact;
  const share = ({ selected, of }: ImpactFigures['focal']) =>
    `${formatNumber(selected)} / ${formatNumber(of)} (${formatShare(of === 0 ? 0 : selected / of)})`;
  return (
    <section class="sheet stack">
      <h2>{m.bench_impact_title()}</h2>
      <p>
        {m.bench_impact_rates({
          focal: focalWords(focal),
          focalRate: share(impact.focal),
          otherRate: share(impact.reference),
        })}
      </p>
      <p>
        {m.bench_impact_ratio({ ratio: shown(ratio), low: shown(low), high: shown(high), p: shownP(fisherP) })}{' '}
        <Mark tone={belowFourFifths ? 'warn' : 'good'}>
          {belowFourFifths ? m.bench_impact_below() : m.bench_impact_within()}
        </Mark>
      </p>
      <p class="small">{m.bench_impact_note()}</p>
    </section>
  );
}

const tones: Readonly<Record<'A' | 'B' | 'C', Tone>> = { A: 'none', B: 'warn', C: 'bad' };

function Scale({ scale, focal, frame }: { scale: ScaleDif; focal: string; frame: ReportFrame }) {
  const large = scale.items.filter((item) => item.class === 'C').map(({ item }) => item);
  const medium = scale.items.filter((item) => item.class === 'B').map(({ item }) => item);
  const title =
    large.length + medium.length === 0
      ? m.bench_dif_none()
      : m.bench_dif_some({ items: [...large, ...medium].join(', ') });
  const limit = scale.measure === 'delta' ? 1 : 0.17;
  return (
    <section class="sheet stack">
      <h2>{frame.nameOf(scale.scale)}</h2>
      <p>
        {m.bench_dif_groups({
          focal: focalWords(focal),
          focalN: formatNumber(scale.focal),
          referenceN: formatNumber(scale.reference),
        })}
      </p>
      <Figure
        name={`${frame.file}-${scale.scale}`}
        title={title}
        source={frame.source}
        draw={(width, ink) =>
          forestPlot({
            rows: scale.items.map(({ item, effect, low, high, class: found }) => ({
              label: item,
              value: effect,
              low,
              high,
              note: found ?? '–',
              strong: found === 'B' || found === 'C',
            })),
            axis: scale.measure === 'delta' ? m.bench_axis_delta() : m.bench_axis_smd(),
            limit,
            width,
            ink,
            format: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 2),
            label: `${title} ${scale.items.map(({ item, effect, class: found }) => `${item} ${shown(effect)} ${found ?? ''}`).join('; ')}`,
          })
        }
        rows={() => [
          ['item', 'chi2', 'p', 'p BH', scale.measure, 'low', 'high', 'class'],
          ...scale.items.map((one) => [
            one.item,
            one.chi2,
            one.p,
            one.pAdjusted,
            one.effect,
            one.low,
            one.high,
            one.class,
          ]),
        ]}
      />
      <Table items={scale.items} frame={frame} />
      {scale.test ? (
        <p>
          {m.bench_dtf({
            signed: shown(scale.test.signed),
            unsigned: shown(scale.test.unsigned),
            highest: formatNumber(scale.test.highest),
          })}
        </p>
      ) : null}
      {scale.tauSquared === null ? null : <p>{m.bench_dtf_tau({ tau: shown(scale.tauSquared, 3) })}</p>}
      <p class="small">{m.bench_dif_note()}</p>
    </section>
  );
}

function Table({ items, frame }: { items: readonly DifFigures[]; frame: ReportFrame }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_item()}</th>
          <th scope="col">χ²</th>
          <th scope="col">p</th>
          <th scope="col">p (BH)</th>
          <th scope="col">{m.bench_effect()}</th>
          <th scope="col">ΔR²</th>
          <th scope="col">{m.bench_class()}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.item}>
            <th scope="row">
              <ItemName item={one.item} frame={frame} />
            </th>
            <td data-label="χ²">{shown(one.chi2)}</td>
            <td data-label="p">{shownP(one.p)}</td>
            <td data-label="p (BH)">{shownP(one.pAdjusted)}</td>
            <td data-label={m.bench_effect()}>
              {one.effect === null ? '–' : `${shown(one.effect)} (${shown(one.low)}; ${shown(one.high)})`}
            </td>
            <td data-label="ΔR²">{shown(one.deltaR2, 3)}</td>
            <td data-label={m.bench_class()}>
              {one.class === null ? '–' : <Mark tone={tones[one.class]}>{one.class}</Mark>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
