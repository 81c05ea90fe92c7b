import type { NormStudyReport } from '../../../server/contract/study-report.ts';
import { formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { shown } from '../bench/figures.ts';

/** Each scale of a norm beside the one in force, and what would move. */
export function NormComparison({
  scales,
  nameOf,
}: {
  scales: NormStudyReport['scales'];
  nameOf: (scale: string) => string;
}) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_scale()}</th>
          <th scope="col">{m.norms_new_mean()}</th>
          <th scope="col">{m.norms_old_mean()}</th>
          <th scope="col">{m.norms_reliability()}</th>
          <th scope="col">{m.norms_shift()}</th>
          <th scope="col">{m.norms_stanines()}</th>
        </tr>
      </thead>
      <tbody>
        {scales.map(({ scale, next, current, shift }) => (
          <tr key={scale}>
            <th scope="row">{nameOf(scale)}</th>
            <td data-label={m.norms_new_mean()}>{`${shown(next.mean)} (${shown(next.sd)})`}</td>
            <td data-label={m.norms_old_mean()}>
              {current === null ? '–' : `${shown(current.mean)} (${shown(current.sd)})`}
            </td>
            <td data-label={m.norms_reliability()}>{shown(next.reliability)}</td>
            <td data-label={m.norms_shift()}>{shift === null ? '–' : shown(shift.meanShift, 1)}</td>
            <td data-label={m.norms_stanines()}>{shift === null ? '–' : formatShare(shift.stanineMoved)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
