/** What can go wrong on the road from wishes to a place. A part of the catalogue in `problem.ts`. */
export const allianceProblems = {
  'seats-are-held': {
    status: 409,
    kk: 'Бұл орындардың бір бөлігі бөлініп қойған: санын одан азайтуға немесе алып тастауға болмайды.',
    ru: 'Часть этих мест уже занята: число нельзя сделать меньше и предложение нельзя снять.',
    en: 'Some of these places are already taken up: the number cannot go below that, and the offer cannot be withdrawn.',
  },
  'no-free-seats': {
    status: 409,
    kk: 'Қайтаратын бос орын жоқ: барлығы иеленген немесе қайтарылған.',
    ru: 'Свободных мест для возврата нет: все заняты или уже возвращены.',
    en: 'There is no free seat to give back: all are held or were given back already.',
  },
  'wishes-closed': {
    status: 409,
    kk: 'Тілектерді қабылдау мерзімі аяқталды.',
    ru: 'Время, когда принимают пожелания, закончилось.',
    en: 'The time for naming wishes is over.',
  },
  'not-yet-candidate': {
    status: 409,
    kk: 'Алдымен қалауың, заңды өкілдің келісімі және өз келісімің керек.',
    ru: 'Сначала нужны твоё желание, согласие законного представителя и твоё согласие.',
    en: 'First your own wish, your guardian’s consent and your own consent are needed.',
  },
  'round-moved-on': {
    status: 409,
    kk: 'Бұл кезең басқа күйге көшкен. Бетті жаңартыңыз.',
    ru: 'Этот этап уже перешёл в другое состояние. Обновите страницу.',
    en: 'This round has moved on. Reload the page.',
  },
  'step-refused': {
    status: 409,
    kk: 'Бұл қадам қазір мүмкін емес: мәртебе өзгерген, мерзім өткен немесе себебі жазылмаған.',
    ru: 'Этот шаг сейчас невозможен: изменился статус, прошёл срок или не указана причина.',
    en: 'This step is not possible now: the status has changed, the time is over, or the reason is missing.',
  },
  'consent-not-given': {
    status: 409,
    kk: 'Атын ашуға келісім жоқ немесе ол қайтарып алынған.',
    ru: 'Согласия назвать имя нет, или оно отозвано.',
    en: 'There is no consent to be named, or it was taken back.',
  },
} as const;
