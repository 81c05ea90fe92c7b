import type {
  CalibratedFigures,
  CalibrationStudyReport,
  ScaleCalibration,
} from '../../../server/contract/study-report.ts';
import { curveChart } from '../../charts/curve-chart.ts';
import { answerCurves, characteristicCurve, informationCurve, thetaRange } from '../../charts/irt-curves.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { Details } from '../ui/details.tsx';
import { Figure } from '../ui/figure.tsx';
import { shown, shownP } from './figures.ts';
import { ItemName } from './item-name.tsx';
import { PersonFit } from './person-fit.tsx';
import type { ReportFrame } from './study-report-view.tsx';
import { warningWords } from './warning-words.ts';

export function CalibrationReport({ report, frame }: { report: CalibrationStudyReport; frame: ReportFrame }) {
  return (
    <>
      {report.scales.map((scale) => (
        <Scale key={scale.scale} scale={scale} frame={frame} />
      ))}
    </>
  );
}

function Scale({ scale, frame }: { scale: ScaleCalibration; frame: ReportFrame }) {
  const { fit } = scale;
  const facts: [string, string][] = [
    [m.bench_model(), scale.model.toUpperCase()],
    ['n', formatNumber(scale.n)],
    ['log L', shown(scale.logLik, 1)],
    [m.bench_reliability(), shown(scale.reliability, 3)],
    [m.bench_variance(), shown(scale.variance, 3)],
    ...(fit === null
      ? []
      : [[fit.statistic, `${shown(fit.value, 1)}, df ${fit.df}, RMSEA ${shown(fit.rmsea, 3)}`] as [string, string]]),
  ];
  return (
    <section class="sheet stack">
      <h2>{frame.nameOf(scale.scale)}</h2>
      {scale.converged ? null : (
        <Notice tone="bad">
          <p>{m.bench_not_converged()}</p>
        </Notice>
      )}
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {scale.warnings.length === 0 ? null : (
        <Notice tone="warn">
          <ul>
            {scale.warnings.map((line) => (
              <li key={line}>{warningWords(line)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Parameters items={scale.items} frame={frame} />
      <div class="figures">
        <TestFigure scale={scale} frame={frame} what="information" />
        <TestFigure scale={scale} frame={frame} what="characteristic" />
      </div>
      {scale.personFit === null ? null : <PersonFit fit={scale.personFit} frame={frame} />}
      <Details summary={m.bench_answer_curves()}>
        <div class="figures">
          {scale.items.map((item) => (
            <AnswerFigure key={item.item} item={item} frame={frame} />
          ))}
        </div>
      </Details>
      <Details summary={m.bench_sum_scores()}>
        <SumScores scale={scale} />
      </Details>
    </section>
  );
}

function Parameters({ items, frame }: { items: readonly CalibratedFigures[]; frame: ReportFrame }) {
  const withError = (value: number, se: number | null | undefined): string =>
    se == null ? shown(value) : `${shown(value)} ± ${shown(se)}`;
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_item()}</th>
          <th scope="col">a ± SE</th>
          <th scope="col">b ± SE</th>
          <th scope="col">S-X²</th>
          <th scope="col">p</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.item}>
            <th scope="row">
              <ItemName item={item.item} frame={frame} />
            </th>
            <td data-label="a ± SE">{withError(item.a, item.se?.a)}</td>
            <td data-label="b ± SE">{item.b.map((b, at) => withError(b, item.se?.b[at])).join(' · ')}</td>
            <td data-label="S-X²">{item.fit === null ? '–' : `${shown(item.fit.chiSquare, 1)} (${item.fit.df})`}</td>
            <td data-label="p">{shownP(item.fit?.p ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TestFigure({
  scale,
  frame,
  what,
}: {
  scale: ScaleCalibration;
  frame: ReportFrame;
  what: 'information' | 'characteristic';
}) {
  const isInformation = what === 'information';
  const curve = (isInformation ? informationCurve : characteristicCurve)(scale.items, '');
  const most = Math.max(...curve.points.map(([, y]) => y));
  const peak = curve.points.find(([, y]) => y === most)?.[0] ?? 0;
  const title = isInformation ? m.bench_information({ theta: shown(peak, 1) }) : m.bench_characteristic();
  return (
    <Figure
      name={`${frame.file}-${scale.scale}-${what}`}
      title={title}
      source={frame.source}
      draw={(width, ink) =>
        curveChart({
          curves: [curve],
          x: { ...thetaRange, label: 'θ' },
          y: { low: 0, high: most * 1.08, label: '' },
          width,
          ink,
          format: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
          label: `${title} ${m.bench_from_to({ from: shown(curve.points[0]?.[1]), to: shown(curve.points.at(-1)?.[1]) })}`,
        })
      }
      rows={() => [['theta', what], ...curve.points.map(([x, y]) => [x, y])]}
    />
  );
}

function AnswerFigure({ item, frame }: { item: CalibratedFigures; frame: ReportFrame }) {
  const curves = answerCurves(item, item.b.map((_, at) => String(at)).concat(String(item.b.length)));
  const title = m.bench_answers_to({ item: item.item });
  return (
    <Figure
      name={`${frame.file}-${item.item}`}
      title={title}
      source={frame.source}
      draw={(width, ink) =>
        curveChart({
          curves,
          x: { ...thetaRange, label: 'θ' },
          y: { low: 0, high: 1, label: '' },
          width,
          ink,
          format: (value) => formatNumber(value, Number.isInteger(value) ? 0 : 2),
          label: `${title}. a ${shown(item.a)}; b ${item.b.map((b) => shown(b)).join(', ')}`,
        })
      }
      rows={() => [
        ['theta', ...curves.map(({ label }) => label)],
        ...(curves[0]?.points ?? []).map(([x], at) => [x, ...curves.map(({ points }) => points[at]?.[1] ?? null)]),
      ]}
    />
  );
}

function SumScores({ scale }: { scale: ScaleCalibration }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{m.bench_sum_score()}</th>
          <th scope="col">θ</th>
          <th scope="col">SE</th>
        </tr>
      </thead>
      <tbody>
        {scale.sumScores.map(({ score, theta, se }) => (
          <tr key={score}>
            <th scope="row">{formatNumber(score)}</th>
            <td>{shown(theta)}</td>
            <td>{shown(se)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
