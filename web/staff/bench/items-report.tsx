import type { ItemFigures, ItemsReport, ScaleFigures } from '../../../server/contract/study-report.ts';
import { curveChart } from '../../charts/curve-chart.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';
import { Figure } from '../ui/figure.tsx';
import { Mark } from '../ui/mark.tsx';
import { shown } from './figures.ts';
import { ItemName } from './item-name.tsx';
import type { ReportFrame } from './study-report-view.tsx';

export function ItemsReportView({ report, frame }: { report: ItemsReport; frame: ReportFrame }) {
  return (
    <>
      {report.scales.map((scale) => (
        <Scale key={scale.scale} scale={scale} frame={frame} />
      ))}
    </>
  );
}

function Scale({ scale, frame }: { scale: ScaleFigures; frame: ReportFrame }) {
  const { statistics, alpha, general, dimension, q3 } = scale;
  const interval = statistics.alphaInterval;
  const name = frame.nameOf(scale.scale);
  const facts: [string, string][] = [
    [
      'α',
      interval === null ? shown(alpha, 3) : `${shown(alpha, 3)} (${shown(interval.low, 3)}–${shown(interval.high, 3)})`,
    ],
    ['λ₂', shown(statistics.lambda2, 3)],
    ['ω', shown(statistics.omega, 3)],
    ['ω_h', shown(general?.omegaHierarchical, 3)],
    [m.bench_split_half(), shown(statistics.splitHalf?.spearmanBrown, 3)],
    ['SEM', shown(statistics.sem)],
    [m.bench_mean_sd(), `${shown(statistics.mean)} (${shown(statistics.sd)})`],
    [m.bench_components(), `${shown(dimension.parallel?.components, 0)} / ${shown(dimension.map?.components, 0)}`],
    [m.bench_complete(), formatNumber(scale.complete)],
  ];
  return (
    <section class="sheet stack">
      <h2>{name}</h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ItemTable scale={scale} name={name} frame={frame} />
      {(q3?.flagged.length ?? 0) === 0 ? null : (
        <p>
          {m.bench_q3({
            pairs: (q3?.flagged ?? []).map(({ items, q3: value }) => `${items.join('–')} (${shown(value)})`).join(', '),
          })}
        </p>
      )}
      <Details summary={m.bench_option_curves()}>
        <p class="soft narrow-text">{m.bench_option_lead()}</p>
        <div class="figures">
          {scale.items
            .filter(({ options }) => options.length > 1)
            .map((item) => (
              <OptionFigure key={item.item} item={item} frame={frame} />
            ))}
        </div>
      </Details>
    </section>
  );
}

/** An item that goes against its scale, or that the scale would be better without. */
const isWeak = ({ itemRest, alphaIfDropped }: ItemFigures, alpha: number | null): boolean =>
  (itemRest !== null && itemRest < 0.2) ||
  (alphaIfDropped !== null && alpha !== null && alphaIfDropped > alpha + 0.005);

type Column = [string, (item: ItemFigures) => string];

/** A pilot's file has no times. */
const timeColumn = (): Column => [
  m.bench_time(),
  ({ times }) => (times === null ? '–' : m.bench_seconds({ s: formatNumber(times.median / 1000, 1) })),
];

function ItemTable({ scale, name, frame }: { scale: ScaleFigures; name: string; frame: ReportFrame }) {
  const columns: Column[] = [
    ['n', ({ n }) => formatNumber(n)],
    [m.bench_missing(), ({ missing }) => formatShare(missing, 1)],
    [m.bench_mean_sd(), ({ mean, sd }) => `${shown(mean)} (${shown(sd)})`],
    [m.bench_difficulty(), ({ difficulty }) => shown(difficulty)],
    [
      m.bench_floor_ceiling(),
      ({ floor, ceiling }) =>
        floor === null || ceiling === null ? '–' : `${formatShare(floor)} / ${formatShare(ceiling)}`,
    ],
    [m.bench_item_rest(), ({ itemRest }) => shown(itemRest)],
    [m.bench_alpha_dropped(), ({ alphaIfDropped }) => shown(alphaIfDropped, 3)],
    ...(scale.items.some(({ times }) => times !== null) ? [timeColumn()] : []),
  ];
  return (
    <table class="cards-when-narrow">
      <caption class="unseen">{m.bench_items_of({ scale: name })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.bench_item()}</th>
          {columns.map(([head]) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scale.items.map((item) => (
          <tr key={item.item}>
            <th scope="row">
              <ItemName item={item.item} frame={frame} />
              {isWeak(item, scale.alpha) ? <Mark tone="warn">{m.bench_weak()}</Mark> : null}
            </th>
            {columns.map(([head, cell]) => (
              <td key={head} data-label={head}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OptionFigure({ item, frame }: { item: ItemFigures; frame: ReportFrame }) {
  const groups = item.options[0]?.shares.length ?? 5;
  const title = m.bench_options_of({ item: item.item });
  return (
    <Figure
      name={`${frame.file}-${item.item}`}
      title={title}
      source={frame.source}
      draw={(width, ink) =>
        curveChart({
          curves: item.options.map(({ option, shares }) => ({
            label: String(option),
            points: shares.map((share, at) => [at + 1, share] as const),
          })),
          x: { low: 1, high: groups, label: m.bench_axis_fifth(), whole: true },
          y: { low: 0, high: 1, label: '', format: (value) => formatShare(value) },
          width,
          ink,
          format: (value) => formatNumber(value),
          label: `${title}. ${item.options.map(({ option, count }) => `${option}: ${count}`).join('; ')}`,
        })
      }
      rows={() => [
        ['option', 'n', ...Array.from({ length: groups }, (_, at) => `fifth ${at + 1}`)],
        ...item.options.map(({ option, count, shares }) => [option, count, ...shares]),
      ]}
    />
  );
}
