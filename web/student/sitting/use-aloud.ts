import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { QuestionWords } from './question-words.ts';

/** Draws the button that reads a question aloud, where this device has a voice for the language or there is a recording. */
export type Aloud = { draw(item: string, words: QuestionWords, text: InstrumentText): VNode | null } | null;

/** Fetched after the first question stands there: nobody waits for it, and without it nothing else changes. */
export function useAloud(onUsed: () => void): Aloud {
  const [aloud, setAloud] = useState<Aloud>(null);
  useEffect(() => {
    import('./read-aloud.tsx').then(
      ({ makeAloud }) => setAloud(makeAloud(onUsed)),
      () => undefined,
    );
  }, []);
  return aloud;
}
