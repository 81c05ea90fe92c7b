import type { Language, Words } from '../domain/language.ts';

/** A theme of the law as a report on groups calls it: beside scales of what pupils say of themselves it needs its context. */
export const themeName = (name: string): Readonly<Record<Language, string>> => ({
  kk: `Жағдайлар · ${name}`,
  ru: `Ситуации · ${name}`,
  en: `Situations · ${name}`,
});

/** How a theme is to be read: whose reading and whose key it is, and what may be compared with what. */
export const themeNote: Words = {
  kk: '«Педагог мәртебесі туралы» заңның тақырыбы; оны оқушыға қарай түсіндірген — біз. 1 — нұсқалар дәл кілттің ретімен бағаланған, 0 — баға кілтке мүлде қатыссыз. Топтарды бір тақырып ішінде ғана салыстырыңыз: тақырыптардың оңай-қиыны әртүрлі. Сарапшылардың кілті шыққанша, кілт авторлардыкі.',
  ru: 'Тема закона «О статусе педагога»; прочтение для учеников — наше. 1 — варианты оценены точно в порядке ключа, 0 — оценки с ключом никак не связаны. Сравнивайте группы внутри одной темы, а не темы между собой: они не одинаково легки. Ключ авторский, пока его не заменит ключ экспертов.',
  en: 'A theme of the law «On the status of a teacher»; the reading for pupils is ours. 1: the options are rated exactly as the key orders them; 0: the ratings have nothing to do with the key. Compare groups within one theme, not themes with each other: they are not equally easy. The key is the authors’ until the experts’ own replaces it.',
};
