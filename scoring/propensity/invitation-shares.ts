import type { Propensity } from './assess-propensity.ts';

/** Of all people: the share each pathway invites, and the share that at least one of them does. */
export interface InvitationShares {
  readonly n: number;
  readonly invited: number;
  readonly byPathway: readonly { readonly id: string; readonly share: number; readonly alone: number }[];
}

/** `alone`: the share for whom this pathway is the only one. @throws RangeError for nobody */
export function invitationShares(people: readonly Pick<Propensity, 'pathways' | 'state'>[]): InvitationShares {
  const n = people.length;
  if (n === 0) throw new RangeError('invitationShares requires at least one person');
  const metBy = people.map(({ pathways }) => pathways.filter(({ status }) => status === 'met').map(({ id }) => id));
  const ids = [...new Set(people.flatMap(({ pathways }) => pathways.map(({ id }) => id)))];
  return {
    n,
    invited: people.filter(({ state }) => state === 'invited-to-talk').length / n,
    byPathway: ids.map((id) => ({
      id,
      share: metBy.filter((met) => met.includes(id)).length / n,
      alone: metBy.filter((met) => met.length === 1 && met[0] === id).length / n,
    })),
  };
}
