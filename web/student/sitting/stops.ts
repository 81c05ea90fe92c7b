import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';
import type { Question } from './question-order.ts';

/** A screen between the introduction and the review. `at`: the question it shows first, or stands before. */
export type Stop =
  | { kind: 'questions'; at: number; count: number }
  /** What the next questions are about and how they are answered. */
  | { kind: 'lead'; at: number; block: string }
  /** Between two sections: stand up for so many minutes. */
  | { kind: 'break'; at: number; minutes: number };

type Sections = readonly Pick<InstrumentForm['sections'][number], 'id' | 'breakAfter'>[];

/** The screens of a sitting in order: one question each on a phone, a page of the form together where there is room. */
export function stopsOf(questions: readonly Question[], sections: Sections, isRoomy: boolean): Stop[] {
  const rests = new Map(sections.map(({ id, breakAfter }) => [id, breakAfter]));
  const stops: Stop[] = [];
  for (const [at, question] of questions.entries()) {
    const before = questions[at - 1];
    const isNewSection = before !== undefined && before.section !== question.section;
    if (isNewSection) stops.push({ kind: 'break', at, minutes: rests.get(before.section) ?? 0 });
    if (question.block !== null && (isNewSection || before?.block !== question.block))
      stops.push({ kind: 'lead', at, block: question.block });
    const last = stops[stops.length - 1];
    const isSamePage = isRoomy && !isNewSection && before?.page === question.page;
    if (last?.kind === 'questions' && isSamePage) last.count += 1;
    else stops.push({ kind: 'questions', at, count: 1 });
  }
  return stops;
}

/** The stop at which a question is asked. */
export const stopOfQuestion = (stops: readonly Stop[], at: number): number =>
  stops.findIndex((stop) => stop.kind === 'questions' && stop.at <= at && at < stop.at + stop.count);

export type Part = { number: number; of: number; first: number; count: number };

/** Which of the sections a question belongs to, and which questions are in it: progress is told by section. */
export function partOf(questions: readonly Question[], at: number): Part {
  const sections = [...new Set(questions.map(({ section }) => section))];
  const section = questions[at]?.section ?? sections[sections.length - 1] ?? '';
  const isIn = (question: Question) => question.section === section;
  return {
    number: sections.indexOf(section) + 1,
    of: sections.length,
    first: questions.findIndex(isIn),
    count: questions.filter(isIn).length,
  };
}
