import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Plan } from '../../scoring/index.ts';
import type { ClassOverview } from '../contract/overview.schema.ts';
import { mainScales } from './main-scales.ts';
import type { StoredResult } from './result.ts';
import { groupName, scaleGroups } from './scale-groups.ts';

/** Where each result of a class lies on each main scale, in the form's order; a scale that was not scored has no dot. */
export function classScales(
  results: readonly StoredResult[],
  { plan, instrument, text }: { plan: Plan; instrument: Instrument; text: InstrumentText },
): ClassOverview['scales'] {
  const main = mainScales(instrument);
  const groups = scaleGroups(instrument);
  return plan.scales.flatMap(({ id, lowest, highest }) => {
    const words = text.scales[id];
    if (!main.has(id) || words === undefined) return [];
    const group = groups.get(id) ?? instrument.id;
    const { name, lowEnd, highEnd } = words;
    const dots = results.flatMap(({ pid, scales }) => {
      const score = scales.find(({ scale }) => scale === id);
      return score?.kind === 'scored' ? [{ pid, mean: score.mean, low: score.low, high: score.high }] : [];
    });
    return [
      { scale: id, name, group, groupName: groupName(text, group), lowEnd, highEnd, from: lowest, to: highest, dots },
    ];
  });
}
