import type { StaffAccount } from '../../contract/staff.schema.ts';
import { isRunning } from '../../domain/staff-reach.ts';
import type { StaffRecord } from '../../store/staff.ts';

/** An account as those who look after staff see it: never a password, a secret or a link. */
export function toAccount(account: StaffRecord, now: Date): StaffAccount {
  const { _id: id, name, email, role, post = null, region, schools, grants = [], place } = account;
  return {
    id,
    name,
    email,
    role,
    post,
    region,
    schools: [...schools],
    grants: grants.map((grant) => ({
      id: grant.id,
      school: grant.school,
      classes: grant.classes === null ? null : [...grant.classes],
      kind: grant.kind,
      from: grant.from.toISOString(),
      until: grant.until?.toISOString() ?? null,
      endedAt: grant.endedAt?.toISOString() ?? null,
      isRunning: isRunning(grant, now),
    })),
    place,
    state: stateOf(account),
    secondFactorAt: account.secondFactorAt?.toISOString() ?? null,
  };
}

function stateOf({ disabledAt, passwordHash, links = [] }: StaffRecord): StaffAccount['state'] {
  if (disabledAt !== null) return 'ended';
  return passwordHash === '' && links.length === 0 ? 'invited' : 'active';
}
