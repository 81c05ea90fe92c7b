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
  /** An answer was chosen, by key or by tap. */
  onChoose: (value: number) => void;
  /** A tap, not a key: whoever taps has finished choosing. */
  onTap: () => void;
};

/** One question: native radios in a fieldset. Keys 1…n choose, arrows too (the browser's own), a tap chooses and goes on. */
export function QuestionCard({ words, name, place, chosen, onChoose, onTap }: Props) {
  const options = useRef<HTMLDivElement>(null);
  const stem = useRef<HTMLHeadingElement>(null);
  const shownAt = useRef(0);
  const isTapping = useRef(false);
  const radios = () => Array.from(options.current?.querySelectorAll('input') ?? []);

  useLayoutEffect(() => {
    shownAt.current = performance.now();
    window.scrollTo(0, 0);
    // The focus goes to the words, not to an option: nothing may look as if it were already half chosen.
    stem.current?.focus({ preventScroll: true });
  }, []);

  useKeys((event) => {
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

  return (
    <fieldset
      class="question"
      onPointerDown={() => {
        isTapping.current = true;
      }}
      onClickCapture={dropStray}
    >
      <legend>
        <span class="unseen">{place}</span>
        {words.situation === null ? null : <span class="situation">{words.situation}</span>}
        <h1 class="stem" ref={stem} tabIndex={-1}>
          {words.stem}
        </h1>
        {words.ask === null ? null : <span class="ask">{words.ask}</span>}
      </legend>
      <div class="options" ref={options}>
        {words.options.map(({ value, label }, index) => (
          <label key={value} class={chosen === value ? 'option on' : 'option'}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              onClick={() => isTapping.current && onTap()}
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
