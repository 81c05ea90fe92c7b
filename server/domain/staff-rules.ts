import type { OrganisationKind } from '../contract/alliance.schema.ts';
import type { Role } from '../contract/session.schema.ts';
import { Problem } from './problem.ts';

export type Manager = { id: string; role: Role; region: string | null };
export type Appointment = { role: Role; region: string | null; schoolRegions: readonly string[] };

const schoolRoles: readonly Role[] = ['counsellor', 'principal'];

/**
 * Who may give which role where: the operator any; a department the roles of a school, within its own region. A school of
 * another region is as unknown to a department as one that does not exist.
 */
export function mayAppoint(manager: Manager, { role, region, schoolRegions }: Appointment): void {
  if (schoolRoles.includes(role) && schoolRegions.some((one) => one !== region)) throw invalid('/body/schools');
  if (manager.role === 'operator') return;
  if (manager.role !== 'department' || manager.region === null) throw new Problem('role-may-not');
  if (!schoolRoles.includes(role)) throw invalid('/body/role');
  if (region !== manager.region) throw invalid('/body/region');
}

/** Of which organisations a role is; every other role is of none. */
const kindsOf: Partial<Record<Role, readonly OrganisationKind[]>> = {
  university: ['university', 'college'],
  sponsor: ['sponsor'],
};

/** Whoever offers places or pays for them belongs to an organisation that does, and to no region. */
export function checkOrganisation({ role, region }: Appointment, kind: OrganisationKind | null): void {
  const kinds = kindsOf[role];
  const fits = kinds === undefined ? kind === null : kind !== null && kinds.includes(kind);
  if (!fits) throw invalid('/body/organisation');
  if (kinds !== undefined && region !== null) throw invalid('/body/region');
}

/** Whether every member of staff needs a second factor; the demo's personas, whose password is printed, never do. */
export type FactorPolicy = 'optional' | 'required';

export const needsFactor = (policy: FactorPolicy, { demo }: { demo: boolean }): boolean =>
  policy === 'required' && !demo;

/** Nobody ends themself: there would be no way back. */
export function mayEnd(manager: Manager, staff: string): void {
  if (manager.id === staff) throw new Problem('input-invalid', { detail: 'oneself' });
}

/** A substitute's access ends by itself: after now, within a school year. */
export function checkUntil(until: Date, now: Date): void {
  if (until <= now || until.getTime() - now.getTime() > 366 * 86_400_000) throw invalid('/body/until');
}

/** Long enough not to be guessed; nothing else is asked of it. */
export function checkPassword(password: string, email: string): void {
  const isOwnName = password.toLowerCase().includes(email.split('@')[0]?.toLowerCase() ?? '\u0000');
  if (password.length < 12 || isOwnName) throw invalid('/body/password');
}

const invalid = (pointer: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer, detail: 'not allowed here' }] });
