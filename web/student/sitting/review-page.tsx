import { useState } from 'preact/hooks';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Question } from './question-order.ts';
import { briefOf, wordsOf } from './question-words.ts';
import { useBackKey } from './use-keys.ts';

type Props = {
  questions: readonly Question[];
  answers: ReadonlyMap<string, Answer>;
  text: InstrumentText;
  onGo: (index: number) => void;
  onSubmit: () => Promise<void>;
};

/** Before handing in: what was skipped, each a step away, and what handing in means. */
export function ReviewPage({ questions, answers, text, onGo, onSubmit }: Props) {
  const [isBusy, setBusy] = useState(false);
  const last = questions.length - 1;
  useBackKey(true, () => onGo(last));
  const skipped = questions.flatMap((question, index) => (answers.has(question.item) ? [] : [{ question, index }]));
  const submit = async () => {
    setBusy(true);
    await onSubmit();
    setBusy(false);
  };
  return (
    <>
      <PageTitle>{skipped.length === 0 ? m.review_done() : m.review_skipped({ count: skipped.length })}</PageTitle>
      {skipped.length === 0 ? null : (
        <Sheet>
          <p>{m.review_skipped_lead()}</p>
          <ol class="skipped">
            {skipped.map(({ question, index }) => (
              <li key={question.item} value={index + 1}>
                <Button look="plain" onPress={() => onGo(index)}>
                  {briefOf(wordsOf(question, text))}
                </Button>
              </li>
            ))}
          </ol>
        </Sheet>
      )}
      <p>{m.review_lead()}</p>
      <div class="stack choices">
        <Button wide busy={isBusy} onPress={submit}>
          {m.review_submit()}
        </Button>
        <Button wide look="quiet" onPress={() => onGo(last)}>
          {m.review_back()}
        </Button>
      </div>
    </>
  );
}
