/** What can go wrong with a campaign's norms; part of the one catalogue of problems. */
export const normProblems = {
  'norm-too-small': {
    status: 409,
    kk: 'Осы тілде жарамды тестілеу әлі жеткіліксіз: норма кемінде 400 тестілеуден жасалады.',
    ru: 'На этом языке пока мало пригодных прохождений: норма делается не меньше чем из 400.',
    en: 'There are too few valid sittings in this language yet: a norm is made of at least 400.',
  },
  'study-under-way': {
    status: 409,
    kk: 'Бұл зерттеу әлі есептеліп жатыр.',
    ru: 'Это исследование ещё считается.',
    en: 'This study is still being computed.',
  },
  'norm-decided': {
    status: 409,
    kk: 'Бұл норма туралы шешім қабылданып қойған. Бетті жаңартыңыз.',
    ru: 'По этой норме решение уже принято. Обновите страницу.',
    en: 'This norm has been decided on already. Reload the page.',
  },
} as const;
