import type { Propensity } from '../../scoring/index.ts';

/**
 * A stored propensity with what the pupil says today. The wish alone is enough to be invited, and taking it back takes away
 * no invitation that rests on something else.
 */
export function withWish(propensity: Propensity, wish: boolean | null): Propensity {
  const pathways = propensity.pathways.map((pathway) =>
    pathway.id !== 'wish' || pathway.status === 'closed'
      ? pathway
      : { ...pathway, status: wish === null ? ('unknown' as const) : wish ? ('met' as const) : ('not-met' as const) },
  );
  const invited = pathways.some(({ status }) => status === 'met');
  return { ...propensity, pathways, state: invited ? 'invited-to-talk' : 'nothing-to-suggest' };
}
