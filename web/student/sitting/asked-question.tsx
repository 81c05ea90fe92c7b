import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { QuestionCard } from './question-card.tsx';
import type { QuestionWords } from './question-words.ts';

type Props = {
  item: string;
  words: QuestionWords;
  place: string;
  kept: number | null;
  isAlone: boolean;
  isHere: boolean;
  isAskShown: boolean;
  aloud: ComponentChildren;
  /** Resolves to false where the device could not keep the answer. */
  onAnswer: (item: string, value: number) => Promise<boolean>;
  onTap: () => void;
  onReach: () => void;
};

/** A question with its answer: shown as chosen at once, and taken back where the device cannot keep it. */
export function AskedQuestion({ item, kept, onAnswer, ...card }: Props) {
  const [chosen, setChosen] = useState(kept);
  const [isKept, setKept] = useState(true);
  const choose = async (value: number) => {
    if (value === chosen) return;
    // Shown at once: the device takes its time to write, and a second key must not find the first one undone.
    setChosen(value);
    const isNowKept = await onAnswer(item, value);
    setKept(isNowKept);
    if (!isNowKept) setChosen(kept);
  };
  return (
    <>
      <QuestionCard {...card} name={item} chosen={chosen} onChoose={choose} />
      {isKept ? null : <Notice tone="bad">{m.question_not_kept()}</Notice>}
    </>
  );
}
