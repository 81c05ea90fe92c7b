import type { CaseState } from './fold-case.ts';

/** Who could answer: those who reach the pupil at school, the department's people, the operator's. */
export type AppealPeople = { school: readonly string[]; department: readonly string[]; operator: readonly string[] };

export type AppealDesk = { level: keyof AppealPeople; people: readonly string[] };

/** Whether nobody who reaches the pupil may look after the case: each has declared to be too near. */
export const isUnattended = ({ conflicted }: Pick<CaseState, 'conflicted'>, near: readonly string[]): boolean =>
  conflicted.size > 0 && near.every((id) => conflicted.has(id));

/**
 * To whom an appeal goes: the nearest place that has someone who did not decide and is not too near. Worked out anew each
 * time, so that an appeal never waits for somebody who has left.
 */
export function appealDesk(state: CaseState, people: AppealPeople): AppealDesk {
  const free = (ids: readonly string[]) => ids.filter((id) => !state.deciders.has(id) && !state.conflicted.has(id));
  for (const level of ['school', 'department'] as const) {
    const found = free(people[level]);
    if (found.length > 0) return { level, people: found };
  }
  return { level: 'operator', people: free(people.operator) };
}
