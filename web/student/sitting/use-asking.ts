import { useState } from 'preact/hooks';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import type { Language } from '../../i18n/language.ts';
import type { Desk } from './desk.ts';

export type Asking = {
  answers: ReadonlyMap<string, Answer>;
  /** −1 the introduction, then the questions, then one past the last: the review. */
  index: number;
  go: (index: number) => void;
  /** Where to go on: after the last answered question. What was skipped on the way waits in the review. */
  goOn: () => void;
  /** Resolves to false where the device could not keep the answer. */
  keep: (item: string, value: number) => Promise<boolean>;
};

/** Where the pupil stands and what they have answered. */
export function useAsking(desk: Desk, language: Language, isResumed: boolean): Asking {
  const [answers, setAnswers] = useState(desk.answers);
  const [index, setIndex] = useState(isResumed ? placeToGoOn(desk) : -1);
  const go = (next: number) => setIndex(Math.max(-1, Math.min(desk.questions.length, next)));
  const keep = async (item: string, value: number): Promise<boolean> => {
    try {
      const kept = await desk.answer(item, value, language);
      setAnswers((known) => ((known.get(item)?.seq ?? 0) > kept.seq ? known : new Map(known).set(item, kept)));
      return true;
    } catch {
      return false;
    }
  };
  return { answers, index, go, goOn: () => go(placeToGoOn(desk)), keep };
}

function placeToGoOn({ questions, answers }: Desk): number {
  return questions.reduce((last, { item }, index) => (answers.has(item) ? index : last), -1) + 1;
}
