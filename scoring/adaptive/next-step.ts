import { thetaEap } from '../irt/theta-eap.ts';
import { normalQuantile } from '../math/normal.ts';
import { createRandom } from '../math/random.ts';
import type { AdaptiveSettings } from './adaptive-settings.ts';
import type { BankItem, ItemBank } from './item-bank.ts';
import { type Selection, selectItem } from './select-item.ts';

/** An answer given so far: item and category number 0, 1, 2 … */
export interface AdaptiveAnswer {
  readonly id: string;
  readonly answer: number;
}

export type StopReason = 'precise' | 'classified' | 'length' | 'bank exhausted';

/** What the test says after the answers so far. θ is null before the first. */
export type AdaptiveStep =
  | { readonly kind: 'ask'; readonly selection: Selection; readonly theta: number | null; readonly se: number | null }
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly theta: number; readonly se: number };

/** Half the width of the 90 % interval, in standard errors. */
const NINETY = normalQuantile(0.95);

function stopReason(
  settings: AdaptiveSettings,
  answered: number,
  estimate: { theta: number; se: number },
): StopReason | null {
  if (answered >= settings.maxItems) return 'length';
  if (answered < settings.minItems) return null;
  if (settings.targetSe !== null && estimate.se <= settings.targetSe) return 'precise';
  const { cut } = settings;
  return cut !== null && Math.abs(estimate.theta - cut) > NINETY * estimate.se ? 'classified' : null;
}

/** One stream per step, so that a sitting resumed on another device goes on as it would have. */
const streamFor = (seed: number, step: number) => createRandom((Math.imul(seed, 0x9e3779b1) + step) | 0);

/**
 * Exposure control: whether an item may be given in this sitting is drawn once per sitting and item, so an item held
 * back stays back, as Sympson and Hetter have it.
 */
const passesIn =
  (bank: ItemBank, seed: number) =>
  (item: BankItem): boolean => {
    const chance = bank.exposure[item.id] ?? 1;
    return chance >= 1 || streamFor(seed, -1 - bank.items.indexOf(item)).uniform() < chance;
  };

/**
 * The next step of an adaptive test, from nothing but the bank, the settings and the answers so far: ask this item, or
 * stop for this reason. Pure and seeded: it runs in the pupil's app without a connection, and the same answers give the
 * same test anywhere.
 *
 * @throws RangeError when an answered item is not in the bank or an answer is not one of its categories.
 */
export function nextStep(bank: ItemBank, settings: AdaptiveSettings, answers: readonly AdaptiveAnswer[]): AdaptiveStep {
  const items = answers.map(({ id }) => {
    const item = bank.items.find((candidate) => candidate.id === id);
    if (item === undefined) throw new RangeError(`no item ${id} in the bank`);
    return item;
  });
  const estimate = thetaEap(
    items,
    answers.map(({ answer }) => answer),
    settings.grid,
  );
  const reason = estimate === null ? null : stopReason(settings, answers.length, estimate);
  if (estimate !== null && reason !== null) return { kind: 'stop', reason, ...estimate };
  const theta = estimate?.theta ?? settings.startTheta;
  const randomesque = settings.taper ? Math.max(1, settings.randomesque - answers.length) : settings.randomesque;
  const context = {
    theta,
    given: new Set(answers.map(({ id }) => id)),
    randomesque,
    passes: passesIn(bank, settings.seed),
  };
  const selection = selectItem(bank, context, streamFor(settings.seed, answers.length));
  if (selection !== null) return { kind: 'ask', selection, theta: estimate?.theta ?? null, se: estimate?.se ?? null };
  if (estimate === null) throw new RangeError('a bank has items');
  return { kind: 'stop', reason: 'bank exhausted', ...estimate };
}
