import type { Candidate } from '../../../server/contract/appeal.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { languageWords } from '../ui/language-words.ts';
import { Mark } from '../ui/mark.tsx';
import { standingWords } from './case-words.ts';
import { mostBeside, subjectWords } from './side-by-side.tsx';

/** A pupil by a short code until somebody opens the name for a reason. */
export function CandidateTable({
  candidates,
  names,
  beside,
  onOpen,
  onReserve,
  onBeside,
}: {
  candidates: readonly Candidate[];
  names: ReadonlyMap<string, string>;
  /** Ids of those who stand side by side; no more can be chosen when they are four. */
  beside: ReadonlySet<string>;
  onOpen: (candidate: Candidate) => void;
  /** A document for a reserved share was shown. */
  onReserve: (candidate: Candidate) => void;
  onBeside: (pid: string) => void;
}) {
  const language = useLanguage();
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.pool_code()}</th>
          <th scope="col">{m.pool_school()}</th>
          <th scope="col">{m.pool_language()}</th>
          <th scope="col">{m.pool_subjects()}</th>
          <th scope="col">{m.pool_standing()}</th>
          <th scope="col">{m.pool_compare()}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.pid}>
            <th scope="row">
              {names.get(candidate.pid) ?? (
                <button type="button" class="link" onClick={() => onOpen(candidate)}>
                  {codeOf(candidate)}
                  <span class="unseen">: {m.pool_open()}</span>
                </button>
              )}
              <br />
              <button type="button" class="link small" onClick={() => onReserve(candidate)}>
                {m.rs_mark()}
                <span class="unseen">: {candidateName(candidate, names)}</span>
              </button>
            </th>
            <td data-label={m.pool_school()}>{candidate.schoolName[language]}</td>
            <td data-label={m.pool_language()}>{languageWords[candidate.language]()}</td>
            <td data-label={m.pool_subjects()}>{subjectWords(candidate.subjects, language)}</td>
            <td data-label={m.pool_standing()}>
              <Standing candidate={candidate} />
            </td>
            <td data-label={m.pool_compare()}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={beside.has(candidate.pid)}
                  disabled={beside.size >= mostBeside && !beside.has(candidate.pid)}
                  onChange={() => onBeside(candidate.pid)}
                />
                <span class="unseen">
                  {m.pool_compare()}: {candidateName(candidate, names)}
                </span>
              </label>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const codeOf = ({ pid }: Candidate): string => pid.slice(0, 8);

/** The name where it has been opened, the code until then. */
export const candidateName = (candidate: Candidate, names: ReadonlyMap<string, string>): string =>
  names.get(candidate.pid) ?? codeOf(candidate);

function Standing({ candidate: { standing, plannedOn, reason } }: { candidate: Candidate }) {
  const [tone, words] = standingWords[standing];
  return (
    <div class="stack-tight">
      <Mark tone={tone}>{words()}</Mark>
      {plannedOn === null ? null : <span class="small">{m.case_planned_on({ day: formatDay(plannedOn) })}</span>}
      {reason === null ? null : <span class="small">{reason}</span>}
    </div>
  );
}
