import type { ScaleResult } from '../../../server/contract/result.schema.ts';
import { bandChart } from '../../charts/band-chart.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { SvgView } from '../../ui/svg-view.tsx';
import { textScale, useWidth } from '../../ui/use-width.ts';

/** The profile as one picture, with the same numbers in a table for whoever would rather read. */
export function ProfilePicture({ scales }: { scales: readonly ScaleResult[] }) {
  const { place, width } = useWidth<HTMLElement>(296);
  const rows = scales.map((scale) => ({
    ...scale,
    note: m.result_unscored({ answered: scale.answered, of: scale.of }),
  }));
  return (
    <Sheet title={m.result_picture()}>
      <figure ref={place}>
        <SvgView node={bandChart({ title: m.result_picture(), rows, width, scale: textScale() })} />
        <figcaption>{m.result_legend()}</figcaption>
      </figure>
      <details>
        <summary>{m.result_table()}</summary>
        <ProfileTable scales={scales} />
      </details>
    </Sheet>
  );
}

function ProfileTable({ scales }: { scales: readonly ScaleResult[] }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{m.result_column_scale()}</th>
            <th scope="col" class="number">
              {m.result_column_mean()}
            </th>
            <th scope="col" class="number">
              {m.result_column_band()}
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.map(({ scale, name, mean, low, high }) => (
            <tr key={scale}>
              <th scope="row">{name}</th>
              <td class="number">{mean === null ? '—' : formatNumber(mean, 1)}</td>
              <td class="number">
                {low === null || high === null ? '—' : `${formatNumber(low, 1)}–${formatNumber(high, 1)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
