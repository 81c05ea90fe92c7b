/** What can go wrong with an expert panel; part of the one catalogue of problems. */
export const panelProblems = {
  'panel-nothing-to-rate': {
    status: 409,
    kk: 'Бұл құралда сарапшылар бағалайтын жағдайлар жоқ.',
    ru: 'В этой методике нет ситуаций, которые оценивают эксперты.',
    en: 'This instrument has no situations for experts to rate.',
  },
  'panel-round-over': {
    status: 409,
    kk: 'Бұл кезең жабылды. Бетті жаңартыңыз: жазылғандары сақтаулы.',
    ru: 'Этот тур уже закрыт. Обновите страницу: записанное сохранено.',
    en: 'This round is over. Reload the page; what was saved is kept.',
  },
  'panel-incomplete': {
    status: 409,
    kk: 'Әлі бағаланбаған нұсқалар бар. Барлығын бағалап, қайта аяқтаңыз.',
    ru: 'Оценено ещё не всё. Оцените оставшееся и завершите снова.',
    en: 'Some options are not rated yet. Rate the rest and finish again.',
  },
  'panel-too-early': {
    status: 409,
    kk: 'Бұл кезеңді әлі ешкім аяқтаған жоқ.',
    ru: 'Этот тур пока никто не завершил.',
    en: 'Nobody has finished this round yet.',
  },
  'panel-may-not-publish': {
    status: 409,
    kk: 'Кілтті жариялауға болмайды: кемінде 10 сарапшы және келісім ICC(2,k) ≥ 0,80 қажет.',
    ru: 'Ключ публиковать нельзя: нужно не меньше 10 экспертов и согласие ICC(2,k) ≥ 0,80.',
    en: 'This key may not be published: at least 10 experts and agreement ICC(2,k) ≥ .80 are needed.',
  },
  'panel-decided': {
    status: 409,
    kk: 'Бұл панель туралы шешім қабылданып қойған. Бетті жаңартыңыз.',
    ru: 'По этой панели решение уже принято. Обновите страницу.',
    en: 'This panel has been decided on already. Reload the page.',
  },
  'panel-link-over': {
    status: 401,
    kk: 'Бұл сілтеме енді жарамсыз. Сізді шақырған адамнан жаңасын сұраңыз.',
    ru: 'Эта ссылка больше не действует. Попросите новую у того, кто вас пригласил.',
    en: 'This link no longer works. Ask the person who invited you for a new one.',
  },
} as const;
