import { useEffect, useState } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { Desk } from './desk.ts';

/** The other languages are fetched ahead when the page has nothing better to do, so that switching works without a network. */
const fetchAheadMs = 4000;

export type ShownText = { text: InstrumentText | null; failure: ApiFailure | null; retry: () => void };

/** The words in the chosen language. Until they come, and if they cannot, the words of before stay: the place is never lost. */
export function useText(desk: Desk, language: Language): ShownText {
  const [text, setText] = useState<InstrumentText | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setFailure(null);
    desk.text(language).then(
      (words) => isWanted && setText(words),
      (thrown: unknown) => isWanted && setFailure(asFailure(thrown)),
    );
    return () => {
      isWanted = false;
    };
  }, [desk, language, attempt]);
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const other of languages) desk.text(other).catch(() => undefined);
    }, fetchAheadMs);
    return () => clearTimeout(timer);
  }, [desk]);
  return { text, failure, retry: () => setAttempt((n) => n + 1) };
}
