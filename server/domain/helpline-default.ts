import type { Words } from './language.ts';

/** Until a department writes its own: the country's numbers as commonly published (111, 150, 112); to be checked locally. */
export const defaultHelpline: Words = {
  kk: 'Қауіп төнсе — 112. Отбасы, әйелдер мен балалар құқығын қорғау байланыс орталығы — 111. Балалар мен жастарға арналған сенім телефоны — 150. Тәулік бойы, тегін.',
  ru: 'При опасности — 112. Контакт-центр по вопросам семьи, женщин и защиты прав детей — 111. Телефон доверия для детей и молодёжи — 150. Круглосуточно, бесплатно.',
  en: 'In danger call 112. The contact centre for family, women and children’s rights is 111; the children’s and youth trust line is 150. Day and night, free of charge.',
};
