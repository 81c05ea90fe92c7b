import type { Language } from '../../domain/language.ts';

/** What a region's paper says beside the words all reports on groups share; numbers come in ready to be read. */
export type RegionPhrases = {
  mapTitle: string;
  mapNote(known: string, day: string): string;
  districts: string;
  schools: string;
  /** Classes that fewer than ten chose, and are counted only. */
  others(count: string): string;
  /** Of a question where no class reached ten. */
  nothingTold(names: string): string;
  overview: string;
  overviewNote: string;
  range: string;
  trustTitle: string;
  trust: {
    reach(share: string): string;
    self: string;
    languages: string;
    noNorm: string;
  };
  appendix: string;
  appendixLead: string;
  /** Where the rest is, at the end of the short edition. */
  more: string;
};

export const regionPhrases: Readonly<Record<Language, RegionPhrases>> = {
  kk: {
    mapTitle: 'Өңір елдің ішінде: аяқтаған оқушылар',
    mapNote: (known, day) =>
      `Дереккөз: ${day} күнгі аяқталған тестілеулер, n = ${known}. Қою түс — көбірек, штрих — 10-нан аз. Сары жиек — осы өңір.`,
    districts: 'Аудандар бойынша қатысу',
    schools: 'Мектептер бойынша қатысу',
    others: (count) => `қалғандары (${count}), әрқайсысы 10-нан аз`,
    nothingTold: (names) => `Бұл жерде бірде-бір таңдау 10 оқушыға жетпеді, сондықтан айтылмайды: ${names}.`,
    overview: 'Барлық шкала қысқаша',
    overviewNote:
      'Орташа — оқушылардың өз жауаптарының орташасы, «±» — оның қателігі (95 %). «Аралық» — жауаптың ең төменгі және ең жоғары мәні; аралығы әртүрлі шкалаларды өзара салыстыруға болмайды.',
    range: 'Аралық',
    trustTitle: 'Бұған қаншалықты сенуге болады',
    trust: {
      reach: (share) =>
        `Тізімдегі оқушылардың ішінде тестілеуден өткендердің үлесі — ${share}. Қалғандары туралы бұл сандар ештеңе айтпайды; олардың жауаптары өзгеше болуы мүмкін.`,
      self: 'Жауаптар — оқушылардың өздері туралы айтқаны. Жақсы көрінгісі келу мен көңіл күй оларға әсер етеді, сондықтан шағын айырмадан қорытынды шығармаңыз.',
      languages:
        'Әдістемелердің қазақша және орысша мәтіндері — тіл сарапшылары бекіткенге дейін жоба. Тілдер арасындағы айырма оқушылардан емес, сөздерден де шығуы мүмкін.',
      noNorm: 'Норма әлі жоқ: орташаны тек осы есептегі топтармен салыстыруға болады.',
    },
    appendix: 'Қосымша: барлық сандар',
    appendixLead:
      'Мектептер бойынша қатысу, барлық таңдау, әр шкала бойынша топтардың суреттері мен кестелері. Негізгі есеп осымен аяқталды.',
    more: 'Барлық суреттер мен кестелер: «PDF, барлық кестелермен» немесе XLSX файлы.',
  },
  ru: {
    mapTitle: 'Регион в стране: завершившие ученики',
    mapNote: (known, day) =>
      `Источник: завершённые прохождения, n = ${known}, ${day} Темнее — больше, штриховка — менее 10. Жёлтая рамка — этот регион.`,
    districts: 'Участие по районам',
    schools: 'Участие по школам',
    others: (count) => `остальные (${count}), каждое — менее 10`,
    nothingTold: (names) => `Ни один ответ не набирает здесь 10 учеников и потому не сообщается: ${names}.`,
    overview: 'Все шкалы коротко',
    overviewNote:
      'Среднее — по ответам самих учеников, «±» — его погрешность (95 %). «От и до» — наименьшее и наибольшее возможное значение; шкалы с разными границами друг с другом не сравнивают.',
    range: 'От и до',
    trustTitle: 'Насколько этому можно верить',
    trust: {
      reach: (share) =>
        `Тестирование прошли ${share} учеников из списков. Об остальных эти числа ничего не говорят: их ответы могли бы быть другими.`,
      self: 'Ответы — это рассказ учеников о себе. На него влияют настроение и желание выглядеть лучше, поэтому из небольших различий не делайте выводов.',
      languages:
        'Тексты методик на казахском и русском — черновики, пока их не утвердят носители языка. Различие между языками может идти от слов, а не от учеников.',
      noNorm: 'Нормы пока нет: средние можно сравнивать только между группами этого отчёта.',
    },
    appendix: 'Приложение: все числа',
    appendixLead:
      'Участие по школам, все ответы о выборе, рисунки и таблицы по группам для каждой шкалы. Сам отчёт на этом закончен.',
    more: 'Все рисунки и таблицы — в файле «PDF со всеми таблицами» или XLSX.',
  },
  en: {
    mapTitle: 'The region in the country: pupils who have finished',
    mapNote: (known, day) =>
      `Source: finished sittings, n = ${known}, ${day}. Darker means more; hatched means fewer than 10. The yellow frame is this region.`,
    districts: 'Participation by district',
    schools: 'Participation by school',
    others: (count) => `the others (${count}), fewer than 10 each`,
    nothingTold: (names) => `No answer reaches 10 pupils here, so nothing is told of: ${names}.`,
    overview: 'All scales in brief',
    overviewNote:
      'The mean is of pupils’ own answers, «±» is its error (95 %). «Range» is the lowest and the highest possible value; scales of different ranges are not to be compared with each other.',
    range: 'Range',
    trustTitle: 'How far this can be trusted',
    trust: {
      reach: (share) =>
        `${share} of the pupils on the lists took part. Of the others these figures say nothing: their answers might be different.`,
      self: 'Answers are what pupils say about themselves. Mood and the wish to look good play a part: draw no conclusion from a small difference.',
      languages:
        'The Kazakh and Russian texts are drafts until native speakers have adjudicated them. A difference between languages may come from the words and not from the pupils.',
      noNorm: 'There is no norm yet: means can only be compared between the groups of this report.',
    },
    appendix: 'Appendix: all figures',
    appendixLead:
      'Participation by school, every choice, pictures and tables by group for each scale. The report itself ends here.',
    more: 'All pictures and tables: the file «PDF with all tables» or XLSX.',
  },
};
