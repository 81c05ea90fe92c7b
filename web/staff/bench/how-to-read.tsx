import type { StudyReport } from '../../../server/contract/study-report.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';

/** What the figures of each kind of report mean, and from where on they are good. */
const lines: Readonly<Record<StudyReport['kind'], readonly (() => string)[]>> = {
  items: [m.bench_read_alpha, m.bench_read_omega, m.bench_read_sem, m.bench_read_item, m.bench_read_components],
  calibration: [m.bench_read_ab, m.bench_read_fit, m.bench_read_information, m.bench_read_person],
  dif: [m.bench_read_dif, m.bench_read_class],
  adaptive: [m.bench_read_rmse, m.bench_read_bank],
  norm: [m.bench_read_norm],
  'key-effect': [],
  'rescore-preview': [m.bench_read_norm],
};

/** Told on demand, before the figures. */
export function HowToRead({ kind }: { kind: StudyReport['kind'] }) {
  if (lines[kind].length === 0) return null;
  return (
    <section class="sheet">
      <Details summary={m.bench_read()}>
        <ul class="plain-list">
          {lines[kind].map((line, at) => (
            <li key={at}>{line()}</li>
          ))}
        </ul>
      </Details>
    </section>
  );
}
