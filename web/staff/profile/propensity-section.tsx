import type { ResultPropensity } from '../../../server/contract/analysis.schema.ts';
import { bandChart } from '../../charts/band-chart.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { SvgView } from '../../ui/svg-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { Details } from '../ui/details.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { type Explained, ExplainToggle } from './explain-toggle.tsx';

type Propensity = NonNullable<ResultPropensity>;

const tones: Readonly<Record<Propensity['pathways'][number]['status'], Tone>> = {
  met: 'good',
  'not-met': 'none',
  unknown: 'going',
  closed: 'none',
};

/** The inclination to teach: the label the pupil sees too, how sure the index is, and every pathway with why. */
export function PropensitySection({
  propensity,
  of,
}: {
  propensity: ResultPropensity;
  of: Omit<Explained, 'scale' | 'name'>;
}) {
  if (propensity === null) return null;
  const { label, summary, uncertainty, pathways, parts, table, tableVersion } = propensity;
  return (
    <Sheet title={m.profile_propensity()}>
      <p>
        <strong>{label}</strong>
      </p>
      <p>{uncertainty}</p>
      <IndexBar index={propensity.index} />
      <p class="soft">{summary}</p>
      <table class="cards-when-narrow">
        <caption>{m.profile_pathways()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.profile_pathway()}</th>
            <th scope="col">{m.profile_pathway_met()}</th>
          </tr>
        </thead>
        <tbody>
          {pathways.map(({ id, name, status, statusLabel, evidence }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {evidence.map((line) => (
                  <span key={line} class="small evidence">
                    {line}
                  </span>
                ))}
              </th>
              <td data-label={m.profile_pathway_met()}>
                <Mark tone={tones[status]}>{statusLabel}</Mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length === 0 ? null : (
        <Details summary={m.profile_index_parts()}>
          <table>
            <thead>
              <tr>
                <th scope="col">{m.profile_scale()}</th>
                <th scope="col" class="number">
                  {m.profile_weight()}
                </th>
                <th scope="col" class="number">
                  {m.profile_effective_weight()}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ scale, name, weight, effectiveWeight }) => (
                <tr key={scale}>
                  <th scope="row">{name}</th>
                  <td class="number">{formatNumber(weight, 1)}</td>
                  <td class="number">{`${formatNumber(Math.round(100 * effectiveWeight))} %`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Details>
      )}
      <p class="small">{m.profile_table_version({ table: `${table} ${tableVersion}` })}</p>
      <ExplainToggle {...of} scale={table} name={m.profile_propensity()} />
    </Sheet>
  );
}

/** Where the index lies with its error, and where the invitation begins. */
function IndexBar({ index }: { index: Propensity['index'] }) {
  const { place, width } = useWidth<HTMLElement>(296);
  if (index === null) return null;
  const { trueT, low, high, cutT } = index;
  const whole = (value: number) => formatNumber(Math.round(value));
  const title = m.profile_index_band({ t: whole(trueT), low: whole(low), high: whole(high), cut: whole(cutT) });
  const row = { name: '', lowEnd: '20', highEnd: '80', mean: trueT, low, high, from: 20, to: 80, cut: cutT, ticks: 10 };
  return (
    <figure ref={place}>
      <SvgView node={bandChart({ title, rows: [row], width })} />
      <figcaption>{title}</figcaption>
    </figure>
  );
}
