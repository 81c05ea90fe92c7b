import type { Container } from '../container.ts';
import type { DecisionWire } from '../contract/norm.schema.ts';
import type { Actor } from '../domain/actor.ts';
import type { Author, NamedDecision } from '../domain/named-decision.ts';
import { asStaff } from './actors.ts';

/** The person behind a decision: an id for the log, a name for those who read it. */
export async function authorOf(stores: Container, actor: Actor): Promise<Author> {
  const { id } = asStaff(actor);
  return { by: id, name: (await stores.staff.byId(id))?.name ?? id };
}

export const decisionOf = async (
  stores: Container,
  actor: Actor,
  reason: string,
  at: Date,
): Promise<NamedDecision> => ({ ...(await authorOf(stores, actor)), at, reason });

/** A decision as it leaves: the name, never the id. */
export const decisionWire = (decision: NamedDecision | null): DecisionWire =>
  decision === null ? null : { name: decision.name, at: decision.at.toISOString(), reason: decision.reason };
