import type { ConsentSummary, Purpose } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';

export type GuardianStanding = ConsentSummary['purposes'][number]['guardian'];

export const standingOf = ({ purposes }: ConsentSummary, asked: Purpose = 'assessment'): GuardianStanding =>
  purposes.find(({ purpose }) => purpose === asked)?.guardian ?? 'missing';

/** Where the guardian's consent to the assessment stands, in one sentence and what follows from it. */
export function ConsentStanding({ standing }: { standing: GuardianStanding }) {
  switch (standing) {
    case 'given':
      return (
        <Notice tone="good">
          <strong>{m.guardian_given()}</strong>
          <p>{m.guardian_given_lead()}</p>
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice tone="warn">
          <strong>{m.guardian_withdrawn()}</strong>
          <p>{m.guardian_withdrawn_lead()}</p>
        </Notice>
      );
    case 'expired':
      return <Notice tone="warn">{m.guardian_expired()}</Notice>;
    case 'missing':
      return <Notice>{m.guardian_missing()}</Notice>;
  }
}
