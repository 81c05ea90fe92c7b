import { m } from '../../i18n/generated/messages.js';
import { Mark, type Tone } from '../ui/mark.tsx';

export type ConsentState = 'given' | 'withdrawn' | 'expired' | 'missing';

const looks: Readonly<Record<ConsentState, readonly [tone: Tone, words: () => string]>> = {
  given: ['good', m.consent_state_given],
  missing: ['warn', m.consent_state_missing],
  withdrawn: ['bad', m.consent_state_withdrawn],
  expired: ['bad', m.consent_state_expired],
};

/** The state of one consent. `isAsked`: false where it is not asked for yet, so that nothing is missing. */
export function ConsentMark({ state, isAsked = true }: { state: ConsentState; isAsked?: boolean }) {
  if (state === 'missing' && !isAsked) return <Mark tone="none">{m.consent_state_not_asked()}</Mark>;
  const [tone, words] = looks[state];
  return <Mark tone={tone}>{words()}</Mark>;
}
