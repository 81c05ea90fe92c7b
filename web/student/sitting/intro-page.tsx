import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import type { Desk } from './desk.ts';
import { minutesLeft } from './time-left.ts';

type Props = { desk: Desk; text: InstrumentText; answers: ReadonlyMap<string, Answer>; onStart: () => void };

/** What will be asked, how long it takes and how to answer, on one screen. */
export function IntroPage({ desk, text, answers, onStart }: Props) {
  const { sections, adaptive } = desk;
  const questions = adaptive === null ? desk.questions : desk.questions.slice(0, adaptive.most);
  const minutes = minutesLeft(questions, [...answers.values()]);
  const points = Math.max(...questions.map(({ format }) => format.points.length));
  const count = questions.filter(({ item }) => !answers.has(item)).length;
  const hasBegun = answers.size > 0;
  return (
    <>
      <PageTitle>{text.title}</PageTitle>
      <p class="chip">
        {hasBegun
          ? m.intro_left({ count, minutes })
          : sections.length === 1
            ? m.intro_count({ count, minutes })
            : m.intro_parts({ count, parts: sections.length, minutes })}
      </p>
      <p>{text.intro}</p>
      <p>{text.instructions}</p>
      <ul class="points small">
        <li>{m.intro_tap()}</li>
        <li class="with-keys">{m.intro_keys({ count: points })}</li>
      </ul>
      <div class="choices held">
        <Button wide onPress={onStart}>
          {hasBegun ? m.intro_go_on() : m.intro_start()}
        </Button>
      </div>
    </>
  );
}
