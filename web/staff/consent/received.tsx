import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

/** Who outside the school has already read the pupil by name: a withdrawal does not call that back. */
export function Received({ received }: Pick<ConsentSummary, 'received'>) {
  return (
    <p class="small">
      {m.received_title()}:{' '}
      {received.length === 0
        ? m.received_none()
        : received.map(({ who, at }) => `${who}, ${formatInstant(at)}`).join('; ')}
    </p>
  );
}
