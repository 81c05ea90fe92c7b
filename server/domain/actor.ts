import type { Role } from '../contract/session.schema.ts';
import type { ClassReach } from './staff-reach.ts';

/** A pupil at a sitting: everything the hot path needs stands in the token, so that no look-up is made per answer. */
export type SittingActor = {
  pid: string;
  sitting: string;
  campaign: string;
  school: string;
  region: string;
  /** `id@version` */
  instrument: string;
  code: string;
  /** When the campaign closes, in milliseconds since 1970: answers that arrive later are looked at. */
  closesAt?: number;
};

/** How we know that it is the guardian: the code that went to them, or someone else's word on top of it. */
export type GuardianHow = 'own-code' | 'verified-phone' | 'state-identity';

export type Actor =
  | { kind: 'anonymous' }
  | ({ kind: 'pupil' } & SittingActor)
  | ({ kind: 'upload' } & SittingActor)
  | { kind: 'guardian'; pid: string; school: string; region: string; code: string; how: GuardianHow }
  /** Someone who judges the key of situations: their own page, and nothing else. */
  | { kind: 'expert'; expert: string; panel: string; link: string }
  | {
      kind: 'staff';
      id: string;
      role: Role;
      schools: readonly string[];
      /** Single classes outside those schools: a class teacher’s. */
      classes?: readonly ClassReach[];
      /** The policy asks for a second factor that is not there yet: nothing but one’s own account is open. */
      isLimited?: boolean;
      /** One of the demo’s people: what they add is the demo’s, too. */
      demo?: boolean;
      region: string | null;
      organisation: string | null;
      family: string;
    };

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type PupilActor = Extract<Actor, { kind: 'pupil' }>;
export type UploadActor = Extract<Actor, { kind: 'pupil' | 'upload' }>;
export type ExpertActor = Extract<Actor, { kind: 'expert' }>;
export type GuardianActor = Extract<Actor, { kind: 'guardian' }>;

/** How an actor is named in the log: a kind and an id, never a person's name. */
export function actorName(actor: Actor): { actor: string; role: string } {
  if (actor.kind === 'anonymous') return { actor: 'anonymous', role: 'anonymous' };
  if (actor.kind === 'staff') return { actor: actor.id, role: actor.role };
  if (actor.kind === 'expert') return { actor: actor.expert, role: 'expert' };
  return { actor: actor.pid, role: actor.kind };
}
