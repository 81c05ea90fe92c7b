import type { ClassOverview } from '../../../server/contract/overview.schema.ts';
import { stripChart } from '../../charts/strip-chart.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { SvgView } from '../../ui/svg-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { Details } from '../ui/details.tsx';

type Scale = ClassOverview['scales'][number];
type Props = { overview: ClassOverview; chosen: string | null; onChoose: (pid: string | null) => void };

/** Each scale as a strip with a dot for every result, by instrument; the same as a table, by name. */
export function OverviewScales({ overview, chosen, onChoose }: Props) {
  const { scales, pupils } = overview;
  const names = new Map(pupils.map(({ pid, name }) => [pid, name]));
  const groups = [...new Set(scales.map(({ group }) => group))];
  return (
    <div class="stack">
      <p class="soft">{m.overview_legend()}</p>
      {groups.map((group) => {
        const own = scales.filter((scale) => scale.group === group);
        return (
          <section key={group} class="sheet stack" aria-label={own[0]?.groupName ?? ''}>
            <h2>{own[0]?.groupName}</h2>
            {own.map((scale) => (
              <Strip key={scale.scale} scale={scale} names={names} chosen={chosen} onChoose={onChoose} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Strip({
  scale,
  names,
  chosen,
  onChoose,
}: {
  scale: Scale;
  names: ReadonlyMap<string, string>;
  chosen: string | null;
  onChoose: (pid: string | null) => void;
}) {
  const { place, width } = useWidth<HTMLElement>(296);
  const { name, dots, ...ends } = scale;
  const one = dots.find(({ pid }) => pid === chosen);
  const title = m.overview_strip({ name, n: formatNumber(dots.length) });
  const chooseDot = (event: Event) => {
    const pid = event.target instanceof Element ? event.target.getAttribute('data-dot') : null;
    if (pid !== null) onChoose(pid);
  };
  const drawn = { title, ...ends, dots: dots.map(({ pid, ...dot }) => ({ id: pid, ...dot })), chosen, width };
  return (
    <div>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for the mouse; by keyboard the list of pupils chooses */}
      <figure ref={place} onClick={chooseDot}>
        <SvgView node={stripChart(drawn)} />
        {one === undefined ? null : <figcaption>{`${names.get(one.pid) ?? ''}: ${valueWords(one)}`}</figcaption>}
      </figure>
      <Details summary={m.overview_table({ name })}>
        <table>
          <tbody>
            {[...dots]
              .sort((a, b) => (names.get(a.pid) ?? '').localeCompare(names.get(b.pid) ?? '', 'kk'))
              .map((dot) => (
                <tr key={dot.pid}>
                  <th scope="row">
                    <a href={`/staff/pupils/${dot.pid}`}>{names.get(dot.pid)}</a>
                  </th>
                  <td class="number">{valueWords(dot)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Details>
    </div>
  );
}

/** No number without its error. */
function valueWords({ mean, low, high }: Scale['dots'][number]): string {
  if (low === null || high === null) return m.overview_no_error();
  return `${formatNumber(mean, 1)} (${formatNumber(low, 1)}–${formatNumber(high, 1)})`;
}
