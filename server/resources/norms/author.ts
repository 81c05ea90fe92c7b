import type { Container } from '../../container.ts';
import type { Actor } from '../../domain/actor.ts';
import { asStaff } from '../actors.ts';

/** The person behind a decision: an id for the log, a name for those who read it. */
export async function authorOf(stores: Container, actor: Actor): Promise<{ by: string; name: string }> {
  const { id } = asStaff(actor);
  return { by: id, name: (await stores.staff.byId(id))?.name ?? id };
}
