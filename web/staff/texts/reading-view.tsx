import type { TextReading } from '../../../server/contract/texts.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { Details } from '../ui/details.tsx';
import { languageWords } from '../ui/language-words.ts';

/** What a sheet would change, what in it is wrong, who signed for which language. */
export function ReadingView({ fileName, reading }: { fileName: string; reading: TextReading }) {
  const { rows, changesInAll, errorsInAll, adjudicated, kept } = reading;
  const nothing = changesInAll === 0 && errorsInAll === 0 && adjudicated.length === 0;
  return (
    <div class="stack">
      <p>
        <strong>{fileName}</strong>: {m.texts_read({ rows: formatNumber(rows), changes: formatNumber(changesInAll) })}
      </p>
      {kept === null ? null : <Notice tone="good">{m.texts_kept()}</Notice>}
      {nothing ? <Notice>{m.texts_nothing()}</Notice> : null}
      {errorsInAll > 0 ? <Errors reading={reading} /> : null}
      {adjudicated.length === 0 ? null : (
        <ul>
          {adjudicated.map(({ instrument, language, reviewers }) => (
            <li key={`${instrument} ${language}`}>
              <span class="code-like">{instrument}</span>, {languageWords[language]()}:{' '}
              {reviewers.map(({ name, date }) => `${name} (${date})`).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {changesInAll === 0 ? null : (
        <Details summary={m.texts_changes({ count: formatNumber(changesInAll) })}>
          {reading.changes.map(({ instrument, id, language, before, after }) => (
            <div key={`${instrument} ${id} ${language}`} class="stack tight">
              <span class="small code-like">
                {instrument} {id} · {languageWords[language]()}
              </span>
              <del lang={language}>{before}</del>
              <ins lang={language}>{after}</ins>
            </div>
          ))}
        </Details>
      )}
    </div>
  );
}

function Errors({ reading: { errors, errorsInAll } }: { reading: TextReading }) {
  return (
    <>
      <Notice tone="bad">{m.texts_errors({ count: formatNumber(errorsInAll) })}</Notice>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.texts_row()}</th>
            <th scope="col">{m.texts_column()}</th>
            <th scope="col">{m.texts_problem()}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ sheet, line, column, problem }) => (
            <tr key={`${sheet} ${line} ${column} ${problem}`}>
              <th scope="row">
                {sheet} {formatNumber(line)}
              </th>
              <td data-label={m.texts_column()} class="code-like">
                {column}
              </td>
              <td data-label={m.texts_problem()} lang="en">
                {problem}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
