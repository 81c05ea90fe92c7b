import type { PupilSession } from '../../server/contract/session.schema.ts';

/** Where a pupil can be. Everything between `confirm` and `result` needs a session. */
export type Screen = 'code' | 'confirm' | 'consent' | 'assent' | 'declined' | 'sitting' | 'result' | 'left';

/** The next step for somebody who has said «it's me»: whatever is still missing comes first. */
export function screenAfterConfirm({ consent, sitting }: Pick<PupilSession, 'consent' | 'sitting'>): Screen {
  if (sitting.state === 'submitted') return 'result';
  if (consent.guardian !== 'given') return 'consent';
  return consent.pupil === 'given' ? 'sitting' : 'assent';
}
