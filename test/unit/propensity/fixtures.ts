import { mergeBattery } from '../../../instruments/battery/merge-battery.ts';
import type { PropensityTable } from '../../../instruments/schema/propensity.schema.ts';
import { makeNormSet } from '../../../scoring/norm/make-norm-set.ts';
import type { ScaleScore } from '../../../scoring/scores.ts';
import { demoSample } from '../../../scoring/simulate/demo-sample.ts';
import { battery, instruments } from '../battery/fixtures.ts';

export const form = mergeBattery(battery, instruments);

export const header = {
  id: 'local-kk',
  version: '1.0.0',
  population: {
    id: 'kz-grade-9',
    language: 'kk',
    ageFrom: 14,
    ageTo: 15,
    description: 'Made for tests',
    selfSelected: false,
    simulated: false,
  },
  date: '2026-01-01',
  provenance: 'simulated',
  licence: 'CC0-1.0',
  provisional: false,
} as const;

export const rows = demoSample(form, 'kk', 600).rows;
export const norm = makeNormSet(form, rows, header);

export const table: PropensityTable = {
  schemaVersion: 1,
  id: 'made-propensity',
  version: '3.0.0',
  battery: 'small-battery',
  date: '2026-01-01',
  source: 'made',
  decidedBy: 'nobody',
  parts: [
    { group: 'motives', scale: 'help', weight: 2 },
    { group: 'helping', scale: 'warmth', weight: 1 },
    { group: 'situations', scale: 'order', weight: 0 },
  ],
  pathways: [
    { id: 'index', kind: 'index', topShare: 0.3 },
    { id: 'motive', kind: 'scales', all: [{ scale: 'help', answersAtLeast: 4, tAtLeast: 60 }] },
    {
      id: 'prosocial',
      kind: 'scales',
      all: [
        { scale: 'help', answersAtLeast: 3.5, tAtLeast: 55 },
        { scale: 'warmth', answersAtLeast: 3.5, tAtLeast: 55 },
      ],
    },
    {
      id: 'situations',
      kind: 'scales',
      all: [{ scale: 'order', answersAtLeast: 1, tAtLeast: 10 }],
      closed: 'not yet',
    },
    { id: 'wish', kind: 'wish' },
  ],
};

const nothing = { sem: null, low: null, high: null, stanine: null, percentile: null };

/** Scores with just a mean (and a T); null for a scale with too few answers. */
export function scoresOf(
  means: Record<string, number | null>,
  t: Record<string, number> = {},
): { scales: ScaleScore[] } {
  return {
    scales: Object.entries(means).map(([scale, mean]) =>
      mean === null
        ? { kind: 'insufficient', scale, answered: 1, required: 4, of: 4 }
        : {
            kind: 'scored',
            scale,
            answered: 4,
            of: 4,
            raw: 4 * mean,
            mean,
            t: t[scale] ?? null,
            anchor: 3,
            ...nothing,
          },
    ),
  };
}
