import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressHorns } from './progress-horns.tsx';
import { QuestionCard } from './question-card.tsx';
import type { Question } from './question-order.ts';
import { wordsOf } from './question-words.ts';
import { minutesLeft } from './time-left.ts';
import { useBackKey, useKeys } from './use-keys.ts';

/** Long enough to see what was chosen and to correct a slip, short enough not to wait. */
const pauseMs = 350;

type Props = {
  questions: readonly Question[];
  answers: ReadonlyMap<string, Answer>;
  text: InstrumentText;
  index: number;
  /** Resolves to false where the device could not keep the answer. */
  onAnswer: (item: string, value: number) => Promise<boolean>;
  onGo: (index: number) => void;
};

/** One question on the screen, with the way on and the way back; made anew for each question. */
export function QuestionPage({ questions, answers, text, index, onAnswer, onGo }: Props) {
  const question = questions[index];
  const kept = answers.get(question?.item ?? '')?.value ?? null;
  const [chosen, setChosen] = useState(kept);
  const [isKept, setKept] = useState(true);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopPause = () => clearTimeout(pause.current);
  useEffect(() => stopPause, []);
  useBackKey(index > 0, () => onGo(index - 1));
  useKeys((event) => {
    // On a radio the browser submits the form by itself, on a button or a link it presses that.
    const isElsewhere =
      !(event.target instanceof Element) || event.target.closest('button, a, input, summary') === null;
    if (event.key === 'Enter' && isElsewhere) onGo(index + 1);
  });
  if (question === undefined) return null;

  const place = m.question_place({ number: index + 1, of: questions.length });
  const choose = async (value: number) => {
    if (value === chosen) return;
    // Shown at once: the device takes its time to write, and a second key must not find the first one undone.
    setChosen(value);
    const isNowKept = await onAnswer(question.item, value);
    setKept(isNowKept);
    if (!isNowKept) setChosen(kept);
  };
  // Whoever asked for less motion goes on by the button: then nothing moves by itself.
  const goOnSoon = () => {
    stopPause();
    if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches)
      pause.current = setTimeout(() => onGo(index + 1), pauseMs);
  };
  const goOn = (event: Event) => {
    event.preventDefault();
    onGo(index + 1);
  };

  return (
    <form class="asking" onSubmit={goOn}>
      <div class="ahead-line">
        <ProgressHorns done={answers.size} place={index} of={questions.length} />
        <span aria-hidden="true">{place}</span>
        <span>{m.minutes_left({ minutes: minutesLeft(questions, [...answers.values()]) })}</span>
      </div>
      <QuestionCard
        words={wordsOf(question, text)}
        name={question.item}
        place={place}
        chosen={chosen}
        onChoose={choose}
        onTap={goOnSoon}
      />
      {isKept ? null : <Notice tone="bad">{m.question_not_kept()}</Notice>}
      <div class="ways">
        <Button look="quiet" onPress={() => onGo(index - 1)}>
          {m.back()}
        </Button>
        <Button type="submit" look={chosen === null ? 'quiet' : 'main'}>
          {chosen === null ? m.question_skip() : m.question_next()}
        </Button>
      </div>
    </form>
  );
}
