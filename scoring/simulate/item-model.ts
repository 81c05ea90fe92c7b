import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';

/**
 * How answers to one rated item come about: keyed answer = centre + loading·trait + noise·N(0, 1), reversed where the key
 * says so, then rounded into the points.
 */
export interface ItemModel {
  readonly scale: string;
  readonly key: 1 | -1;
  readonly centre: number;
  readonly loading: number;
  readonly noise: number;
}

/**
 * Models of all items that a scale keys (an item keyed by several scales follows the first). From the norm's mean m, SD s
 * and reliability r of a mean of k items: loading s·√r, noise s·√((1 − r)·k), less what rounding to whole points adds, and
 * a little more of both for what the ends of the answer scale cut off.
 */
export function itemModels(instrument: Instrument, norm?: NormSet): ReadonlyMap<string, ItemModel> {
  const models = new Map<string, ItemModel>();
  for (const scale of instrument.scales) {
    for (const [item, model] of scaleModels(instrument, scale, norm)) if (!models.has(item)) models.set(item, model);
  }
  return models;
}

const CUT_OFF = 1.18;
const ROUNDING = 1 / 12;

function scaleModels(instrument: Instrument, scale: InstrumentScale, norm?: NormSet): [string, ItemModel][] {
  const terms = scale.items ?? [];
  const { lowest, highest } = pointRange(instrument, terms[0]?.item);
  const known = norm?.scales[scale.id];
  const { mean = (lowest + highest) / 2, sd = (highest - lowest) * 0.19, reliability = 0.8 } = known ?? {};
  const difficulties = terms.map(({ item }) => difficulty(item) * (highest - lowest));
  const middle = difficulties.reduce((sum, value) => sum + value, 0) / Math.max(1, terms.length);
  const noise = Math.sqrt(Math.max(0.05, sd ** 2 * (1 - reliability) * terms.length - ROUNDING));
  return terms.map(({ item, key }, index) => [
    item,
    {
      scale: scale.id,
      key,
      centre: stretch(mean, lowest, highest) + (difficulties[index] ?? 0) - middle,
      loading: CUT_OFF * sd * Math.sqrt(Math.max(0, reliability)),
      noise: CUT_OFF * noise,
    },
  ]);
}

/** Cutting off pulls means to the middle; pushing them out by a sixth brings them back about where they were. */
function stretch(mean: number, lowest: number, highest: number): number {
  const middle = (lowest + highest) / 2;
  return middle + 1.16 * (mean - middle);
}

function pointRange({ items, formats }: Instrument, item: string | undefined): { lowest: number; highest: number } {
  const format = items.find(({ id }) => id === item)?.format;
  const points = formats[format ?? '']?.points ?? [1, 5];
  return { lowest: Math.min(...points), highest: Math.max(...points) };
}

/** A fixed place −0.12…0.12 for each item id, so that items of a scale differ as real ones do (FNV-1a hash). */
function difficulty(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (((hash >>> 8) % 1000) / 999 - 0.5) * 0.24;
}
