import type { RescorePreviewReport } from '../../../server/contract/study-report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { shown } from '../bench/figures.ts';
import { basisWords, changeWords, stateWords } from './norm-words.ts';

type Summary = RescorePreviewReport['summary'];
type ScaleSummary = Summary['scales'][number];

/** Why, and for whom: what each result rests on, who is newly invited to talk or no longer, whose answers read otherwise, which scales. */
export function RescoreChanges({ summary, nameOf }: { summary: Summary; nameOf: (scale: string) => string }) {
  return (
    <>
      <ul class="plain-list">
        {summary.why.map(({ basis, from, to, people }) => (
          <li key={`${basis} ${from} ${to}`}>
            {basisWords[basis]()}: {from ?? m.norms_state_none()} → {to ?? m.norms_state_none()} ({persons(people)})
          </li>
        ))}
        <States title={m.norms_invitations()} states={summary.invitations} />
        <States title={m.norms_quality()} states={summary.quality} />
        {summary.fields === 0 ? null : <li>{m.norms_fields({ n: formatNumber(summary.fields) })}</li>}
        {summary.unexplained === 0 ? null : <li>{m.norms_unexplained({ n: formatNumber(summary.unexplained) })}</li>}
      </ul>
      {summary.scales.length === 0 ? null : <Scales scales={summary.scales} nameOf={nameOf} />}
    </>
  );
}

const persons = (people: number): string => m.norms_people({ n: formatNumber(people) });

function States({ title, states }: { title: string; states: Summary['invitations'] }) {
  return (
    <>
      {states.map(({ from, to, people }) => (
        <li key={`${from} ${to}`}>
          {title}: {stateWords(from)} → {stateWords(to)} ({persons(people)})
        </li>
      ))}
    </>
  );
}

function Scales({ scales, nameOf }: { scales: readonly ScaleSummary[]; nameOf: (scale: string) => string }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_scale()}</th>
          <th scope="col">{m.norms_whom()}</th>
          <th scope="col">{m.norms_what()}</th>
          <th scope="col">{m.norms_shift()}</th>
          <th scope="col">{m.norms_largest()}</th>
        </tr>
      </thead>
      <tbody>
        {scales.map(({ scale, people, kinds, meanShiftOfT, largestShiftOfT }) => (
          <tr key={scale}>
            <th scope="row">{nameOf(scale)}</th>
            <td data-label={m.norms_whom()}>{formatNumber(people)}</td>
            <td data-label={m.norms_what()}>{whatOf(kinds)}</td>
            <td data-label={m.norms_shift()}>{shown(meanShiftOfT, 1)}</td>
            <td data-label={m.norms_largest()}>{shown(largestShiftOfT, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whatOf = (kinds: ScaleSummary['kinds']): string =>
  changeWords
    .flatMap(([kind, words]) => ((kinds[kind] ?? 0) === 0 ? [] : [`${words()}: ${formatNumber(kinds[kind] ?? 0)}`]))
    .join('; ');
