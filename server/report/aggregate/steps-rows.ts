import type { ComparisonReport } from '../../contract/aggregate.schema.ts';

export type StepRow = { step: string; count: number | null };

/** From the class list to enrolment; null: not told. */
export function stepRows({ participation, steps }: Pick<ComparisonReport, 'participation' | 'steps'>): StepRow[] {
  const { pupils, consented, started, submitted } = participation;
  const taken = [
    { step: 'pupils', count: pupils },
    { step: 'consented', count: consented },
    { step: 'started', count: started },
    { step: 'submitted', count: submitted },
  ];
  if (steps === null) return taken;
  const { wishing, recommended, offered, accepted, enrolled } = steps;
  return [
    ...taken,
    { step: 'wishing', count: wishing },
    { step: 'recommended', count: recommended },
    { step: 'offered', count: offered },
    { step: 'accepted', count: accepted },
    { step: 'enrolled', count: enrolled },
  ];
}
