import { createRandom } from '../math/random.ts';
import type { AdaptiveSettings } from './adaptive-settings.ts';
import type { ItemBank } from './item-bank.ts';
import { runAdaptive } from './run-adaptive.ts';
import { simulatedAnswer } from './simulated-answer.ts';

export interface ExposureStudy {
  /** Chance of giving each item once chosen. */
  readonly exposure: Record<string, number>;
  /** Share of simulated persons each item was given to, in the last round. */
  readonly rates: Record<string, number>;
  readonly highest: number;
  readonly rounds: number;
}

export interface ExposureTarget {
  /** Highest share of persons an item may be given to (.25 – .30). */
  readonly rMax: number;
  readonly persons?: number;
  readonly rounds?: number;
  readonly seed: number;
}

/** How often each item was chosen (given or held back) and given. */
function simulateRates(bank: ItemBank, settings: AdaptiveSettings, plan: { persons: number; seed: number }) {
  const chosen = new Map<string, number>();
  const given = new Map<string, number>();
  const count = (map: Map<string, number>, id: string): void => void map.set(id, (map.get(id) ?? 0) + 1);
  const random = createRandom(plan.seed);
  for (let person = 0; person < plan.persons; person += 1) {
    const theta = random.normal();
    const record = runAdaptive(bank, { ...settings, seed: plan.seed + person }, (item) =>
      simulatedAnswer(item, theta, random),
    );
    const seen = new Set<string>();
    for (const { id, heldBack } of record.trace) {
      count(given, id);
      for (const each of [id, ...heldBack]) seen.add(each);
    }
    for (const id of seen) count(chosen, id);
  }
  return { chosen, given };
}

/**
 * Sympson–Hetter exposure control: lets an item that would be chosen too often through only sometimes, by chances found
 * in rounds of simulation.
 *
 * Each round sets the chance to r_max over the share of persons the item was chosen for, where that share is larger.
 * Source: Sympson & Hetter 1985, Proc. 27th Military Testing Association.
 * @throws RangeError unless 0 < rMax ≤ 1.
 */
export function sympsonHetter(bank: ItemBank, settings: AdaptiveSettings, target: ExposureTarget): ExposureStudy {
  const { rMax, persons = 500, rounds = 8, seed } = target;
  if (!(rMax > 0 && rMax <= 1)) throw new RangeError('rMax lies in (0, 1]');
  let exposure: Record<string, number> = Object.fromEntries(bank.items.map(({ id }) => [id, 1]));
  let rates: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    const { chosen, given } = simulateRates({ ...bank, exposure }, settings, { persons, seed: seed + round * persons });
    rates = Object.fromEntries(bank.items.map(({ id }) => [id, (given.get(id) ?? 0) / persons]));
    exposure = Object.fromEntries(
      bank.items.map(({ id }) => {
        const share = (chosen.get(id) ?? 0) / persons;
        return [id, share > rMax ? rMax / share : 1];
      }),
    );
  }
  return { exposure, rates, highest: Math.max(...Object.values(rates)), rounds };
}
