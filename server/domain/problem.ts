import { allianceProblems } from './alliance/alliance-problems.ts';
import { decisionProblems } from './decision/decision-problems.ts';
import type { Language } from './language.ts';
import { normProblems } from './norm/norm-problems.ts';
import { panelProblems } from './panel/panel-problems.ts';

/**
 * The one catalogue of what can go wrong. A handler throws `new Problem('slug')`; the writer turns it into RFC 9457.
 * Titles are read by people: what happened and what to do, in the three languages.
 */
const catalogue = {
  'input-invalid': {
    status: 422,
    kk: 'Деректер қате толтырылған. Төмендегі өрістерді тексеріңіз.',
    ru: 'Данные заполнены с ошибкой. Проверьте поля ниже.',
    en: 'Some of the data is not right. Check the fields below.',
  },
  'body-unreadable': {
    status: 400,
    kk: 'Сұраныс оқылмады: JSON күтілді.',
    ru: 'Запрос не прочитан: ожидался JSON.',
    en: 'The request could not be read: JSON was expected.',
  },
  'body-too-large': {
    status: 413,
    kk: 'Сұраныс тым үлкен.',
    ru: 'Запрос слишком большой.',
    en: 'The request is too large.',
  },
  'media-type': {
    status: 415,
    kk: 'application/json түрінде жіберіңіз.',
    ru: 'Отправьте данные как application/json.',
    en: 'Send the data as application/json.',
  },
  'not-found': {
    status: 404,
    kk: 'Мұндай бет немесе жазба жоқ.',
    ru: 'Такой страницы или записи нет.',
    en: 'There is no such page or record.',
  },
  'sign-in-needed': { status: 401, kk: 'Алдымен кіріңіз.', ru: 'Сначала войдите.', en: 'Sign in first.' },
  'session-ended': {
    status: 401,
    kk: 'Сеанс аяқталды. Қайта кіріңіз — сақталған жауаптар орнында.',
    ru: 'Сеанс закончился. Войдите снова — сохранённые ответы на месте.',
    en: 'The session has ended. Sign in again; saved answers are still there.',
  },
  'sign-in-wrong': {
    status: 401,
    kk: 'Пошта немесе құпиясөз сәйкес емес.',
    ru: 'Почта или пароль не подходят.',
    en: 'The e-mail and password do not match.',
  },
  'code-unknown': {
    status: 401,
    kk: 'Бұл код табылмады. Карточкадағы әріптер мен сандарды тексер.',
    ru: 'Такой код не найден. Проверь буквы и цифры на карточке.',
    en: 'This code was not found. Check the letters and digits on the card.',
  },
  'proof-wrong': {
    status: 422,
    kk: 'Растау сәтсіз аяқталды. Кодты тексеріңіз не қайта бастаңыз.',
    ru: 'Подтвердить не получилось. Проверьте код или начните заново.',
    en: 'That did not confirm it. Check the code or begin again.',
  },
  'code-expired': {
    status: 401,
    kk: 'Бұл кодтың мерзімі өткен. Мұғалімнен жаңа карточка сұра.',
    ru: 'Срок этого кода прошёл. Попроси новую карточку у педагога.',
    en: 'This code has expired. Ask your counsellor for a new card.',
  },
  'too-many-tries': {
    status: 429,
    kk: 'Тым көп әрекет жасалды. Біраздан кейін қайталаңыз.',
    ru: 'Слишком много попыток. Повторите немного позже.',
    en: 'Too many tries. Try again a little later.',
  },
  'role-may-not': {
    status: 403,
    kk: 'Бұл әрекет сіздің рөліңізге берілмеген.',
    ru: 'Это действие не разрешено вашей роли.',
    en: 'Your role may not do this.',
  },
  'origin-refused': {
    status: 403,
    kk: 'Сұраныс басқа сайттан келді.',
    ru: 'Запрос пришёл с другого сайта.',
    en: 'The request came from another site.',
  },
  'consent-missing': {
    status: 409,
    kk: 'Тестілеуді бастау үшін заңды өкілдің келісімі де, оқушының келісімі де керек.',
    ru: 'Чтобы начать, нужны согласие законного представителя и согласие ученика.',
    en: 'To begin, both the guardian’s consent and the pupil’s own are needed.',
  },
  'wording-unknown': {
    status: 409,
    kk: 'Келісім мәтіні жаңарған. Бетті жаңартып, қайта оқыңыз.',
    ru: 'Текст согласия обновился. Обновите страницу и прочтите его снова.',
    en: 'The wording of this consent has changed. Reload the page and read it again.',
  },
  'campaign-not-open': {
    status: 409,
    kk: 'Тестілеу науқаны қазір ашық емес.',
    ru: 'Кампания тестирования сейчас не открыта.',
    en: 'The campaign is not open now.',
  },
  'sitting-elsewhere': {
    status: 409,
    kk: 'Тестілеу басқа құрылғыда басталған. Кодты қайта енгізсең, сол жерден жалғасады.',
    ru: 'Прохождение уже начато на другом устройстве. Введи код ещё раз — продолжишь с того же места.',
    en: 'The sitting was started on another device. Enter the code again to go on from there.',
  },
  'sitting-busy': {
    status: 409,
    kk: 'Тестілеу қазір басқа құрылғыда ашық тұр.',
    ru: 'Прохождение сейчас открыто на другом устройстве.',
    en: 'The sitting is open on another device now.',
  },
  'sitting-submitted': {
    status: 409,
    kk: 'Жауаптар тапсырылып қойған. Кеш келген жауаптар бөлек сақталды.',
    ru: 'Ответы уже сданы. Пришедшие позже сохранены отдельно.',
    en: 'The answers were already submitted. What came later is kept aside.',
  },
  'batch-conflict': {
    status: 409,
    kk: 'Осы нөмірмен басқа жауаптар сақталған. Жаңасы бөлек сақталды.',
    ru: 'Под этим номером уже сохранены другие ответы. Новые сохранены отдельно.',
    en: 'Other answers are stored under this id. The new ones are kept aside.',
  },
  'answers-missing': {
    status: 409,
    kk: 'Кейбір жауаптар әлі жетпеген. Олар жіберілген соң қайталанады.',
    ru: 'Часть ответов ещё не дошла. Повторим, когда они будут отправлены.',
    en: 'Some answers have not arrived yet. This repeats once they have been sent.',
  },
  'result-not-ready': {
    status: 409,
    kk: 'Нәтиже жауаптар тапсырылғаннан кейін шығады.',
    ru: 'Результат появится после сдачи ответов.',
    en: 'The result comes after the answers are submitted.',
  },
  'class-not-empty': {
    status: 409,
    kk: 'Сыныпта оқушылар бар (мектептен кеткендері де саналады). Алдымен оларды басқа сыныпқа ауыстырыңыз.',
    ru: 'В классе есть ученики (в том числе выбывшие). Сначала переведите их в другой класс.',
    en: 'There are pupils in the class (also those who have left). Move them to another class first.',
  },
  'repeat-not-due': {
    status: 409,
    kk: 'Қайта өтуді ұсынуға әзірге себеп жоқ: үш ай өтпеген және сапа белгісі жоқ, не ұсыныс бұрын жасалған.',
    ru: 'Пока нет причины предлагать прохождение ещё раз: не прошло трёх месяцев и нет отметок о качестве, либо оно уже предложено.',
    en: 'There is no reason to offer a repeat yet: three months have not passed and nothing is flagged, or it is offered already.',
  },
  'already-there': {
    status: 409,
    kk: 'Мұндай жазба бұрыннан бар.',
    ru: 'Такая запись уже есть.',
    en: 'There is such a record already.',
  },
  'import-unreadable': {
    status: 422,
    kk: 'Файл оқылмады. CSV, XLSX немесе OneRoster жинағы керек.',
    ru: 'Файл не прочитан. Нужен CSV, XLSX или пакет OneRoster.',
    en: 'The file could not be read. CSV, XLSX or a OneRoster package is needed.',
  },
  'import-has-errors': {
    status: 409,
    kk: 'Тізімде түзетілмеген жолдар бар. Түзетіңіз немесе тек дұрыс жолдарды алыңыз.',
    ru: 'В списке остались неисправленные строки. Исправьте их или возьмите только верные.',
    en: 'Some rows are not right yet. Correct them, or take only the right ones.',
  },
  'import-closed': {
    status: 409,
    kk: 'Бұл тізім қолданылып қойған немесе мерзімі өткен.',
    ru: 'Этот список уже применён или его срок прошёл.',
    en: 'This list has been applied already, or its time is over.',
  },
  'report-in-the-making': {
    status: 503,
    kk: 'Есеп дайындалып жатыр: алғашқысы бірнеше минут алады. Бетті сәлден соң ашыңыз.',
    ru: 'Отчёт готовится: первый занимает несколько минут. Откройте страницу чуть позже.',
    en: 'The report is being made: the first one takes a few minutes. Open the page a little later.',
  },
  'someone-is-at-it': {
    status: 409,
    kk: 'Мұны қазір басқа адам істеп жатыр. Сәлден соң қайталаңыз.',
    ru: 'Сейчас это делает кто-то другой. Повторите чуть позже.',
    en: 'Someone else is doing this right now. Try again in a moment.',
  },
  'codes-not-live': {
    status: 409,
    kk: 'Бұл кодтардың бірі енді жарамсыз. Кодтарды қайта шығарыңыз.',
    ru: 'Какой-то из этих кодов уже не действует. Выпустите коды заново.',
    en: 'One of these codes no longer works. Issue the codes again.',
  },
  ...normProblems,
  ...panelProblems,
  ...decisionProblems,
  ...allianceProblems,
  'second-factor-needed': {
    status: 401,
    kk: 'Аутентификатор қосымшасындағы кодты енгізіңіз.',
    ru: 'Введите код из приложения-аутентификатора.',
    en: 'Enter the code from your authenticator.',
  },
  'second-factor-wrong': {
    status: 401,
    kk: 'Код сәйкес емес немесе қолданылып қойған. Келесі кодты күтіңіз.',
    ru: 'Код не подходит или уже использован. Дождитесь следующего.',
    en: 'The code does not fit or has been used already. Wait for the next one.',
  },
  'second-factor-first': {
    status: 403,
    kk: 'Алдымен екінші факторды қосыңыз: мұны осы жүйенің тәртібі талап етеді.',
    ru: 'Сначала включите второй фактор: этого требуют правила системы.',
    en: 'Set up the second factor first: the rules of this service ask for it.',
  },
  'invitation-over': {
    status: 410,
    kk: 'Бұл сілтеме қолданылып қойған немесе мерзімі өткен. Жаңасын сұраңыз.',
    ru: 'Эта ссылка уже использована или устарела. Попросите новую.',
    en: 'This link has been used already or is too old. Ask for a new one.',
  },
  'oidc-refused': {
    status: 401,
    kk: 'Провайдер арқылы кіру расталмады. Қайта бастаңыз.',
    ru: 'Вход через провайдера не подтверждён. Начните заново.',
    en: 'The provider’s answer could not be confirmed. Begin again.',
  },
  'oidc-unknown': {
    status: 401,
    kk: 'Бұл провайдердегі поштаға тіркелгі ашылмаған. Оны мектеп не басқарма ашады.',
    ru: 'Для почты у этого провайдера нет учётной записи. Её создаёт школа или управление.',
    en: 'There is no account for the e-mail at this provider. The school or department makes one.',
  },
  'database-away': {
    status: 503,
    kk: 'Деректер қоры жауап бермей тұр. Жауаптар құрылғыда сақталды, сәлден соң қайталанады.',
    ru: 'База данных не отвечает. Ответы сохранены на устройстве, повторим чуть позже.',
    en: 'The database is not answering. Answers are kept on the device and will be sent again.',
  },
  'too-busy': {
    status: 503,
    kk: 'Сервер қазір бос емес. Жауаптар құрылғыда сақталды, сәлден соң қайталанады.',
    ru: 'Сервер сейчас занят. Ответы сохранены на устройстве, повторим чуть позже.',
    en: 'The server is busy. Answers are kept on the device and will be sent again.',
  },
  unexpected: {
    status: 500,
    kk: 'Бізде ақау шықты. Қайталап көріңіз; қайталанса, сұраныс нөмірін айтыңыз.',
    ru: 'У нас произошла ошибка. Попробуйте ещё раз; если повторится, назовите номер запроса.',
    en: 'Something went wrong on our side. Try again; if it repeats, tell us the request number.',
  },
} as const satisfies Record<string, { status: number } & Record<Language, string>>;

export type ProblemSlug = keyof typeof catalogue;

/** A field that is wrong: JSON pointer into params, query or body, and what was expected. */
export type FieldError = { pointer: string; detail: string };

export type ProblemOptions = { detail?: string; errors?: readonly FieldError[]; retryAfterS?: number };

/** Thrown by domain, stores and handlers; never carries personal data. */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly options: ProblemOptions;
  constructor(slug: ProblemSlug, options: ProblemOptions = {}) {
    super(slug);
    this.slug = slug;
    this.options = options;
  }
}

/** The catalogue's entry: HTTP status and the title in one language. */
export const describeProblem = (slug: ProblemSlug, language: Language): { status: number; title: string } => ({
  status: catalogue[slug].status,
  title: catalogue[slug][language],
});

export const problemSlugs = (): readonly ProblemSlug[] => Object.keys(catalogue).filter(isProblemSlug);

const isProblemSlug = (slug: string): slug is ProblemSlug => Object.hasOwn(catalogue, slug);
