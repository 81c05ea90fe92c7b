import type { Careers } from '../../instruments/schema/careers.schema.ts';
import { explain, fieldGround, matchFields, type ScaleScore, score } from '../../scoring/index.ts';
import type { Explanation } from '../contract/result.schema.ts';
import { type Explained, itemInWords, itemsOf, numberIn } from './explanation-words.ts';
import type { Language } from './language.ts';
import { answersOf } from './result.ts';

/** The name under which the order of fields is explained, beside scales and the index. */
export const fieldsScale = 'fields';

const shown = 5;

/** How the order of fields came about: what stands out among interests and types, how they are weighed, the first ones. */
export function explainFields(told: Explained, careers: Careers): Explanation {
  const words = sentences[told.language];
  const number = numberIn(told.language);
  const scores = score(told.plan, answersOf(told.answers));
  const ground = fieldGround(scores);
  const fits = matchFields(careers, scores);
  if (ground === null || fits.kind === 'insufficient') {
    return { scale: fieldsScale, name: words.name, steps: [words.tooFew], items: [] };
  }
  const nameOf = (scale: string) => told.text.scales[scale]?.name ?? scale;
  const bands = new Map(scores.scales.map((one) => [one.scale, one]));
  const listed = (all: readonly { scale: string; standing: number }[]) =>
    [...all]
      .sort((a, b) => b.standing - a.standing)
      .map(({ scale, standing }) => `${nameOf(scale)}${bandIn(bands.get(scale), number)}: ${signed(standing, number)}`)
      .join('; ');
  const first = fits.fields.slice(0, shown).map(({ field, fit, rank, because }) => {
    const name = careers.fields.find(({ id }) => id === field)?.name[told.language] ?? field;
    return words.field(rank, name, signed(fit, number), because.map((scale) => `«${nameOf(scale)}»`).join(', '));
  });
  const scales = [...ground.interests, ...ground.types].map(({ scale }) => scale);
  const items = new Map(
    scales.flatMap((scale) =>
      itemsOf(explain(told.plan, answersOf(told.answers), scale)).map((item) => [item.item, item] as const),
    ),
  );
  return {
    scale: fieldsScale,
    name: words.name,
    steps: [
      words.interests(listed(ground.interests)),
      ...(ground.types.length > 0 ? [words.types(listed(ground.types))] : []),
      words.weights(percent(ground.interestsShare), ground.weights.map((weight) => number(weight, 1)).join(', ')),
      fits.distinct
        ? words.distinct(number(ground.spread), number(ground.leastSpread))
        : words.flat(number(ground.spread), number(ground.leastSpread)),
      ...first,
      words.caution,
    ],
    items: [...items.values()].map((item) => itemInWords(told, item)),
  };
}

type Format = (value: number, digits?: number) => string;

const signed = (value: number, number: Format): string => `${value < 0 ? '−' : '+'}${number(Math.abs(value), 1)}`;

/** The mean with its error, or without a number where the error is not known. */
function bandIn(score: ScaleScore | undefined, number: Format): string {
  if (score?.kind !== 'scored' || score.low === null || score.high === null) return '';
  return ` (${number(score.mean, 1)}, ${number(score.low, 1)}–${number(score.high, 1)})`;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

type Sentences = {
  name: string;
  tooFew: string;
  interests(list: string): string;
  types(list: string): string;
  weights(share: string, weights: string): string;
  distinct(spread: string, least: string): string;
  flat(spread: string, least: string): string;
  field(rank: number, name: string, fit: string, because: string): string;
  caution: string;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  kk: {
    name: 'Жақын салалар: рет қалай шықты',
    tooFew: 'Алты қызығушылықтың бәріне жауап жеткіліксіз, сондықтан салалар реттелмеді.',
    interests: (list) =>
      `Қызығушылықтар (орташа жауап және қателікті ескерген аралық): оқушының өз орташасынан ауытқуы — ${list}.`,
    types: (list) => `Жұмыс түрлері (таңдау үлесі): өз орташасынан ауытқуы — ${list}.`,
    weights: (share, weights) =>
      `Саланың үйлесімі: ${share} — қызығушылықтар, қалғаны — жұмыс түрлері. Сала атаған қызығушылықтардың салмағы ретімен: ${weights}.`,
    distinct: (spread, least) =>
      `Қызығушылықтардың шашырауы ${spread}, ең аз керегі ${least}: ретке мән беруге болады.`,
    flat: (spread, least) => `Қызығушылықтардың шашырауы ${spread}, ең аз керегі ${least}: реттің мәні аз.`,
    field: (rank, name, fit, because) =>
      `${rank}-орын: ${name}, үйлесімі ${fit}${because === '' ? '' : `; себебі ${because}`}.`,
    caution: 'Жақын орындардың айырмасы өлшеу қателігінен аспауы мүмкін: бірінші мен үшінші саланы тең деп оқыңыз.',
  },
  ru: {
    name: 'Близкие области: откуда такой порядок',
    tooFew: 'Не на все шесть интересов хватает ответов, поэтому области не упорядочены.',
    interests: (list) =>
      `Интересы (средний ответ и интервал с погрешностью): отклонение от собственного среднего ученика — ${list}.`,
    types: (list) => `Виды дел (доля выборов): отклонение от собственного среднего — ${list}.`,
    weights: (share, weights) =>
      `Близость области: ${share} — интересы, остальное — виды дел. Веса интересов области по порядку: ${weights}.`,
    distinct: (spread, least) => `Разброс интересов ${spread}, нужно хотя бы ${least}: порядок что-то значит.`,
    flat: (spread, least) => `Разброс интересов ${spread}, нужно хотя бы ${least}: порядок значит мало.`,
    field: (rank, name, fit, because) =>
      `Место ${rank}: ${name}, близость ${fit}${because === '' ? '' : `; потому что ${because}`}.`,
    caution: 'Разница соседних мест может быть меньше погрешности: первую и третью область читайте как равные.',
  },
  en: {
    name: 'Fields that fit: how the order came about',
    tooFew: 'Not all six interests have enough answers, so the fields were not put in order.',
    interests: (list) =>
      `Interests (mean answer and its interval with error): deviation from the pupil’s own mean — ${list}.`,
    types: (list) => `Kinds of work (share of choices): deviation from the own mean — ${list}.`,
    weights: (share, weights) =>
      `Fit of a field: ${share} interests, the rest kinds of work. Weights of a field’s interests in order: ${weights}.`,
    distinct: (spread, least) =>
      `The interests spread by ${spread}, at least ${least} is needed: the order says something.`,
    flat: (spread, least) => `The interests spread by ${spread}, at least ${least} is needed: the order says little.`,
    field: (rank, name, fit, because) =>
      `Place ${rank}: ${name}, fit ${fit}${because === '' ? '' : `; because of ${because}`}.`,
    caution: 'Neighbouring places may differ by less than the error: read the first and the third field as equal.',
  },
};
