import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Language } from '../language.ts';

type ScaleText = InstrumentText['scales'][string];

/** What a pupil is told of the situations once experts, and not the authors alone, have set their key. */
const words: Readonly<Record<Language, Omit<ScaleText, 'name'>>> = {
  kk: {
    about:
      'Әрекет жолдарын сарапшыларға қаншалықты ұқсас бағалайтыныңды көрсетеді. Сарапшылар — мұғалімдер, психологтар, ата-аналар.',
    low: 'Кей жағдайда сен басқаша ойлайсың. Неге олай екенін айту — қызық әңгіме.',
    middle: 'Кей жағдайда пікірің сарапшылармен сәйкес келеді, кейде басқаша.',
    high: 'Көп жағдайда пікірің сарапшыларға жақын.',
    lowEnd: 'сарапшылардан өзгеше',
    highEnd: 'сарапшыларға жақын',
  },
  ru: {
    about: 'Насколько похоже на экспертов ты оцениваешь, как поступить. Эксперты — учителя, психологи, родители.',
    low: 'В некоторых ситуациях ты думаешь иначе. Рассказать почему — хороший повод для разговора.',
    middle: 'В одних ситуациях твоё мнение совпадает с мнением экспертов, в других нет.',
    high: 'Во многих ситуациях твоё мнение близко к мнению экспертов.',
    lowEnd: 'иначе, чем эксперты',
    highEnd: 'близко к экспертам',
  },
  en: {
    about: 'How far you rate the ways to act as the experts do: teachers, psychologists, parents.',
    low: 'In some situations you think otherwise. Telling why makes an interesting talk.',
    middle: "In some situations your view agrees with the experts', in others it does not.",
    high: "In many situations your view is close to the experts'.",
    lowEnd: 'other than the experts',
    highEnd: 'close to the experts',
  },
};

export function panelScaleWords(text: InstrumentText, scales: readonly string[], language: Language): InstrumentText {
  const replaced = scales.flatMap((id) => {
    const known = text.scales[id];
    return known === undefined ? [] : [[id, { ...known, ...words[language] }] as const];
  });
  return { ...text, scales: { ...text.scales, ...Object.fromEntries(replaced) } };
}
