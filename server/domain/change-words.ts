import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { ScaleChange } from './change.ts';
import { dayInWords } from './day-words.ts';
import type { Language } from './language.ts';
import type { StoredResult } from './result.ts';

export type ChangeWords = {
  /** What the two sittings say together, in a sentence or two. */
  summary: string[];
  changes: { scale: string; name: string; verdict: ScaleChange['verdict']; text: string }[];
};

/** Two sittings in words: what changed beyond error, what may only look so, and what makes comparing them doubtful. */
export function changeWords(
  language: Language,
  changes: readonly ScaleChange[],
  { before, after, text }: { before: StoredResult; after: StoredResult; text: InstrumentText },
): ChangeWords {
  const words = sentences[language];
  const nameOf = ({ scale }: ScaleChange) => text.scales[scale]?.name ?? scale;
  const real = changes.filter(({ verdict }) => verdict === 'up' || verdict === 'down');
  const days = (after.submittedAt.getTime() - before.submittedAt.getTime()) / 86_400_000;
  const doubtful = [before, after].some(({ quality }) => quality?.state === 'repeat-offered');
  return {
    summary: [
      words.two(dayInWords(before.submittedAt, language), dayInWords(after.submittedAt, language)),
      real.length === 0 ? words.none(changes.length) : words.some(real.length, changes.length),
      ...(days < 80 ? [words.soon] : []),
      ...(before.language === after.language ? [] : [words.languages]),
      ...(doubtful ? [words.doubtful] : []),
    ],
    changes: changes.map((change) => ({
      scale: change.scale,
      name: nameOf(change),
      verdict: change.verdict,
      text: words.verdicts[change.verdict],
    })),
  };
}

type Sentences = {
  two(before: string, after: string): string;
  none(of: number): string;
  some(real: number, of: number): string;
  soon: string;
  languages: string;
  doubtful: string;
  verdicts: Record<ScaleChange['verdict'], string>;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  kk: {
    two: (before, after) => `Екі рет өтті: ${before} және ${after}.`,
    none: (of) => `Өлшеу қателігінен асқан өзгеріс жоқ; салыстырылған шкала саны: ${of}.`,
    some: (real, of) =>
      `Өзгерісі өлшеу қателігінен асқан шкала: ${real} (барлығы ${of}); қалғандарын өзгерді деуге болмайды.`,
    soon: 'Екі тестілеудің арасы үш айға жетпейді: бұрынғы жауаптар есте қалған болуы мүмкін.',
    languages: 'Екі тестілеу әртүрлі тілде өтті: айырма тілден де шығуы мүмкін.',
    doubtful: 'Біреуінің жауаптарына сүйенуге болмайды (сапа белгілерін қараңыз), сондықтан өзгеріс те күмәнді.',
    verdicts: {
      up: 'өсті',
      down: 'төмендеді',
      'within-error': 'айырма қателіктен аспайды',
      unknown: 'қателік белгісіз, салыстырылмайды',
    },
  },
  ru: {
    two: (before, after) => `Пройдено дважды: ${before} и ${after}`,
    none: (of) => `Изменений больше погрешности нет; сравнено шкал: ${of}.`,
    some: (real, of) =>
      `Больше погрешности изменились шкалы: ${real} из ${of}; об остальных сказать, что они изменились, нельзя.`,
    soon: 'Между прохождениями меньше трёх месяцев: прежние ответы могли запомниться.',
    languages: 'Прохождения были на разных языках: разница может идти и от языка.',
    doubtful:
      'На ответы одного из прохождений опираться не стоит (см. отметки о качестве), поэтому сомнительно и изменение.',
    verdicts: {
      up: 'выросло',
      down: 'снизилось',
      'within-error': 'разница в пределах погрешности',
      unknown: 'погрешность неизвестна, не сравнивается',
    },
  },
  en: {
    two: (before, after) => `Taken twice: on ${before} and on ${after}.`,
    none: (of) => `On none of the ${of} scales is the change larger than the error of measurement.`,
    some: (real, of) =>
      `On ${real} of ${of} scales the change is larger than the error of measurement; the others cannot be said to have changed.`,
    soon: 'There are less than three months between the two: earlier answers may have been remembered.',
    languages: 'They were taken in different languages: a difference may come from the language.',
    doubtful: 'The answers of one of them cannot be relied on (see the quality flags), so a change is doubtful too.',
    verdicts: {
      up: 'went up',
      down: 'went down',
      'within-error': 'the difference is within the error',
      unknown: 'the error is not known: not compared',
    },
  },
};
