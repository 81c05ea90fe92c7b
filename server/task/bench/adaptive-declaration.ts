import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { adaptiveSettings } from '../../../scoring/adaptive/adaptive-settings.ts';
import { sympsonHetter } from '../../../scoring/adaptive/sympson-hetter.ts';
import { CommandProblem } from '../command-problem.ts';
import { bankOf } from './adaptive-simulation.ts';
import type { ItemParameters, NamedItem } from './param-file.ts';

type Declaration = NonNullable<Instrument['adaptive']>;

export interface DeclarationPlan extends Pick<Declaration, 'scale' | 'date' | 'source' | 'minItems' | 'maxItems'> {
  readonly targetSe: number;
  readonly seed: number;
  /** Highest share of persons an item may be given to; null without exposure control. */
  readonly rMax: number | null;
}

/** Below this an item says next to nothing, or, below nothing, the opposite: no instrument may hold it (instrument.schema.ts). */
const LEAST_SLOPE = 0.05;

/** Simulated persons in each round in which the chances are found. */
const PERSONS = 500;

/**
 * Items that a form can ask with: where rare answers were joined in the calibration, the thresholds no longer stand for every answer a
 * pupil may give, and the item is left out.
 * @throws CommandProblem where nothing is left
 */
export function wholeItems({ items, sd }: ItemParameters): { bank: ItemParameters; joined: readonly string[] } {
  const isJoined = ({ categories = [] }: NamedItem): boolean => categories.some((answers) => answers.length > 1);
  const whole = items.filter((item) => !isJoined(item));
  if (whole.length === 0) throw new CommandProblem('rare answers were joined in every item: calibrate on more people');
  return { bank: { items: whole, sd }, joined: items.filter(isJoined).map(({ item }) => item) };
}

/**
 * The `adaptive` part of an instrument's file, from calibrated items: on the scale of θ ~ N(0, 1), with the shares of content as
 * the bank has them, and the chances of exposure control found by simulation.
 * @throws CommandProblem for items that no instrument may hold
 */
export function adaptiveDeclaration(parameters: ItemParameters, plan: DeclarationPlan): Declaration {
  const { scale, date, source, minItems, maxItems, targetSe, seed, rMax } = plan;
  const bank = bankOf(parameters);
  const turned = bank.items.filter(({ a }) => a < LEAST_SLOPE).map(({ id }) => id);
  if (turned.length > 0)
    throw new CommandProblem(
      `slope below ${LEAST_SLOPE}: ${turned.join(', ')}; calibrate with the items keyed (--key or --instrument), or leave them out`,
    );
  const settings = adaptiveSettings({ seed, minItems, maxItems, targetSe });
  const control = rMax === null ? null : sympsonHetter(bank, settings, { rMax, seed, persons: PERSONS });
  const areas = Object.entries(bank.targets).map(([area, share]) => ({ area, share }));
  return {
    ...{ scale, date, source, minItems, maxItems, targetSe },
    ...(areas.length === 0 ? {} : { areas }),
    ...(control === null || rMax === null
      ? {}
      : { exposure: { rMax, persons: PERSONS, seed, highest: control.highest } }),
    items: bank.items.map(({ id, model, a, b, content }) => {
      const chance = control?.exposure[id] ?? 1;
      return {
        ...{ item: id, model, a, b: [...b] },
        ...(content === undefined || areas.length === 0 ? {} : { content }),
        ...(chance < 1 ? { chance } : {}),
      };
    }),
  };
}
