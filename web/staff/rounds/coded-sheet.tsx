import type { Round } from '../../../server/contract/round.schema.ts';
import type { CodedList } from '../../../server/contract/round-list.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Details } from '../ui/details.tsx';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { Loaded } from '../ui/loaded.tsx';
import type { Got } from '../ui/use-get.ts';
import { placeTitle } from './round-words.ts';

/** The list to publish: codes, lottery numbers, places, and the reason of each. */
export function CodedSheet({ round, got }: { round: Round; got: Got<CodedList> }) {
  const language = useLanguage();
  const titleOf = (id: string | null) => (round.proposal === null ? '—' : placeTitle(round, id, language));
  return (
    <section class="sheet stack">
      <Loaded got={got} lines={6}>
        {({ rows }) => (
          <>
            <div class="row spread">
              <h2>{m.rd_list_title({ n: formatNumber(rows.length) })}</h2>
              <DownloadCsv
                name={`ustaz-round-${round.year}.csv`}
                rows={() => [
                  [m.rd_code(), m.rd_draw(), m.rd_place(), m.rd_rank(), m.rd_why()],
                  ...rows.map(({ code, draw, place, rank, explanation }) => [
                    ...[code, draw, titleOf(place), rank],
                    explanation.join(' '),
                  ]),
                ]}
              />
            </div>
            <p class="small">{m.rd_list_note()}</p>
            <table class="cards-when-narrow">
              <thead>
                <tr>
                  <th scope="col">{m.rd_code()}</th>
                  <th scope="col" class="number">
                    {m.rd_draw()}
                  </th>
                  <th scope="col">{m.rd_place()}</th>
                  <th scope="col">{m.rd_why()}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ code, draw, place, rank, explanation }) => (
                  <tr key={code}>
                    <th scope="row" class="code-like">
                      {code}
                    </th>
                    <td class="number" data-label={m.rd_draw()}>
                      {formatNumber(draw)}
                    </td>
                    <td data-label={m.rd_place()}>
                      <span>
                        {titleOf(place)}
                        {rank === null ? null : <span class="small"> {m.rd_rank_is({ n: rank })}</span>}
                      </span>
                    </td>
                    <td data-label={m.rd_why()}>
                      {explanation.length === 0 ? (
                        '—'
                      ) : (
                        <Details summary={m.rd_why()}>
                          <ul class="plain-list">
                            {explanation.map((line) => (
                              <li key={line}>{line}</li>
                            ))}
                          </ul>
                        </Details>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Loaded>
    </section>
  );
}
