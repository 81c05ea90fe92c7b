import { useEffect, useState } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { keepSounds, soundFrom } from '../../offline/sounds.ts';
import type { QuestionWords } from './question-words.ts';
import type { Aloud } from './use-aloud.ts';

/**
 * Readers by voice; made once for a sitting. `onUsed`: a question was really read. Recordings of the language that is read are
 * brought to the device meanwhile; where that fails, the next question tries again.
 */
export function makeAloud(onUsed: () => void): Aloud {
  const brought = new Map<InstrumentText, Promise<void>>();
  const bring = (text: InstrumentText): void => {
    if (text.audio === undefined || brought.has(text)) return;
    const coming = keepSounds(Object.values(text.audio));
    brought.set(text, coming);
    coming.catch(() => brought.delete(text));
  };
  return {
    draw: (item, words, text) => {
      bring(text);
      return (
        <ReadAloud
          key={`${item} ${text.language}`}
          spoken={spokenWords(words)}
          language={text.language}
          recording={text.audio?.[item] ?? null}
          onUsed={onUsed}
        />
      );
    },
  };
}

type Props = { spoken: string; language: InstrumentText['language']; recording: string | null; onUsed: () => void };

function ReadAloud({ spoken, language, recording, onUsed }: Props) {
  const voice = useVoice(language);
  const sound = useSound(recording);
  const [stop, setStop] = useState<(() => void) | null>(null);
  useEffect(() => () => stop?.(), [stop]);
  if (voice === null && sound === null) return null;
  const press = () => {
    if (stop !== null) {
      stop();
      setStop(null);
      return;
    }
    onUsed();
    const begun = sound === null ? speak(spoken, voice, () => setStop(null)) : play(sound, () => setStop(null));
    setStop(() => begun);
  };
  return (
    <button type="button" class="aloud" aria-pressed={stop !== null} onClick={press}>
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7">
        <path d="M3 8v4h3l4 3.5v-11L6 8ZM13 7.5c1.3 1.3 1.3 3.7 0 5M15.5 5c2.7 2.7 2.7 7.3 0 10" />
      </svg>
      {stop === null ? m.read_aloud() : m.read_stop()}
    </button>
  );
}

/** What is heard: the situation, the words, what is asked, and the answers to choose from. */
export function spokenWords({ situation, stem, ask, options }: QuestionWords): string {
  const sentences = [situation, stem, ask, ...options.map(({ label }) => label)];
  return sentences.flatMap((sentence) => (sentence === null ? [] : [sentence.replace(/[.!?:;…]*$/, '.')])).join(' ');
}

/** A voice of the language; null while there is none. Some browsers find theirs only after a while. */
function useVoice(language: string): SpeechSynthesisVoice | null {
  const find = () =>
    window.speechSynthesis?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null;
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    const look = () => setVoice(find);
    look();
    window.speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => window.speechSynthesis?.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return voice;
}

/** The recording, ready to be played at once; null while it has not come, and where it cannot be had. */
function useSound(recording: string | null): string | null {
  const [sound, setSound] = useState<string | null>(null);
  useEffect(() => {
    if (recording === null) return;
    let isWanted = true;
    let made: string | null = null;
    soundFrom(recording).then(
      (blob) => {
        if (!isWanted) return;
        made = URL.createObjectURL(blob);
        setSound(made);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [recording]);
  return sound;
}

function speak(words: string, voice: SpeechSynthesisVoice | null, onEnd: () => void): () => void {
  const speech = window.speechSynthesis;
  const said = new SpeechSynthesisUtterance(words);
  if (voice !== null) said.voice = voice;
  said.lang = voice?.lang ?? '';
  said.rate = 0.95;
  said.onend = onEnd;
  said.onerror = onEnd;
  speech.cancel();
  speech.speak(said);
  return () => speech.cancel();
}

function play(address: string, onEnd: () => void): () => void {
  const sound = new Audio(address);
  sound.onended = onEnd;
  sound.onerror = onEnd;
  sound.play().catch(onEnd);
  return () => sound.pause();
}
