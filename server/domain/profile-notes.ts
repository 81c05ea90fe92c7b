import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { StoredAnswer } from './batch.ts';
import type { Language } from './language.ts';

/** A run of the same answer this long, over half of a questionnaire that is keyed both ways, is worth a question. */
const longRunShare = 0.5;

/** What a reader should know before trusting the numbers. Flags invite to ask; they never discard an answer. */
export function profileNotes(
  language: Language,
  answers: Readonly<Record<string, StoredAnswer>>,
  instrument: Instrument,
  norm: NormSet | null,
): string[] {
  const words = notes[language];
  const order = instrument.sections.flatMap(({ pages }) => pages.flatMap(({ items }) => items));
  const given = order.map((item) => answers[item]?.value ?? null);
  const missing = given.filter((value) => value === null).length;
  const run = longestRun(given);
  const languages = new Set(Object.values(answers).map((answer) => answer.language));
  return [
    ...(missing > 0 ? [words.missing(missing, order.length)] : []),
    ...(run >= order.length * longRunShare ? [words.run(run)] : []),
    ...(languages.size > 1 ? [words.mixed] : []),
    ...(norm === null ? [words.noNorm] : []),
    ...(norm?.provisional ? [words.provisional(norm.n)] : []),
  ];
}

/** The longest run of one and the same answer in the order of presentation; a missing answer breaks a run. */
function longestRun(given: readonly (number | null)[]): number {
  let longest = 0;
  let run = 0;
  given.forEach((value, index) => {
    run = value === null ? 0 : value === given[index - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

type Notes = {
  missing(missing: number, of: number): string;
  run(length: number): string;
  mixed: string;
  noNorm: string;
  provisional(n: number): string;
};

const notes: Readonly<Record<Language, Notes>> = {
  kk: {
    missing: (missing, of) => `${of} сұрақтың ${missing}-і жауапсыз қалған.`,
    run: (length) => `Қатарынан ${length} бірдей жауап бар: әңгімеде қалай жауап бергенін сұраған жөн.`,
    mixed: 'Жауаптар бірнеше тілде берілген.',
    noNorm: 'Норма қолданылмаған: балдар тек жауап шкаласында оқылады.',
    provisional: (n) => `Норма уақытша (n = ${n}, өз еркімен қатысқандар): оқушыларды салыстыруға жарамайды.`,
  },
  ru: {
    missing: (missing, of) => `Без ответа осталось вопросов: ${missing} из ${of}.`,
    run: (length) => `Подряд ${length} одинаковых ответов: в беседе стоит спросить, как отвечалось.`,
    mixed: 'Ответы даны на нескольких языках.',
    noNorm: 'Норма не применялась: баллы читаются только на шкале ответов.',
    provisional: (n) => `Норма предварительная (n = ${n}, добровольцы): для сравнения учеников не годится.`,
  },
  en: {
    missing: (missing, of) => `${missing} of ${of} questions were left open.`,
    run: (length) => `${length} identical answers in a row: worth asking how the answering went.`,
    mixed: 'Answers were given in several languages.',
    noNorm: 'No norm was applied: read the scores on the answer scale only.',
    provisional: (n) => `The norm is provisional (n = ${n}, self-selected): not fit for comparing pupils.`,
  },
};
