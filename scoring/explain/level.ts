import type { ScaleText } from '../../instruments/schema/text.schema.ts';

/** Which of a scale's three sentences speaks. */
export type Level = Extract<keyof ScaleText, 'low' | 'middle' | 'high'>;

/** Without a norm the answer scale itself decides: its lower two points are low, its middle one middle, its upper two high. */
export function levelOfAnchor(anchor: number): Level {
  return anchor <= 2 ? 'low' : anchor === 3 ? 'middle' : 'high';
}

/** With a norm: stanines 1–3 (23 % of the sample), 4–6 (54 %), 7–9 (23 %). */
export function levelOfStanine(stanine: number): Level {
  return stanine <= 3 ? 'low' : stanine <= 6 ? 'middle' : 'high';
}
