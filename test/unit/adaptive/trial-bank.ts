import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { type AdaptiveForm, createRandom, followAdaptive, type Random } from '../../../scoring/index.ts';
import { categoryProbabilities } from '../../../scoring/irt/category-probabilities.ts';
import type { KeptForm } from '../../../server/domain/kept-form.ts';

/** Two areas, turn about, the first with two thirds of the test; every fifth item is given half the times it is chosen. */
const controlled = (at: number) => ({
  content: at % 2 === 0 ? 'warmth' : 'order',
  ...(at % 5 === 0 ? { chance: 0.5 } : {}),
});
const areas = [
  { area: 'warmth', share: 2 / 3 },
  { area: 'order', share: 1 / 3 },
];

/** A bank of invented items with drawn parameters, every fourth reversed: enough to choose from. Real instruments have no such bank. */
export function trialForm(size: number, maxItems = 12, isControlled = false): KeptForm {
  const random = createRandom(77);
  const names = Array.from({ length: size }, (_, at) => `T${at + 1}`);
  const instrument: Instrument = {
    schemaVersion: 1,
    id: 'trial-bank',
    version: '1.0.0',
    kind: 'self-report',
    formats: { likeness: { kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 5 } },
    items: names.map((id) => ({ id, format: 'likeness' })),
    scales: [
      {
        id: 'trial',
        score: 'mean',
        use: 'profile',
        direction: 'higher-is-more',
        missing: { policy: 'prorate', minAnswered: 0.8 },
        items: names.map((item, at) => ({ item, key: at % 4 === 3 ? -1 : 1 })),
      },
    ],
    sections: [
      { id: 'all', minutes: 5, shuffle: 'pages', pages: names.map((id) => ({ id: id.toLowerCase(), items: [id] })) },
    ],
    adaptive: {
      scale: 'trial',
      date: '2026-11-28',
      source: 'Invented for tests.',
      minItems: 4,
      maxItems,
      targetSe: 0.35,
      ...(isControlled ? { areas, exposure: { rMax: 0.3, persons: 500, seed: 1, highest: 0.31 } } : {}),
      items: names.map((item, at) => {
        const middle = random.normal();
        const b = [-1.5, -0.5, 0.5, 1.5].map((step) => middle + step);
        return { item, model: 'graded', a: 1.2 + random.uniform(), b, ...(isControlled ? controlled(at) : {}) };
      }),
    },
  };
  const text = (language: 'kk' | 'ru' | 'en'): InstrumentText => ({
    schemaVersion: 1,
    instrument: 'trial-bank',
    version: '1.0.0',
    language,
    status: 'source',
    reviewedBy: [],
    title: 'Trial',
    intro: 'Invented.',
    instructions: 'Choose.',
    formats: { likeness: { labels: ['1', '2', '3', '4', '5'] } },
    items: Object.fromEntries(names.map((id) => [id, `Statement ${id}`])),
    scales: {
      trial: { name: 'Trial', about: 'a', low: 'l', middle: 'm', high: 'h', lowEnd: 'less', highEnd: 'more' },
    },
  });
  return {
    instrument,
    texts: { kk: text('kk'), ru: text('ru'), en: text('en') },
    propensity: null,
    norms: [],
    errorNorm: null,
  };
}

/** What somebody at θ answers to an item of a bank: its code, turned back where the item is reversed. */
export function answerAt(theta: number, item: AdaptiveForm['items'][number], random: Random): number {
  const draw = random.uniform();
  const chances = categoryProbabilities(item, theta).map(({ p }) => p);
  const at = chances.filter((_, c) => chances.slice(0, c + 1).reduce((sum, p) => sum + p, 0) <= draw).length;
  return item.points[item.reversed ? item.points.length - 1 - at : at] ?? 5;
}

/** Answers whatever is asked as somebody at θ would, until the test ends; `truth`: the items as they are, where the form only estimates them. */
export function sitAt(theta: number, seed: number, of: AdaptiveForm, truth = of): Record<string, number> {
  const random = createRandom(seed);
  const answers: Record<string, number> = {};
  for (;;) {
    const { next } = followAdaptive(of, seed, answers);
    const item = truth.items.find((one) => one.item === next);
    if (next === null || item === undefined) return answers;
    answers[next] = answerAt(theta, item, random);
  }
}
