import { useState } from 'preact/hooks';
import type { ScaleResult } from '../../../server/contract/result.schema.ts';
import { bandChart } from '../../charts/band-chart.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SvgView } from '../../ui/svg-view.tsx';
import { textScale, useWidth } from '../../ui/use-width.ts';

/** So many bars are taken in at a glance; the whole profile is a press away. */
const mostAtOnce = 8;

/** The profile as one picture, with the same numbers in a table for whoever would rather read. */
export function ProfilePicture({ scales }: { scales: readonly ScaleResult[] }) {
  const { place, width } = useWidth<HTMLElement>(296);
  const [isWhole, setWhole] = useState(false);
  const hasMore = scales.length > mostAtOnce;
  const rows = (isWhole ? scales : scales.slice(0, mostAtOnce)).map((scale) => ({
    ...scale,
    note: m.result_unscored({ answered: scale.answered, of: scale.of }),
  }));
  return (
    <Sheet title={m.result_picture()}>
      <figure ref={place}>
        <SvgView node={bandChart({ title: m.result_picture(), rows, width, scale: textScale() })} />
        <figcaption>{rows.some(({ low }) => low !== null) ? m.result_legend() : m.result_legend_rough()}</figcaption>
      </figure>
      {hasMore ? (
        <Button look="plain" onPress={() => setWhole(!isWhole)}>
          {isWhole ? m.result_picture_few() : m.result_picture_all({ count: scales.length })}
        </Button>
      ) : null}
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
          {groupsOf(scales).map(([group, members]) => (
            <GroupRows key={group} group={group} scales={members} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupRows({ group, scales }: { group: string; scales: readonly ScaleResult[] }) {
  return (
    <>
      {group === '' ? null : (
        <tr>
          <th colSpan={3} scope="rowgroup" class="group">
            {group}
          </th>
        </tr>
      )}
      {scales.map(({ scale, name, mean, low, high, to }) => (
        <tr key={scale}>
          <th scope="row">{name}</th>
          <td class="number">{mean === null ? '—' : inUnits(mean, to)}</td>
          <td class="number">{low === null || high === null ? '—' : `${inUnits(low, to)}–${inUnits(high, to)}`}</td>
        </tr>
      ))}
    </>
  );
}

/** A share of choices is told in percent, an answer on a scale of points as it is. */
const inUnits = (value: number, to: number | undefined): string =>
  to === 1 ? `${formatNumber(Math.max(0, Math.min(1, value)) * 100, 0)} %` : formatNumber(value, 1);

/** Parts of a battery in the order in which their strongest scale stands; one part needs no name. */
function groupsOf(scales: readonly ScaleResult[]): [string, ScaleResult[]][] {
  const groups = new Map<string, ScaleResult[]>();
  for (const scale of scales) groups.set(scale.group ?? '', [...(groups.get(scale.group ?? '') ?? []), scale]);
  return groups.size < 2 ? [['', [...scales]]] : [...groups];
}
