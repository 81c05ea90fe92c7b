import type { CampaignReport, ChoiceCell } from '../../../server/contract/campaign.schema.ts';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import type { CsvCell } from '../ui/csv.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { countWords } from './bands.ts';

type Shown = Extract<ChoiceCell, { kind: 'shown' }>;
type Named = NonNullable<CampaignReport['choices']>[number];

/** What pupils are spread over, the cells of those pupils, and of what day; `file` begins the names of downloads. */
type Choices = {
  choices: readonly Named[];
  cells: readonly ChoiceCell[];
  releasedAt: string;
  file: string;
};

/** «What fits the pupils best?»: how they spread over classes, the most frequent first, e.g. the subject to teach. */
export function ChoiceSection({ choices, cells, releasedAt, file }: Choices) {
  const told = choices.flatMap((choice) => {
    const cell = cells.find((one): one is Shown => one.kind === 'shown' && one.choice === choice.id);
    return cell === undefined ? [] : [{ choice, cell }];
  });
  if (told.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="choices">
      <h2 id="choices">{m.choices_title()}</h2>
      <div class="two">
        {told.map(({ choice, cell }) => (
          <ChoiceTable key={choice.id} choice={choice} cell={cell} releasedAt={releasedAt} file={file} />
        ))}
      </div>
    </section>
  );
}

type One = Pick<Choices, 'releasedAt' | 'file'> & { choice: Named; cell: Shown };

function ChoiceTable({ choice, cell, releasedAt, file }: One) {
  const language = useLanguage();
  const rows = choice.classes
    .map(({ id, name }, index) => ({ id, name: name[language], count: cell.counts[index] ?? null }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const [top] = rows;
  const name = choice.name[language];
  return (
    <section class="sheet stack">
      <h3>
        {top?.count == null ? m.choices_few({ choice: name }) : m.choices_finding({ choice: name, top: top.name })}
      </h3>
      {rows.every(({ count }) => count === null) ? null : <Classes rows={rows} n={cell.n} />}
      <p class="small">
        {m.choices_source({ n: formatNumber(cell.n), day: formatDay(releasedAt) })}{' '}
        <DownloadCsv
          name={`${file}-${choice.id}.csv`}
          rows={() => [
            [m.choices_what(), m.funnel_count()],
            ...rows.map(({ name: words, count }): CsvCell[] => [words, count ?? m.hidden_cell()]),
          ]}
        />
      </p>
    </section>
  );
}

type Class = { id: string; name: string; count: number | null };

function Classes({ rows, n }: { rows: readonly Class[]; n: number }) {
  return (
    <table class="funnel">
      <thead class="unseen">
        <tr>
          <th scope="col">{m.choices_what()}</th>
          <th scope="col">{m.funnel_count()}</th>
          <th scope="col">{m.choices_share()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name: words, count }) => (
          <tr key={id}>
            <th scope="row">
              {words}
              {count === null ? null : <ProgressBar done={count} of={n} />}
            </th>
            <td class="number">{countWords(count)}</td>
            <td class="number soft">{count === null ? '' : formatShare(count / Math.max(1, n))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
