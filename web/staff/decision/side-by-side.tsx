import type { ComponentChildren } from 'preact';
import type { Candidate } from '../../../server/contract/appeal.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { localityWords } from '../report/place-words.ts';
import { languageWords } from '../ui/language-words.ts';
import { candidateName } from './candidate-table.tsx';
import { standingWords } from './case-words.ts';

/** As many as one can keep in mind. */
export const mostBeside = 4;

/** Up to four candidates beside each other, in the order of the list; words only, and no figure to rank them by. */
export function SideBySide({
  candidates,
  names,
  onRemove,
}: {
  candidates: readonly Candidate[];
  names: ReadonlyMap<string, string>;
  onRemove: (pid: string) => void;
}) {
  const language = useLanguage();
  const line = (label: string, cell: (candidate: Candidate) => ComponentChildren) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      {candidates.map((candidate) => (
        <td key={candidate.pid}>{cell(candidate)}</td>
      ))}
    </tr>
  );
  return (
    <section class="sheet stack" aria-labelledby="beside">
      <h2 id="beside">{m.pool_beside()}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="beside">
        <table class="beside">
          <thead>
            <tr>
              <th scope="col">{m.pool_code()}</th>
              {candidates.map((candidate) => (
                <th key={candidate.pid} scope="col">
                  {candidateName(candidate, names)}{' '}
                  <button type="button" class="link small" onClick={() => onRemove(candidate.pid)}>
                    {m.pool_beside_remove()}
                    <span class="unseen">: {candidateName(candidate, names)}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {line(m.pool_school(), ({ schoolName, locality }) => (
              <>
                {schoolName[language]}
                <span class="small"> {localityWords(locality)}</span>
              </>
            ))}
            {line(m.pool_language(), (candidate) => languageWords[candidate.language]())}
            {line(m.pool_subjects(), ({ subjects }) => subjectWords(subjects, language))}
            {line(m.pool_wished(), ({ wishedAt }) => formatDay(wishedAt))}
            {line(m.pool_standing_only(), ({ standing }) => standingWords[standing][1]())}
            {line(m.pool_reason(), ({ reason }) => reason ?? '—')}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Subjects in the order of the alphabet; a dash where nothing is known of them. */
export const subjectWords = (subjects: Candidate['subjects'], language: 'kk' | 'ru' | 'en'): string =>
  subjects.length === 0 ? '—' : subjects.map((subject) => subject[language]).join(', ');
