import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';

type Scale = Instrument['scales'][number];

/** A scale with the usual rules; say what differs. */
export const scale = (differs: Partial<Scale> & Pick<Scale, 'id' | 'score'>): Scale => ({
  use: 'profile',
  direction: 'higher-is-more',
  missing: { policy: 'prorate', minAnswered: 0.8 },
  ...differs,
});

/** Items named <prefix>1 … <prefix>n. */
export const ids = (prefix: string, n: number): string[] =>
  Array.from({ length: n }, (_, index) => `${prefix}${index + 1}`);

/** An instrument of the given scales; items are those the scales read, in a format of 1…5 unless another is given. */
export function instrumentOf(scales: Scale[], differs: Partial<Instrument> = {}): Instrument {
  const read = [...new Set(scales.flatMap(({ items = [] }) => items.map(({ item }) => item)))];
  return {
    schemaVersion: 1,
    id: 'trial',
    version: '1.0.0',
    kind: 'self-report',
    formats: { agree: { kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 8 } },
    items: read.map((id) => ({ id, format: 'agree' })),
    scales,
    sections: [{ id: 'all', minutes: 5, shuffle: 'none', pages: [{ id: 'page', items: read }] }],
    ...differs,
  };
}

/** A norm set for the trial instrument with one table. */
export function normOf(scaleId: string, table: [number, number][], differs: Partial<NormSet> = {}): NormSet {
  const norm = { n: 100, mean: 3, sd: 1, reliability: 0.75, sem: 0.5, table };
  return {
    id: 'trial-norm',
    version: '1.0.0',
    instrument: 'trial',
    instrumentVersion: '1.0.0',
    population: {
      id: 'kz-grade-9',
      language: 'kk',
      ageFrom: 14,
      ageTo: 15,
      description: 'A trial',
      selfSelected: false,
      simulated: false,
    },
    n: 100,
    date: '2026-01-01',
    provenance: 'made up for a test',
    licence: 'none needed',
    provisional: true,
    scales: { [scaleId]: norm },
    ...differs,
  };
}
