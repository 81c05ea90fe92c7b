import { useEffect, useRef } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { AheadLine } from './ahead-line.tsx';
import { AskedQuestion } from './asked-question.tsx';
import type { Question } from './question-order.ts';
import { wordsOf } from './question-words.ts';
import { partOf, type Stop } from './stops.ts';
import type { Aloud } from './use-aloud.ts';
import { useBackKey, useKeys } from './use-keys.ts';

/** Long enough to see what was chosen and to correct a slip, short enough not to wait. */
const pauseMs = 350;

type Props = {
  questions: readonly Question[];
  answers: ReadonlyMap<string, Answer>;
  /** How many questions there are at most, where the answers decide; null: all are known. */
  most: number | null;
  text: InstrumentText;
  stop: Extract<Stop, { kind: 'questions' }>;
  /** The question one is at. */
  at: number;
  /** Room for several questions. */
  isRoomy: boolean;
  aloud: Aloud;
  /** Resolves to false where the device could not keep the answer. */
  onAnswer: (item: string, value: number) => Promise<boolean>;
  onAsk: (at: number) => void;
  onward: () => void;
  onBack: () => void;
};

/** One question, or a short page of them, with the way on and the way back; made anew for each screen. */
export function QuestionPage(props: Props) {
  const { questions, answers, text, stop, at, isRoomy, onward, onAsk } = props;
  const asked = questions.slice(stop.at, stop.at + stop.count);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopPause = () => clearTimeout(pause.current);
  useEffect(() => stopPause, []);
  useBackKey(true, props.onBack);
  const onToNext = () => (at + 1 < stop.at + stop.count ? onAsk(at + 1) : onward());
  useKeys((event) => {
    if (event.key !== 'Enter') return;
    const { target } = event;
    if (target instanceof Element && target.closest('button, a, summary') !== null) return;
    // On a radio the browser would press «next» by itself; here Enter goes to the next question of the page.
    event.preventDefault();
    onToNext();
  });

  // Whoever asked for less motion goes on by the button: then nothing moves by itself.
  const goOnSoon = () => {
    stopPause();
    if (!isRoomy && !window.matchMedia('(prefers-reduced-motion: reduce)').matches)
      pause.current = setTimeout(onward, pauseMs);
  };
  const goOn = (event: Event) => {
    event.preventDefault();
    onward();
  };
  const isComplete = asked.every(({ item }) => answers.has(item));
  const { first, count } = partOf(questions, stop.at);
  const placeOf = (index: number) => m.question_place({ number: index - first + 1, of: props.most ?? count });
  const all = asked.map((question) => ({ question, words: wordsOf(question, text) }));
  const situation = all[0]?.words.situation ?? null;

  return (
    <form class={isRoomy ? 'asking roomy' : 'asking'} onSubmit={goOn}>
      <AheadLine questions={questions} answers={answers} most={props.most} at={at} place={placeOf(at)} />
      {isRoomy ? <PageTitle look="over">{titleOf(text, asked[0])}</PageTitle> : null}
      {isRoomy && situation !== null ? <p class="situation">{situation}</p> : null}
      {all.map(({ question, words }, index) => (
        <AskedQuestion
          key={question.item}
          item={question.item}
          words={words}
          place={placeOf(stop.at + index)}
          kept={answers.get(question.item)?.value ?? null}
          isAlone={!isRoomy}
          isHere={at === stop.at + index}
          isAskShown={words.ask !== all[index - 1]?.words.ask}
          aloud={props.aloud?.draw(question.item, words, text)}
          onAnswer={props.onAnswer}
          onTap={goOnSoon}
          onReach={() => at !== stop.at + index && onAsk(stop.at + index)}
        />
      ))}
      <div class="ways">
        <Button look="quiet" onPress={props.onBack}>
          {m.back()}
        </Button>
        <Button type="submit" look={isComplete ? 'main' : 'quiet'}>
          {isComplete || isRoomy ? m.question_next() : m.question_skip()}
        </Button>
      </div>
    </form>
  );
}

const titleOf = (text: InstrumentText, question: Question | undefined): string =>
  text.blocks?.[question?.block ?? '']?.title ?? text.title;
