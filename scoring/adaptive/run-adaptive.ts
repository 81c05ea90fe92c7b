import type { AdaptiveSettings } from './adaptive-settings.ts';
import type { BankItem, ItemBank } from './item-bank.ts';
import { type AdaptiveAnswer, nextStep, type StopReason } from './next-step.ts';

/** One line of the audit trail. */
export interface TraceLine {
  readonly id: string;
  readonly answer: number;
  readonly information: number;
  readonly content: string | null;
  readonly heldBack: readonly string[];
  /** θ and its error after this answer. */
  readonly theta: number;
  readonly se: number;
}

export interface AdaptiveRecord {
  readonly seed: number;
  readonly trace: readonly TraceLine[];
  readonly theta: number;
  readonly se: number;
  readonly reason: StopReason;
}

/**
 * Runs a whole adaptive test against a source of answers (a simulated person, or a recorded one), with its trace.
 *
 * @param answer gives the category number for an item.
 * @throws RangeError for an answer outside the item's categories.
 */
export function runAdaptive(
  bank: ItemBank,
  settings: AdaptiveSettings,
  answer: (item: BankItem) => number,
): AdaptiveRecord {
  const given: AdaptiveAnswer[] = [];
  const asked: Omit<TraceLine, 'theta' | 'se'>[] = [];
  const estimates: { theta: number; se: number }[] = [];
  for (;;) {
    const step = nextStep(bank, settings, given);
    if (step.theta !== null && step.se !== null) estimates.push({ theta: step.theta, se: step.se });
    if (step.kind === 'stop') {
      const trace = asked.map((line, i) => ({
        ...line,
        theta: estimates[i]?.theta ?? step.theta,
        se: estimates[i]?.se ?? step.se,
      }));
      return { seed: settings.seed, trace, theta: step.theta, se: step.se, reason: step.reason };
    }
    const { item, information, content, heldBack } = step.selection;
    const reply = answer(item);
    given.push({ id: item.id, answer: reply });
    asked.push({ id: item.id, answer: reply, information, content, heldBack });
  }
}
