import type { PathwayEvidence, PathwayOutcome, Propensity } from '../../scoring/index.ts';
import type { Language } from './language.ts';

type State = Propensity['state'];

/** All sentences about the inclination to teach in one language. */
export type PropensitySentences = {
  labels: Record<State, string>;
  told: Record<'pupil' | 'guardian', Record<State, string>>;
  summary: Record<Propensity['basis'], string>;
  notAProbability: string;
  index(t: string, low: string, high: string, cut: string, percent: string): string;
  noIndex: string;
  /** Why no pathway is judged though its figures are there. */
  untrusted: string;
  indexName: string;
  situations: string;
  pathways: Record<PathwayOutcome['id'], string>;
  statuses: Record<PathwayOutcome['status'], string>;
  evidence: Record<PathwayEvidence['unit'], (name: string, value: string, atLeast: string) => string>;
  /** Where the error is not known, no number: only on which side of the threshold it lies. */
  roughly(name: string, reached: boolean, atLeast: string): string;
};

export const propensitySentences: Readonly<Record<Language, PropensitySentences>> = {
  kk: {
    labels: { 'invited-to-talk': 'Әңгімеге шақыру', 'nothing-to-suggest': 'Бұл тест бойынша ұсыныс жоқ' },
    told: {
      pupil: {
        'invited-to-talk':
          'Жауаптарың педагог кәсібі туралы сөйлесіп көруге тұрарлық екенін көрсетеді. Бұл — шақыру ғана: келісу де, келіспеу де өз еркіңде.',
        'nothing-to-suggest':
          'Жауаптарың бойынша тест педагог кәсібі туралы әңгімені өзі ұсынбайды. Бұл «жарамайсың» деген сөз емес: тест бәрін көре алмайды. Қызығушылығың болса, айтсаң болғаны — соның өзі жеткілікті.',
      },
      guardian: {
        'invited-to-talk':
          'Балаңыз өз жауаптарында педагог кәсібіне бейімділігін байқатты, сондықтан мектептегі педагог онымен сөйлесуді ұсынады. Бұл ешнәрсеге міндеттемейді.',
        'nothing-to-suggest':
          'Балаңыздың жауаптары бойынша тест педагог кәсібі туралы әңгімені өзі ұсынбайды. Бұл қабілетіне берілген баға емес: тест бәрін көре алмайды. Баланың өз қалауы әрқашан жеткілікті.',
      },
    },
    summary: {
      norm: 'Салыстыру осы тілдегі нормамен жасалды.',
      answers: 'Бұл тілде жергілікті норма әлі жоқ: шақыру жауап шкаласына және оқушының қалауына сүйенеді.',
    },
    notAProbability: 'Көрсеткіш оқушының өзі айтқан бейімділікті білдіреді; жақсы мұғалім болу ықтималдығы емес.',
    index: (t, low, high, cut, percent) =>
      `Көрсеткіш T = ${t}; нақты мәні 90 % ықтималдықпен ${low}–${high} аралығында. Оның ${cut} шегінен төмен болмауының ықтималдығы — ${percent} %.`,
    noIndex: 'Көрсеткіш есептелмейді: норма жоқ не жауап жеткіліксіз.',
    untrusted: 'Жауаптарға сүйенуге болмайтындықтан, жолдар бағаланбады: алдымен қайта өтуді ұсыныңыз.',
    indexName: 'Жалпы көрсеткіш',
    situations: 'Өмірлік жағдайлар',
    pathways: {
      index: 'Жалпы көрсеткіш жоғары',
      motive: 'Айқын мотив',
      prosocial: 'Көмектесуге бейімділік',
      situations: 'Өмірлік жағдайларды түсіну',
      wish: 'Оқушының өз қалауы',
    },
    statuses: { met: 'бар', 'not-met': 'жоқ', unknown: 'белгісіз', closed: 'әзірге есепке алынбайды' },
    evidence: {
      t: (name, value, atLeast) => `${name}: T ${value}, шегі ${atLeast}`,
      answers: (name, value, atLeast) => `${name}: орташа жауап ${value}, шегі ${atLeast}`,
    },
    roughly: (name, reached, atLeast) =>
      `${name}: ${atLeast} шегінен ${reached ? 'төмен емес' : 'төмен'}, қателігі әлі белгісіз`,
  },
  ru: {
    labels: { 'invited-to-talk': 'Приглашение к беседе', 'nothing-to-suggest': 'По этому тесту предложений нет' },
    told: {
      pupil: {
        'invited-to-talk':
          'Твои ответы говорят, что о профессии педагога стоит поговорить. Это только приглашение: соглашаться или нет, решаешь ты.',
        'nothing-to-suggest':
          'По твоим ответам тест сам не предлагает беседу о профессии педагога. Это не значит «не подходишь»: тест видит далеко не всё. Если тебе интересно, скажи об этом: этого достаточно.',
      },
      guardian: {
        'invited-to-talk':
          'В ответах вашего ребёнка видна склонность к профессии педагога, поэтому школьный педагог предлагает поговорить. Это ни к чему не обязывает.',
        'nothing-to-suggest':
          'По ответам вашего ребёнка тест сам не предлагает беседу о профессии педагога. Это не оценка способностей: тест видит далеко не всё. Собственного желания ребёнка всегда достаточно.',
      },
    },
    summary: {
      norm: 'Сравнение сделано с нормой этого языка.',
      answers: 'Местной нормы для этого языка ещё нет: приглашение опирается на шкалу ответов и желание ученика.',
    },
    notAProbability:
      'Показатель говорит о склонности, которая видна в собственных ответах; это не вероятность стать хорошим учителем.',
    index: (t, low, high, cut, percent) =>
      `Показатель T = ${t}; истинное значение с вероятностью 90 % лежит между ${low} и ${high}. Вероятность, что оно не ниже порога ${cut}, — ${percent} %.`,
    noIndex: 'Показатель не считается: нет нормы или не хватает ответов.',
    untrusted: 'На эти ответы опереться нельзя, поэтому пути не оценены: сначала предложите пройти ещё раз.',
    indexName: 'Общий показатель',
    situations: 'Жизненные ситуации',
    pathways: {
      index: 'Высокий общий показатель',
      motive: 'Сильный мотив',
      prosocial: 'Склонность помогать',
      situations: 'Понимание жизненных ситуаций',
      wish: 'Собственное желание',
    },
    statuses: { met: 'есть', 'not-met': 'нет', unknown: 'неизвестно', closed: 'пока не учитывается' },
    evidence: {
      t: (name, value, atLeast) => `${name}: T ${value}, порог ${atLeast}`,
      answers: (name, value, atLeast) => `${name}: средний ответ ${value}, порог ${atLeast}`,
    },
    roughly: (name, reached, atLeast) =>
      `${name}: ${reached ? 'порог достигнут' : 'ниже порога'} (${atLeast}), погрешность пока неизвестна`,
  },
  en: {
    labels: { 'invited-to-talk': 'Invited to talk', 'nothing-to-suggest': 'Nothing to suggest from this test' },
    told: {
      pupil: {
        'invited-to-talk':
          'Your answers say that teaching is worth a conversation. It is an invitation and no more: whether you take it is up to you.',
        'nothing-to-suggest':
          'Going by your answers, the test by itself suggests no talk about teaching. That does not mean it is not for you: a test sees only a part. If you are interested, say so: that is enough.',
      },
      guardian: {
        'invited-to-talk':
          'In the answers your child gave there is an inclination to teach, so the school’s counsellor offers a conversation. It binds to nothing.',
        'nothing-to-suggest':
          'Going by your child’s answers, the test by itself suggests no talk about teaching. It is no judgement of ability: a test sees only a part. Your child’s own wish is always enough.',
      },
    },
    summary: {
      norm: 'Compared with the norm of this language.',
      answers:
        'There is no local norm in this language yet: the invitation rests on the answer scale and on the pupil’s wish.',
    },
    notAProbability: 'The index is an inclination the pupil reports; it is no probability of becoming a good teacher.',
    index: (t, low, high, cut, percent) =>
      `Index T = ${t}; with 90 % probability the true value lies between ${low} and ${high}. The probability that it reaches the cut of ${cut} is ${percent} %.`,
    noIndex: 'No index: there is no norm, or too little was answered.',
    untrusted: 'These answers cannot be relied on, so no pathway is judged: offer a repeat first.',
    indexName: 'Index',
    situations: 'Situations from life',
    pathways: {
      index: 'A high index',
      motive: 'A strong motive',
      prosocial: 'Inclined to help',
      situations: 'A sense for situations',
      wish: 'The pupil’s own wish',
    },
    statuses: { met: 'yes', 'not-met': 'no', unknown: 'not known', closed: 'does not count yet' },
    evidence: {
      t: (name, value, atLeast) => `${name}: T ${value}, cut ${atLeast}`,
      answers: (name, value, atLeast) => `${name}: mean answer ${value}, cut ${atLeast}`,
    },
    roughly: (name, reached, atLeast) =>
      `${name}: ${reached ? 'the cut is reached' : 'below the cut'} (${atLeast}), its error is not known yet`,
  },
};
