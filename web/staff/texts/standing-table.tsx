import type { TextOverview } from '../../../server/contract/texts.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { languageWords } from '../ui/language-words.ts';
import { Mark } from '../ui/mark.tsx';

type Standing = TextOverview['instruments'][number]['languages'][number];

/** Each instrument in each language: how far its words are, and who answers for them. */
export function StandingTable({ instruments }: { instruments: TextOverview['instruments'] }) {
  return (
    <section class="sheet stack">
      <h2>{m.texts_standing()}</h2>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.texts_instrument()}</th>
            <th scope="col">{languageWords.kk()}</th>
            <th scope="col">{languageWords.ru()}</th>
            <th scope="col">{languageWords.en()}</th>
          </tr>
        </thead>
        <tbody>
          {instruments.map(({ instrument, version, title, languages }) => (
            <tr key={instrument}>
              <th scope="row">
                {title[currentLanguage()]}{' '}
                <span class="small code-like">
                  {instrument} {version}
                </span>
              </th>
              {languages.map((standing) => (
                <td key={standing.language} data-label={languageWords[standing.language]()}>
                  <StandingCell standing={standing} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StandingCell({ standing }: { standing: Standing }) {
  const { status, phrases, missing, changed, reviewers } = standing;
  const adjudicators = reviewers.filter(({ role }) => role === 'adjudicator');
  return (
    <div class="stack tight">
      {status === 'adjudicated' ? (
        <Mark tone="good">{m.texts_adjudicated()}</Mark>
      ) : status === 'source' ? (
        <Mark tone="none">{m.texts_source()}</Mark>
      ) : (
        <Mark tone="going">{m.texts_draft()}</Mark>
      )}
      <span class="small">{m.texts_phrases({ count: formatNumber(phrases) })}</span>
      {missing > 0 ? <Mark tone="bad">{m.texts_missing({ count: formatNumber(missing) })}</Mark> : null}
      {changed > 0 ? <Mark tone="warn">{m.texts_changed({ count: formatNumber(changed) })}</Mark> : null}
      {adjudicators.map(({ name, date }) => (
        <span key={name} class="small">
          {name}, {date}
        </span>
      ))}
    </div>
  );
}
