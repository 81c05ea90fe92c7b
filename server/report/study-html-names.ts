import type { Language } from '../domain/language.ts';

/** What a figure of a report is called, piece by piece of its path. What stands here in one word is the same in all languages. */
type Name = string | Readonly<Record<Language, string>>;

const name = (kk: string, ru: string, en: string): Name => ({ kk, ru, en });

const names: Readonly<Record<string, Name>> = {
  n: 'n',
  alpha: 'α',
  lambda2: 'λ₂',
  omega: 'ω',
  omegaHierarchical: 'ω_h',
  sem: 'SEM',
  logLik: 'log L',
  aic: 'AIC',
  bic: 'BIC',
  df: 'df',
  p: 'p',
  pAdjusted: 'p (BH)',
  chi2: 'χ²',
  chiSquare: 'χ²',
  rmsea: 'RMSEA',
  srmsr: 'SRMSR',
  cfi: 'CFI',
  tli: 'TLI',
  a: 'a',
  b: 'b',
  r: 'r',
  q3: 'Q₃',
  theta: 'θ',
  se: 'SE',
  tauSquared: 'τ²',
  deltaR2: 'ΔR²',
  rmse: 'RMSE',
  map: 'MAP',
  p5: 'P5',
  p95: 'P95',
  fisherP: 'Fisher p',
  item: name('тұжырым', 'утверждение', 'item'),
  items: name('тұжырымдар', 'утверждения', 'items'),
  scale: name('шкала', 'шкала', 'scale'),
  complete: name('толық жауап бергендер', 'ответили на всё', 'answered everything'),
  missing: name('жауапсыз', 'пропуски', 'missing'),
  mean: name('орташа', 'среднее', 'mean'),
  sd: name('СА', 'СО', 'SD'),
  difficulty: name('қиындық', 'трудность', 'difficulty'),
  floor: name('ең төменгі', 'низший', 'lowest'),
  ceiling: name('ең жоғарғы', 'высший', 'highest answer'),
  itemRest: name('қалғандарымен байланысы', 'связь с остальными', 'with the rest'),
  alphaIfDropped: name('онсыз α', 'α без него', 'α without it'),
  times: name('уақыт, мс', 'время, мс', 'time, ms'),
  median: name('медиана', 'медиана', 'median'),
  under2s: name('2 с-тан тез', 'быстрее 2 с', 'under 2 s'),
  statistics: name('шкала', 'шкала', 'scale'),
  alphaInterval: name('α, 95 %', 'α, 95 %', 'α, 95 %'),
  low: name('төменгі шегі', 'нижняя граница', 'lower limit'),
  high: name('жоғарғы шегі', 'верхняя граница', 'upper limit'),
  splitHalf: name('екіге бөлу', 'расщепление пополам', 'split half'),
  spearmanBrown: name('Спирмен–Браун', 'Спирмен–Браун', 'Spearman–Brown'),
  rulon: name('Рулон', 'Рулон', 'Rulon'),
  general: name('жалпы фактор', 'общий фактор', 'general factor'),
  factors: name('факторлар', 'факторов', 'factors'),
  dimension: name('өлшемділік', 'размерность', 'dimension'),
  parallel: name('параллель талдау', 'параллельный анализ', 'parallel analysis'),
  components: name('компоненттер', 'компонент', 'components'),
  model: name('модель', 'модель', 'model'),
  converged: name('бағалау жинақталды', 'оценка сошлась', 'converged'),
  seconds: name('есептеу, с', 'расчёт, с', 'computed in, s'),
  parameters: name('параметрлер', 'параметров', 'parameters'),
  iterations: name('қадамдар', 'шагов', 'iterations'),
  patterns: name('әртүрлі жауап жиыны', 'разных наборов ответов', 'different patterns'),
  priors: name('априорлық үлестірім', 'априорные распределения', 'priors'),
  variance: name('θ дисперсиясы', 'дисперсия θ', 'variance of θ'),
  varianceSe: name('дисперсияның SE', 'SE дисперсии', 'SE of the variance'),
  reliability: name('сенімділік', 'надёжность', 'reliability'),
  standardised: name('стандартталған', 'стандартизовано', 'standardised'),
  fit: name('сәйкестік', 'согласие', 'fit'),
  statistic: name('көрсеткіш', 'показатель', 'statistic'),
  value: name('мәні', 'значение', 'value'),
  personFit: name('адамдардың сәйкестігі (lz*)', 'согласие людей (lz*)', 'person fit (lz*)'),
  unexpected: name('күтпеген жиындар', 'неожиданных наборов', 'unexpected patterns'),
  collapsed: name('жауаптар біріктірілген', 'ответы объединены', 'answers joined'),
  sumScores: name('балл қосындысынан θ', 'сумма баллов в θ', 'sum score to θ'),
  score: name('қосынды', 'сумма', 'sum'),
  dropped: name('алынып тасталған', 'исключены', 'dropped'),
  reason: name('себебі', 'причина', 'reason'),
  reference: name('салыстыру тобы', 'группа сравнения', 'others'),
  focal: name('зерттелетін топ', 'изучаемая группа', 'group asked about'),
  group: name('топтау', 'признак группы', 'group by'),
  measure: name('өлшем', 'мера', 'measure'),
  effect: name('әсер', 'эффект', 'effect'),
  class: name('класс', 'класс', 'class'),
  flagged: name('сарапшы оқысын', 'прочитать экспертам', 'to be read by experts'),
  test: name('бүкіл шкала, балл', 'вся шкала, баллы', 'whole scale, points'),
  signed: name('таңбасымен', 'со знаком', 'with signs'),
  unsigned: name('таңбасыз', 'без знака', 'without signs'),
  highest: name('ең жоғары мүмкін', 'наибольший возможный', 'highest possible'),
  impact: name('әңгімеге шақыру', 'приглашение к разговору', 'invitation to talk'),
  selected: name('шақырылған', 'приглашены', 'invited'),
  of: name('барлығы', 'из', 'of'),
  ratio: name('қатынасы', 'отношение', 'ratio'),
  belowFourFifths: name('бестен төрттен төмен', 'ниже четырёх пятых', 'below four fifths'),
  skipped: name('есептелмеді', 'не рассчитано', 'not computed'),
  bank: name('сұрақтар қоры', 'банк', 'bank'),
  persons: name('модельденген адамдар', 'смоделированных людей', 'simulated persons'),
  full: name('барлық тұжырым', 'все утверждения', 'all items'),
  adaptive: name('бейімделгіш', 'адаптивно', 'adaptive'),
  fixed: name('тұрақты нұсқа', 'постоянная форма', 'fixed form'),
  advice: name('ұсыныс', 'совет', 'advice'),
  highestExposure: name('ең жиі қойылғаны', 'самое частое утверждение', 'most used item'),
  norm: name('норма', 'норма', 'norm'),
  language: name('тіл', 'язык', 'language'),
  against: name('салыстырылған норма', 'сравнена с нормой', 'compared with'),
  sample: name('тестілеулер', 'прохождения', 'sittings'),
  submitted: name('тапсырылған', 'сдано', 'handed in'),
  valid: name('жарамды', 'действительных', 'valid'),
  used: name('пайдаланылған', 'использовано', 'used'),
  invitedBefore: name('бұрын шақырылған үлес', 'доля приглашённых раньше', 'share invited before'),
  invitedAfter: name('осы норма бойынша', 'по этой норме', 'by this norm'),
  byIndexAfter: name('индекс бойынша', 'по индексу', 'by the index'),
  next: name('жаңа', 'новая', 'new'),
  current: name('күшіндегі', 'действующая', 'in force'),
  shift: name('жылжу', 'сдвиг', 'shift'),
  meanShift: name('T орташа', 'средний T', 'mean of T'),
  largestShift: name('T ең үлкені', 'наибольший T', 'largest of T'),
  stanineMoved: name('станайны өзгеретіндер', 'сменят станайн', 'stanine moves for'),
  panel: name('панель', 'панель', 'panel'),
  looked: name('қаралған', 'просмотрено', 'looked at'),
  correlation: name('корреляция', 'корреляция', 'correlation'),
  thirdChanged: name('басқа үштікте', 'в другой трети', 'in another third'),
  invitedAnew: name('жаңадан шақырылған', 'приглашены вновь', 'invited anew'),
  notAnyMore: name('енді шақырылмайтын', 'больше не приглашены', 'not any more'),
  results: name('барлық нәтиже', 'всего результатов', 'results in all'),
  erased: name('жауаптары өшірілген', 'ответы удалены', 'answers erased'),
  otherItems: name('өз нұсқасымен есептелген', 'посчитаны по своей версии', 'scored by the form they sat'),
  changed: name('өзгерер еді', 'изменились бы', 'would change'),
  unexplained: name('себебі белгісіз', 'без объяснения', 'unexplained'),
  why: name('неге', 'почему', 'why'),
  basis: name('негізі', 'основание', 'rests on'),
  from: name('болған', 'было', 'from'),
  to: name('болады', 'станет', 'to'),
  people: name('адам', 'человек', 'people'),
  invitations: name('әңгімеге шақыру', 'приглашение к разговору', 'invitation to talk'),
  quality: name('жауаптардың сапасы', 'качество ответов', 'quality of answers'),
  fields: name('кәсіп салалары өзгергендер', 'сменились сферы работы', 'other fields of work'),
  kinds: name('не болады', 'что станет', 'what becomes of it'),
  placed: name('басқалар арасындағы орны бар', 'появилось место среди других', 'placed among others'),
  'no-longer-placed': name('орны енді жоқ', 'места среди других больше нет', 'no longer placed'),
  moved: name('балы өзгерді', 'другой балл', 'another score'),
  scored: name('екі кілтпен де балы бар', 'с баллом по обоим ключам', 'with a score by both keys'),
  'kinds.scored': name('жаңадан балы бар', 'появился балл', 'newly scored'),
  'no-longer-scored': name('балы енді жоқ', 'балла больше нет', 'no longer scored'),
  error: name('қателігі өзгерді', 'другая погрешность', 'another margin of error'),
  meanShiftOfT: name('T орташа жылжуы', 'средний сдвиг T', 'mean shift of T'),
  largestShiftOfT: name('T ең үлкен жылжуы', 'наибольший сдвиг T', 'largest shift of T'),
  leaveOneOut: name('бір сарапшысыз, ең көбі', 'без одного эксперта, не больше', 'without any one expert, at most'),
};

/** A path of a report («fit.rmsea») in the reader's words; a piece that has no name stands as it is. */
export const figureName = (path: string, language: Language): string =>
  path
    .split('.')
    .map((piece, at, pieces) => {
      const within = `${pieces[at - 1]}.${piece}`;
      return said(Object.hasOwn(names, within) ? within : piece, names, language);
    })
    .join(': ');

function said(word: string, among: Readonly<Record<string, Name>>, language: Language): string {
  const known = Object.hasOwn(among, word) ? among[word] : undefined;
  return known === undefined ? word : typeof known === 'string' ? known : known[language];
}

/** Words that stand as values. */
const values: Readonly<Record<string, Name>> = {
  none: name('жоқ', 'нет', 'none'),
  'invited-to-talk': name('әңгіме ұсынылады', 'предлагается разговор', 'a talk is suggested'),
  'nothing-to-suggest': name('ұсыныс жоқ', 'ничего не предлагается', 'nothing is suggested'),
  valid: name('жарамды', 'действительно', 'valid'),
  review: name('қарау керек', 'посмотреть', 'to be looked at'),
  'repeat-offered': name('қайталау ұсынылады', 'предложен повтор', 'a repeat is offered'),
  form: name('форма', 'форма', 'form'),
  engine: name('есептеу нұсқасы', 'версия расчётов', 'engine'),
  norm: name('норма', 'норма', 'norm'),
  weights: name('салмақтар', 'веса', 'weights'),
  reference: name('сапаны салыстыру', 'сравнение качества', 'reference for quality'),
  careers: name('кәсіп салалары', 'сферы работы', 'fields of work'),
  adaptive: name('бейімделгіш форма', 'адаптивная форма', 'adaptive form'),
  'fixed form': name('тұрақты нұсқа', 'постоянная форма', 'fixed form'),
};

const yesNo: Readonly<Record<Language, readonly [string, string]>> = {
  kk: ['иә', 'жоқ'],
  ru: ['да', 'нет'],
  en: ['yes', 'no'],
};

/** A value as the reader writes it. */
export function figureValue(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (Array.isArray(value)) return value.map((one) => figureValue(one, language)).join(' · ');
  if (typeof value !== 'number') return said(String(value), values, language);
  const digits = Number.isInteger(value) ? String(value) : value.toFixed(4);
  return language === 'en' ? digits : digits.replace('.', ',');
}
