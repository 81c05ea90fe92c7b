import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import { bounds, type ItemTable, positionOf } from './item-table.ts';
import { isLinear } from './linear-rows.ts';
import { requiredAnswers } from './required-answers.ts';
import { countedOptions, scoringOf, situationsOf } from './situations.ts';

interface ScaleRange {
  readonly of: number;
  readonly required: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How many items a scale rests on, how many it needs, and between which numbers its mean lies. */
export function scaleRange(instrument: Instrument, scale: InstrumentScale, items: ItemTable): ScaleRange {
  if (scale.score === 'scales') return nestedRange(instrument, scale, items);
  const of = scale.items?.length ?? 0;
  const required = requiredAnswers(scale);
  if (scale.score === 'sjt') return sjtRange(instrument, scale, items);
  if (!isLinear(scale)) return { of, required, lowest: 0, highest: 1 };
  const ranges = (scale.items ?? []).map(({ item }) => bounds(items, positionOf(items, item)));
  return {
    of,
    required,
    lowest: Math.min(...ranges.map(({ lowest }) => lowest)),
    highest: Math.max(...ranges.map(({ highest }) => highest)),
  };
}

function sjtRange(instrument: Instrument, scale: InstrumentScale, items: ItemTable): ScaleRange {
  const situations = situationsOf(instrument, scale, items);
  const of = countedOptions(situations);
  const m = Math.max(...situations.map(({ item }) => item.length));
  const { lowest: from, highest: to } = bounds(items, positionOf(items, scale.items?.[0]?.item ?? ''));
  const [lowest, highest] = scoringOf(scale).range(m, to - from);
  return { of, required: requiredAnswers(scale, of), lowest, highest };
}

function nestedRange(instrument: Instrument, { parts = [] }: InstrumentScale, items: ItemTable): ScaleRange {
  const ids = new Set(parts.map(({ scale }) => scale));
  const ranges = instrument.scales.filter(({ id }) => ids.has(id)).map((part) => scaleRange(instrument, part, items));
  return {
    of: ranges.reduce((sum, { of }) => sum + of, 0),
    required: ranges.reduce((sum, { required }) => sum + required, 0),
    lowest: Math.min(...ranges.map(({ lowest }) => lowest)),
    highest: Math.max(...ranges.map(({ highest }) => highest)),
  };
}
