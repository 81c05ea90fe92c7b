import type { ScaleCalibration } from '../../../server/contract/study-report.ts';
import { curveChart } from '../../charts/curve-chart.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Figure } from '../ui/figure.tsx';
import type { ReportFrame } from './study-report-view.tsx';

type Fit = NonNullable<ScaleCalibration['personFit']>;

/** How many patterns of answers the model did not expect: about one in twenty is what chance leaves. */
export function PersonFit({ fit, frame }: { fit: Fit; frame: ReportFrame }) {
  const title = m.bench_person_fit({ share: formatShare(fit.unexpected / fit.n, 1), n: formatNumber(fit.n) });
  const points = fit.histogram.map((count, at) => [-3.75 + at / 2, count] as const);
  const most = Math.max(1, ...fit.histogram);
  return (
    <Figure
      name={`${frame.file}-person-fit`}
      title={title}
      source={frame.source}
      draw={(width, ink) =>
        curveChart({
          curves: [{ label: '', points }],
          x: { low: -4, high: 4, label: 'lz*' },
          y: { low: 0, high: most * 1.1, label: '' },
          width,
          ink,
          format: (value) => formatNumber(value),
          label: title,
        })
      }
      rows={() => [['lz*', 'n'], ...points.map(([x, y]) => [x, y])]}
    />
  );
}
