import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

import { ConsentMark } from '../consent/consent-mark.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Mark } from '../ui/mark.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { type RowPlace, WindowedTable } from '../ui/windowed-table.tsx';

type PupilActions = {
  onCards?: (pupil: PupilRow) => void;
  onConsent: (pupil: PupilRow) => void;
  onCard: (pupil: PupilRow) => void;
};

/** One line a pupil, in the order of the alphabet: never by a score. */
export function PupilTable({
  pupils,
  withClass = false,
  ...actions
}: { pupils: readonly PupilRow[]; withClass?: boolean } & PupilActions) {
  return (
    <WindowedTable
      rows={pupils}
      keyOf={({ pid }) => pid}
      columns={withClass ? 7 : 6}
      look={withClass ? 'cards-when-narrow of-school' : 'cards-when-narrow'}
      head={
        <tr>
          <th scope="col">{m.pupil_name()}</th>
          {withClass ? <th scope="col">{m.classes_class()}</th> : null}
          <th scope="col">{m.language()}</th>
          <th scope="col">{m.pupil_guardian_consent()}</th>
          <th scope="col">{m.pupil_own_consent()}</th>
          <th scope="col">{m.pupil_sitting()}</th>
          <th scope="col">
            <span class="unseen">{m.pupil_actions()}</span>
          </th>
        </tr>
      }
      line={(pupil, place) => (
        <PupilLine key={pupil.pid} pupil={pupil} place={place} withClass={withClass} {...actions} />
      )}
    />
  );
}

type LineProps = { pupil: PupilRow; place: RowPlace; withClass: boolean } & PupilActions;

function PupilLine({ pupil, place, withClass, onCards, onConsent, onCard }: LineProps) {
  const { pid, name, language, guardian } = pupil;
  return (
    <tr {...place}>
      <th scope="row">
        <a href={`/staff/pupils/${pid}`}>{name}</a>
        {pupil.talkAskedAt === undefined ? null : (
          <>
            <br />
            <Mark tone="going">{m.pupil_wants_to_talk({ day: formatDay(pupil.talkAskedAt) })}</Mark>
          </>
        )}
      </th>
      {withClass ? (
        <td data-label={m.classes_class()}>
          <a href={`/staff/classes/${pupil.class}`}>{pupil.className}</a>
        </td>
      ) : null}
      <td class="wide-only" data-label={m.language()}>
        {languageWords[language]()}
      </td>
      <td class={whenFine(guardian)} data-label={m.pupil_guardian_consent()}>
        <ConsentMark state={guardian} />
      </td>
      <td class={whenFine(pupil.pupil)} data-label={m.pupil_own_consent()}>
        <ConsentMark state={pupil.pupil} />
      </td>
      <td data-label={m.pupil_sitting()}>
        <SittingState pupil={pupil} />
      </td>
      <td class="row-actions">
        <button type="button" onClick={() => onConsent(pupil)}>
          {m.pupil_consent_action()}
          <span class="unseen"> {name}</span>
        </button>
        {onCards === undefined ? null : (
          <button type="button" onClick={() => onCards(pupil)}>
            {m.pupil_card_action()}
            <span class="unseen"> {name}</span>
          </button>
        )}
        <button type="button" onClick={() => onCard(pupil)}>
          {m.roll_action()}
          <span class="unseen"> {name}</span>
        </button>
      </td>
    </tr>
  );
}

/** On a phone only what needs something is told of the consents. */
const whenFine = (state: PupilRow['guardian']): string | undefined => (state === 'given' ? 'wide-only' : undefined);

function SittingState({ pupil: { sitting, answered, of, submittedAt } }: { pupil: PupilRow }) {
  if (sitting === 'submitted') {
    return (
      <Mark tone="good">
        {submittedAt === null ? m.sitting_done() : m.sitting_done_on({ day: formatDay(submittedAt) })}
      </Mark>
    );
  }
  if (sitting === 'new') return <Mark tone="none">{m.sitting_new()}</Mark>;
  return (
    <span class="with-bar">
      <ProgressBar done={answered} of={of} />
      {m.n_of({ done: formatNumber(answered), of: formatNumber(of) })}
    </span>
  );
}
