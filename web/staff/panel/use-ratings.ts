import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExpertPage, ExpertProgress, ExpertRatings } from '../../../server/contract/expert.schema.ts';
import type { Client } from '../../offline/api.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';

export type Saving = 'saved' | 'saving' | 'unsaved';
type Values = ReadonlyMap<string, number>;

export type OwnRatings = {
  options: Values;
  borders: Values;
  saving: Saving;
  /** Why saving was refused for good; null while it only waits for a connection. */
  refused: ApiFailure | null;
  progress: ExpertProgress;
  rate(kind: 'options' | 'borders', name: string, value: number): void;
  finish(): Promise<void>;
};

const againMs = 3000;

/** What an expert has chosen, sent as they go: what could not be sent waits and is tried again. */
export function useRatings(api: Client, page: ExpertPage): OwnRatings {
  const [options, setOptions] = useState<Values>(() => chosenOptions(page));
  const [borders, setBorders] = useState<Values>(() => chosenBorders(page));
  const [state, setState] = useState<{ saving: Saving; refused: ApiFailure | null }>({
    saving: 'saved',
    refused: null,
  });
  const [progress, setProgress] = useState<ExpertProgress>(page);
  const waiting = useRef({ options: new Map<string, number>(), borders: new Map<string, number>() });
  const isSending = useRef(false);

  const send = async (): Promise<void> => {
    const { options: chosen, borders: placed } = waiting.current;
    if (isSending.current || chosen.size + placed.size === 0) return;
    isSending.current = true;
    waiting.current = { options: new Map(), borders: new Map() };
    setState({ saving: 'saving', refused: null });
    try {
      setProgress(await api.send<ExpertProgress>('PUT', '/api/expert/ratings', toBody(chosen, placed)));
      setState({ saving: 'saved', refused: null });
    } catch (thrown) {
      const failure = asFailure(thrown);
      // What was chosen meanwhile is newer and stays.
      waiting.current = {
        options: new Map([...chosen, ...waiting.current.options]),
        borders: new Map([...placed, ...waiting.current.borders]),
      };
      const isFinal = failure.status !== null && failure.status >= 400 && failure.status < 500;
      setState({ saving: 'unsaved', refused: isFinal ? failure : null });
      if (!isFinal) setTimeout(() => void send(), againMs);
      return;
    } finally {
      isSending.current = false;
    }
    await send();
  };

  useEffect(() => {
    if (state.saving === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state.saving]);

  return {
    options,
    borders,
    ...state,
    progress,
    rate(kind, name, value) {
      const set = kind === 'options' ? setOptions : setBorders;
      set((former) => new Map(former).set(name, value));
      waiting.current[kind].set(name, value);
      void send();
    },
    finish: async () => setProgress(await api.send<ExpertProgress>('PUT', '/api/expert/completion', {})),
  };
}

const toBody = (options: Values, borders: Values): ExpertRatings => ({
  options: [...options].map(([option, rating]) => ({ option, rating })),
  borders: [...borders].map(([situation, share]) => ({ situation, share })),
});

const known = (entries: readonly (readonly [string, number | null])[]): Values =>
  new Map(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));

const chosenOptions = ({ situations }: ExpertPage): Values =>
  known(situations.flatMap(({ options }) => options.map(({ id, rating }) => [id, rating] as const)));

const chosenBorders = ({ situations }: ExpertPage): Values =>
  known(situations.map(({ id, border }) => [id, border] as const));
