import type { Battery } from '../../../instruments/schema/battery.schema.ts';
import type { Instrument, InstrumentScale } from '../../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';

const missing = { policy: 'prorate', minAnswered: 0.8 } as const;

/** A rated scale of `count` items `<prefix>1…`, the even ones reversed. */
function ratedScale(id: string, prefix: string, count: number): InstrumentScale {
  const items = Array.from({ length: count }, (_, index) => ({
    item: `${prefix}${index + 1}`,
    key: index % 2 === 0 ? (1 as const) : (-1 as const),
  }));
  return { id, score: 'mean', use: 'profile', direction: 'higher-is-more', items, missing };
}

function rated(
  id: string,
  scales: readonly [string, string, number][],
  shuffle: 'none' | 'pages' = 'none',
): Instrument {
  const made = scales.map(([scale, prefix, count]) => ratedScale(scale, prefix, count));
  const items = made.flatMap((scale) => (scale.items ?? []).map(({ item }) => ({ id: item, format: 'likeness' })));
  return {
    schemaVersion: 1,
    id,
    version: '1.0.0',
    kind: 'self-report',
    formats: { likeness: { kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 8 } },
    items,
    scales: made,
    sections: [
      { id: 'all', minutes: 5, shuffle, pages: items.map((item) => ({ id: item.id.toLowerCase(), items: [item.id] })) },
    ],
  };
}

export const habits = rated('habits', [
  ['order', 'O', 4],
  ['warmth', 'W', 4],
]);

export const wishes: Instrument = {
  ...rated('wishes', [['help', 'H', 4]]),
  formats: { likeness: { kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 6 } },
  quality: { synonyms: [['H1', 'H3']], antonyms: [['H1', 'H2']], repeats: [] },
};

export const checks: Instrument = {
  schemaVersion: 1,
  id: 'checks',
  version: '1.0.0',
  kind: 'response-quality',
  formats: { likeness: { kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 5 } },
  items: [
    { id: 'X1', format: 'likeness', role: 'attention', expected: [4] },
    { id: 'X2', format: 'likeness', role: 'attention', expected: [2] },
    { id: 'X3', format: 'likeness', role: 'candour' },
    { id: 'X4', format: 'likeness', role: 'candour' },
  ],
  scales: [
    {
      id: 'too-good',
      score: 'mean',
      use: 'quality',
      direction: 'higher-is-more',
      items: [
        { item: 'X3', key: 1 },
        { item: 'X4', key: 1 },
      ],
      missing,
    },
  ],
  sections: [{ id: 'all', minutes: 1, shuffle: 'none', pages: [{ id: 'all', items: ['X1', 'X2', 'X3', 'X4'] }] }],
};

export const battery: Battery = {
  schemaVersion: 1,
  id: 'small-battery',
  version: '2.0.0',
  title: { kk: 'Шағын жиынтық', ru: 'Малая батарея', en: 'A small battery' },
  minutes: { median: 3, p90: 5 },
  instruments: [
    { id: 'habits', version: '1.0.0' },
    { id: 'wishes', version: '1.0.0' },
    { id: 'checks', version: '1.0.0' },
  ],
  sections: [
    {
      id: 'first',
      minutes: 2,
      shuffle: 'pages',
      blocks: [{ instrument: 'habits' }],
      spread: { instrument: 'checks', items: ['X1', 'X3'] },
      breakAfter: 5,
    },
    {
      id: 'second',
      minutes: 1,
      shuffle: 'none',
      blocks: [{ instrument: 'wishes' }],
      spread: { instrument: 'checks', items: ['X2', 'X4'] },
    },
  ],
  composite: null,
};

export const instruments = new Map([habits, wishes, checks].map((one) => [one.id, one]));

export function textOf(instrument: Instrument, status: InstrumentText['status'] = 'source'): InstrumentText {
  const words = { name: 'n', about: 'a', low: 'l', middle: 'm', high: 'h', lowEnd: '−', highEnd: '+' };
  return {
    schemaVersion: 1,
    instrument: instrument.id,
    version: instrument.version,
    language: 'en',
    status,
    reviewedBy: [],
    title: `About ${instrument.id}`,
    intro: `The intro of ${instrument.id}`,
    instructions: `How to answer ${instrument.id}`,
    formats: { likeness: { labels: ['1', '2', '3', '4', '5'].map((point) => `${instrument.id} ${point}`) } },
    items: Object.fromEntries(instrument.items.map(({ id }) => [id, `Sentence ${id}`])),
    scales: Object.fromEntries(
      instrument.scales.map(({ id }) => [id, { ...words, name: `${instrument.id}: ${id}` }] as const),
    ),
  };
}
