import type { GroupSummary, ReportGroup } from '../../../server/contract/aggregate.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { differenceWords, groupWords } from './group-words.ts';

export type GroupLine = { group: ReportGroup; one: GroupSummary };
/** What the lines may be compared with; a column that no line fills is left out. */
const comparisons = [
  ['toRest', m.group_to_rest],
  ['toCountry', m.group_to_country],
  ['toLastYear', m.group_to_last_year],
] as const;

/** n, mean with its error, median, and how a group differs, in words. */
export function GroupTable({ title, lines }: { title: string; lines: readonly GroupLine[] }) {
  const language = useLanguage();
  const compared = comparisons.filter(([key]) => lines.some(({ one }) => one[key] !== null));
  return (
    // A region of its own for the keyboard: a wide table scrolls inside it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={title}>
      <table class="groups">
        <thead>
          <tr>
            <th scope="col">{m.group_name()}</th>
            <th scope="col" class="number">
              n
            </th>
            <th scope="col" class="number">
              {m.group_mean()}
            </th>
            <th scope="col" class="number">
              {m.group_median()}
            </th>
            {compared.map(([key, label]) => (
              <th key={key} scope="col">
                {label()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ group, one }) => (
            <tr key={`${group.kind} ${group.by} ${group.value}`}>
              <th scope="row">{groupWords(group, language)}</th>
              <td class="number">{formatNumber(one.n)}</td>
              <td class="number">{meanWords(one)}</td>
              <td class="number">{one.median === null ? '—' : formatNumber(one.median, 1)}</td>
              {compared.map(([key]) => (
                <td key={key}>{differenceWords(one[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function meanWords({ mean, margin }: GroupSummary): string {
  if (mean === null) return m.hidden_cell();
  return margin === null ? formatNumber(mean, 2) : `${formatNumber(mean, 2)} ± ${formatNumber(margin, 2)}`;
}
