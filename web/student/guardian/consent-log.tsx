import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { receiverName } from '../naming.ts';

type Event = ConsentSummary['events'][number];

/** What was agreed to and taken back, by whom and when: newest first. */
export function ConsentLog({ events }: { events: readonly Event[] }) {
  const shown = [...events].sort((one, other) => other.at.localeCompare(one.at));
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>{m.guardian_log()}</summary>
      <ul class="points">
        {shown.map(({ at, party, action, purpose }) => (
          <li key={`${at} ${party} ${purpose}`}>
            {formatInstant(at)} — {purpose === 'assessment' ? m.guardian_purpose_assessment() : receiverName(purpose)}:{' '}
            {actionWords(action)}, {party === 'guardian' ? m.guardian_party_guardian() : m.guardian_party_pupil()}
          </li>
        ))}
      </ul>
    </details>
  );
}

function actionWords(action: Event['action']): string {
  if (action === 'given') return m.guardian_log_given();
  return action === 'withdrawn' ? m.guardian_log_withdrawn() : m.guardian_log_expired();
}
