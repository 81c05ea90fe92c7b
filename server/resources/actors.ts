import type { Actor, ExpertActor, GuardianActor, PupilActor, StaffActor, UploadActor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { classesWithin } from '../domain/staff-reach.ts';

/**
 * The actor as the kind the endpoint's permission already demands. The refusal is for a table of permissions that
 * changed under a handler: it fails closed.
 */
export function asStaff(actor: Actor): StaffActor {
  if (actor.kind === 'staff') return actor;
  throw new Problem('role-may-not');
}

export function asPupil(actor: Actor): PupilActor {
  if (actor.kind === 'pupil') return actor;
  throw new Problem('role-may-not');
}

export function asUpload(actor: Actor): UploadActor {
  if (actor.kind === 'pupil' || actor.kind === 'upload') return actor;
  throw new Problem('role-may-not');
}

export function asGuardian(actor: Actor): GuardianActor {
  if (actor.kind === 'guardian') return actor;
  throw new Problem('role-may-not');
}

export function asExpert(actor: Actor): ExpertActor {
  if (actor.kind === 'expert') return actor;
  throw new Problem('role-may-not');
}

/** The classes of a school this actor reaches; null: all of them, or it is no matter of classes. */
export const classesOfActor = (actor: Actor, school: string): ReadonlySet<string> | null =>
  actor.kind === 'staff' && actor.role === 'counsellor'
    ? classesWithin({ schools: actor.schools, classes: actor.classes ?? [] }, school)
    : null;
