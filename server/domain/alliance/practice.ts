import type { PracticeState } from '../../contract/practice.schema.ts';

export type PracticeParty = 'principal' | 'university';

const steps: readonly { from: PracticeState; to: PracticeState; by: PracticeParty }[] = [
  { from: 'asked', to: 'assigned', by: 'university' },
  { from: 'asked', to: 'withdrawn', by: 'principal' },
  { from: 'assigned', to: 'running', by: 'university' },
  { from: 'assigned', to: 'withdrawn', by: 'principal' },
  { from: 'running', to: 'ended', by: 'principal' },
  { from: 'running', to: 'ended', by: 'university' },
];

/** Steps of a practice that a party may take from where it stands. */
export const practiceSteps = (from: PracticeState, by: PracticeParty): PracticeState[] =>
  steps.filter((step) => step.from === from && step.by === by).map(({ to }) => to);

export type PracticeRefusal = 'not-a-step' | 'nobody-assigned' | 'too-many-assigned';

/** Why a step may not be taken, or null where it may. */
export function practiceRefusal(step: {
  from: PracticeState;
  to: PracticeState;
  by: PracticeParty;
  assigned: number;
  asked: number;
}): PracticeRefusal | null {
  if (!practiceSteps(step.from, step.by).includes(step.to)) return 'not-a-step';
  if (step.to !== 'assigned') return null;
  if (step.assigned < 1) return 'nobody-assigned';
  return step.assigned > step.asked ? 'too-many-assigned' : null;
}
