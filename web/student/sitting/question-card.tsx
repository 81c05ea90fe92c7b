import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuestionWords } from './question-words.ts';
import { useKeys } from './use-keys.ts';

/** A second tap that was meant for the question before does not answer this one. */
const strayTapMs = 300;

type Props = {
  words: QuestionWords;
  name: string;
  place: string;
  chosen: number | null;
  /** Alone on its screen; else one of a short page, with its answers in a row. */
  isAlone: boolean;
  /** The one that the keys answer. */
  isHere: boolean;
  /** What is said once for the whole page is not said again. */
  isAskShown: boolean;
  /** An answer was chosen, by key or by tap. */
  onChoose: (value: number) => void;
  /** A tap, not a key: whoever taps has finished choosing. */
  onTap: () => void;
  /** The reader has come to it, by tap or by Tab. */
  onReach: () => void;
  /** The button that reads it aloud, where there is a voice. */
  aloud: ComponentChildren;
};

/** One question: native radios in a fieldset. Keys 1…n choose, arrows too (the browser's own), a tap chooses and goes on. */
export function QuestionCard(props: Props) {
  const { words, name, place, chosen, isAlone, isHere, onChoose } = props;
  const card = useRef<HTMLFieldSetElement>(null);
  const stem = useRef<HTMLHeadingElement>(null);
  const shownAt = useRef(0);
  const isTapping = useRef(false);
  const radios = () => Array.from(card.current?.querySelectorAll('input') ?? []);

  useLayoutEffect(() => {
    shownAt.current = performance.now();
    if (isAlone) window.scrollTo(0, 0);
  }, []);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isNew = isAlone || (focused !== document.body && focused?.tagName !== 'H1');
    if (!isHere || !isNew || card.current?.contains(focused)) return;
    // The focus goes to the words, not to an option: nothing may look as if it were already half chosen.
    stem.current?.focus({ preventScroll: true });
    if (!isAlone) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);

  useKeys((event) => {
    if (!isHere) return;
    isTapping.current = false;
    const index = chosenByKey(event, words.options.length);
    const option = index === null ? undefined : words.options[index];
    if (index === null || option === undefined) return;
    event.preventDefault();
    radios()[index]?.focus();
    onChoose(option.value);
  });

  const dropStray = (event: Event) => {
    if (!isTapping.current || performance.now() - shownAt.current >= strayTapMs) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const Stem = isAlone ? 'h1' : 'h2';

  return (
    <fieldset
      ref={card}
      class={`question${isHere ? ' here' : ''}${isAlone && words.situation !== null ? ' told' : ''}`}
      onPointerDown={() => {
        isTapping.current = true;
      }}
      onFocusCapture={props.onReach}
    >
      <legend>
        <span class="unseen">{place}</span>
        {words.situation === null ? null : <span class={isAlone ? 'situation' : 'unseen'}>{words.situation}</span>}
        <Stem class="stem" ref={stem} tabIndex={-1}>
          {words.stem}
        </Stem>
        {words.ask === null || !props.isAskShown ? null : <span class="ask">{words.ask}</span>}
      </legend>
      {props.aloud}
      <div class={`options ${words.isPair ? 'pair' : 'rating'}`} onClickCapture={dropStray}>
        {words.options.map(({ value, label }, index) => (
          <label key={value} class={chosen === value ? 'option on' : 'option'}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              onClick={() => isTapping.current && props.onTap()}
            />
            <span>{label}</span>
            <Key number={index + 1} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Digits choose from anywhere; arrows from outside the group as they do on entering one. Inside it they are the browser's own. */
function chosenByKey({ key, target }: KeyboardEvent, count: number): number | null {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  if (target instanceof HTMLInputElement) return null;
  if (key === 'ArrowDown') return 0;
  return key === 'ArrowUp' ? count - 1 : null;
}

/** Which key chooses the option; the introduction says it in words. */
function Key({ number }: { number: number }) {
  return (
    <span class="key" aria-hidden="true">
      {number}
    </span>
  );
}
