/** What can go wrong while a counsellor decides. A part of the catalogue in `problem.ts`. */
export const decisionProblems = {
  'wish-missing': {
    status: 409,
    kk: 'Оқушының өз тілегінсіз ұсыным берілмейді. Алдымен оқушы мұғалім жолын қалайтынын өз бетінде айтсын.',
    ru: 'Без желания самого ученика рекомендации нет. Сначала ученик говорит о нём на своей странице.',
    en: 'There is no recommendation without the pupil’s own wish. The pupil says it on their own page first.',
  },
  'conversation-missing': {
    status: 409,
    kk: 'Ұсыным әңгімеден кейін беріледі. Алдымен әңгімені жазыңыз.',
    ru: 'Рекомендация даётся после беседы. Сначала запишите беседу.',
    en: 'A recommendation comes after a conversation. Record the conversation first.',
  },
  'conflict-of-interest': {
    status: 409,
    kk: 'Сіз бұл оқушыға жақын екеніңізді мәлімдегенсіз. Оның ісін басқа адам жүргізеді.',
    ru: 'Вы заявили о близости к этому ученику. Его делом занимается другой человек.',
    en: 'You declared that you are close to this pupil. Somebody else looks after this case.',
  },
  'appeal-open': {
    status: 409,
    kk: 'Апелляция қаралып жатыр. Жауап берілгенше жаңа шешім қабылданбайды.',
    ru: 'Апелляция рассматривается. До ответа новых решений не принимают.',
    en: 'An appeal is being looked at. Until it is answered nothing new is decided.',
  },
  'own-decision': {
    status: 409,
    kk: 'Апелляцияға шешім қабылдаған адам емес, басқа адам жауап береді.',
    ru: 'На апелляцию отвечает не тот, кто принимал решение.',
    en: 'An appeal is answered by someone other than the one who decided.',
  },
} as const;
