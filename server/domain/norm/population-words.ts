import type { Population } from '../../../instruments/schema/norms.schema.ts';
import { type Language, languages, type Words } from '../language.ts';

type Told = Pick<Population, 'id' | 'language' | 'ageFrom' | 'ageTo' | 'description' | 'simulated'>;

/** In which language people answered: «на русском языке». */
const answeredIn: Readonly<Record<Language, Words>> = {
  kk: { kk: 'қазақ тілінде', ru: 'на казахском языке', en: 'in Kazakh' },
  ru: { kk: 'орыс тілінде', ru: 'на русском языке', en: 'in Russian' },
  en: { kk: 'ағылшын тілінде', ru: 'на английском языке', en: 'in English' },
};

/** Whom a norm of a campaign stands for, in the three languages. */
export function campaignPopulation(
  { title, year, demo }: { title: Words; year: number; demo: boolean },
  language: Language,
): Words {
  const given = answeredIn[language];
  const words = demo
    ? {
        kk: `«${title.kk}» (${year} ж.) науқанының модельденген 9-сынып оқушылары, жауаптары ${given.kk}`,
        ru: `смоделированные ответы 9-х классов кампании «${title.ru}» ${year} года ${given.ru}`,
        en: `simulated ninth-graders of «${title.en}» ${year} who answered ${given.en}`,
      }
    : {
        kk: `«${title.kk}» (${year} ж.) науқанының 9-сынып оқушылары, жауаптары ${given.kk}`,
        ru: `9-е классы кампании «${title.ru}» ${year} года, ответы ${given.ru}`,
        en: `ninth-graders of «${title.en}» ${year} who answered ${given.en}`,
      };
  return inThree((reader) => words[reader].slice(0, 300));
}

/** Whom a norm stands for, in the reader's language, whoever wrote it. */
export const populationWords = (population: Told): Words => {
  const { id, description } = population;
  if (typeof description !== 'string') return description;
  return known[id]?.(population) ?? inThree(() => description);
};

/** Norms that were written before populations were told in three languages: told again from what is known of them. */
const known: Readonly<Record<string, (population: Told) => Words>> = {
  'open-web-2012': ({ ageFrom, ageTo }) => ({
    kk: `ағылшын тіліндегі тұлға туралы сайтқа кірген ${ageFrom}–${ageTo} жастағылар, көп елден`,
    ru: `посетители англоязычного сайта о личности, ${ageFrom}–${ageTo} лет, из многих стран`,
    en: `visitors aged ${ageFrom}–${ageTo} of an English-language personality website, many countries`,
  }),
  'demo-country': ({ language }) => ({
    kk: `мысал елдің модельденген 9-сынып оқушылары, жауаптары ${answeredIn[language].kk}`,
    ru: `смоделированные ответы 9-х классов страны-примера ${answeredIn[language].ru}`,
    en: `simulated ninth-graders of the example country who answered ${answeredIn[language].en}`,
  }),
  'kz-grade-9': ({ language }) => ({
    kk: `Қазақстанның 9-сынып оқушылары, жауаптары ${answeredIn[language].kk}`,
    ru: `9-е классы Казахстана, ответы ${answeredIn[language].ru}`,
    en: `ninth-graders of Kazakhstan who answered ${answeredIn[language].en}`,
  }),
};

const inThree = (of: (reader: Language) => string): Words => {
  const [kk, ru, en] = languages.map(of);
  return { kk: kk ?? '', ru: ru ?? '', en: en ?? '' };
};
