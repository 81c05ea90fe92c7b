import { useState } from 'preact/hooks';
import type { NeedsTable } from '../../../server/contract/alliance.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Mark } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Cell = NeedsTable['cells'][number];

/** The Alliance's table. A gap is a word and a colour; it says of what there is too little. */
export function NeedsSheet({
  table,
  nameOf,
  own,
}: {
  table: NeedsTable;
  nameOf: (id: string) => string;
  own: string | null;
}) {
  const [onlyOwn, setOnlyOwn] = useState(own !== null);
  // Seats for any region stand beside the own ones: they may be used.
  const cells = table.cells.filter(({ region }) => !onlyOwn || own === null || region === own || region === 'any');
  const needed = cells.reduce((sum, one) => sum + one.needed, 0);
  const seats = cells.reduce((sum, one) => sum + one.seats, 0);
  const funded = cells.reduce((sum, one) => sum + one.funded, 0);
  const regionOf = (id: string) => (id === 'any' ? m.al_any_region() : nameOf(id));
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.al_table_title()}</h2>
        <span class="row">
          <DownloadCsv
            name={`ustaz-needs-${table.year}.csv`}
            rows={() => [
              [m.al_subject(), m.al_language(), m.campaign_region(), m.al_needed(), m.al_seats(), m.al_funded()],
              ...cells.map((one) => [
                nameOf(one.subject),
                one.language,
                regionOf(one.region),
                one.needed,
                one.seats,
                one.funded,
              ]),
            ]}
          />
          <TableXlsx year={table.year} />
        </span>
      </div>
      {own === null ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={onlyOwn}
            onChange={({ currentTarget }) => setOnlyOwn(currentTarget.checked)}
          />
          {m.al_only_own()}
        </label>
      )}
      {cells.length === 0 ? (
        <Empty title={m.al_empty()}>{m.al_empty_next()}</Empty>
      ) : (
        <>
          <p>{m.al_sum({ needed: formatNumber(needed), seats: formatNumber(seats), funded: formatNumber(funded) })}</p>
          <table class="cards-when-narrow">
            <thead>
              <tr>
                <th scope="col">{m.al_subject()}</th>
                <th scope="col">{m.al_language()}</th>
                <th scope="col">{m.campaign_region()}</th>
                <th scope="col" class="number">
                  {m.al_needed()}
                </th>
                <th scope="col" class="number">
                  {m.al_seats()}
                </th>
                <th scope="col" class="number">
                  {m.al_funded()}
                </th>
                <th scope="col">{m.al_gap()}</th>
              </tr>
            </thead>
            <tbody>
              {cells.map((one) => (
                <tr key={`${one.subject}|${one.region}|${one.language}`}>
                  <th scope="row">{nameOf(one.subject)}</th>
                  <td data-label={m.al_language()}>{languageWords[one.language]()}</td>
                  <td data-label={m.campaign_region()}>{regionOf(one.region)}</td>
                  <td class="number" data-label={m.al_needed()}>
                    {formatNumber(one.needed)}
                  </td>
                  <td class="number" data-label={m.al_seats()}>
                    {formatNumber(one.seats)}
                  </td>
                  <td class="number" data-label={m.al_funded()}>
                    {formatNumber(one.funded)}
                  </td>
                  <td data-label={m.al_gap()}>
                    <Gap cell={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Gap({ cell: { needed, seatsShort, moneyShort } }: { cell: Cell }) {
  if (needed === 0) return <Mark tone="none">{m.al_gap_unasked()}</Mark>;
  if (seatsShort > 0) return <Mark tone="bad">{m.al_gap_seats({ n: formatNumber(seatsShort) })}</Mark>;
  if (moneyShort > 0) return <Mark tone="warn">{m.al_gap_money({ n: formatNumber(moneyShort) })}</Mark>;
  return <Mark tone="good">{m.al_gap_none()}</Mark>;
}

/** The whole table, of all regions, as the server writes it. */
function TableXlsx({ year }: { year: number }) {
  const { session } = useStaff();
  const language = useLanguage();
  const { failure, run } = useSend();
  const path = `/api/alliance/table.xlsx?year=${year}&language=${language}`;
  const save = () => run(async () => download(`ustaz-needs-${year}-${language}.xlsx`, await fetchFile(session, path)));
  return (
    <>
      <button type="button" class="link no-print" onClick={() => void save()}>
        {m.report_xlsx()}
      </button>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
    </>
  );
}
