import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';

/** What has gone cannot be called back: it is told to whom, and when. */
export function ReceivedList({ received }: Pick<ConsentSummary, 'received'>) {
  return (
    <Sheet title={m.guardian_received()}>
      {received.length === 0 ? (
        <p>{m.guardian_received_none()}</p>
      ) : (
        <>
          <p class="small">{m.guardian_received_note()}</p>
          <ul class="points">
            {received.map(({ at, who, purpose }) => (
              <li key={`${at} ${purpose}`}>
                {who}, {formatInstant(at)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}
