import type { PaperConsent } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Choice } from '../ui/field.tsx';
import { knownByWords } from './consent-words.ts';

export type Known = NonNullable<PaperConsent['knownBy']>;
const ways: readonly Known[] = ['in-person', 'known-signature', 'called-back'];

/** How the counsellor knows whose hand signed. */
export function KnownBy({ value, onValue }: { value: Known; onValue: (known: Known) => void }) {
  return (
    <Choice
      label={m.known_by()}
      value={value}
      options={ways.map((way) => [way, knownByWords[way]()] as const)}
      onValue={onValue}
    />
  );
}
