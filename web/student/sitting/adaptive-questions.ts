import { type AdaptiveForm, followAdaptive } from '../../../scoring/adaptive/adaptive-form.ts';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import type { Question } from './question-order.ts';

/**
 * Which questions a sitting asks, given the answers so far: those outside the bank first, then what was chosen from it, then what
 * comes next. The same answers give the same questions on every device and at the server, without a network.
 */
export function adaptiveQuestions(form: AdaptiveForm, all: readonly Question[], seed: number) {
  const inBank = new Set(form.items.map(({ item }) => item));
  const byItem = new Map(all.map((question) => [question.item, question]));
  const others = all.filter(({ item }) => !inBank.has(item));
  return (answers: ReadonlyMap<string, Answer>): readonly Question[] => {
    const codes = Object.fromEntries([...answers].map(([item, { value }]) => [item, value ?? undefined]));
    const { trace, next } = followAdaptive(form, seed, codes);
    const asked = [...trace.map(({ item }) => item), ...(next === null ? [] : [next])];
    return [...others, ...asked.flatMap((item) => alone(byItem.get(item)))];
  };
}

/** A question that depends on the answer before it never shares that one's page. */
const alone = (question: Question | undefined): Question[] =>
  question === undefined ? [] : [{ ...question, page: question.item }];
