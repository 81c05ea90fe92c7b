import type { Actor } from './actor.ts';

/** What may be done. Every endpoint names one; `anyone` must be said, it is never the default. */
export const permissions = [
  'anyone',
  'staff.self',
  'pupil.self',
  'guardian.self',
  'sitting.answer',
  'sitting.read',
  'school.read',
  'class.read',
  'class.write',
  'pupil.read',
  'pupil.write',
  'campaign.read',
  'campaign.write',
  'report.read',
  'country.read',
  'audit.read',
  'norm.read',
  'norm.write',
  'bench.read',
  'bench.write',
  'erasure.decide',
  'case.read',
  'case.write',
  'appeal.answer',
  'candidate.read',
  'helpline.write',
  'research.export',
  'numbers.read',
] as const;
export type Permission = (typeof permissions)[number];

const school = ['school.read', 'class.read', 'class.write', 'pupil.read', 'pupil.write', 'campaign.read'] as const;

const grants: Readonly<Record<string, readonly Permission[]>> = {
  anonymous: [],
  pupil: ['pupil.self', 'sitting.answer', 'sitting.read'],
  upload: ['sitting.answer'],
  guardian: ['guardian.self'],
  counsellor: ['staff.self', 'country.read', 'numbers.read', 'case.read', 'case.write', 'appeal.answer', ...school],
  principal: ['staff.self', 'country.read', 'campaign.read', 'numbers.read'],
  department: [
    'staff.self',
    'country.read',
    'campaign.read',
    'campaign.write',
    'report.read',
    'appeal.answer',
    'candidate.read',
    'helpline.write',
  ],
  university: ['staff.self', 'country.read'],
  sponsor: ['staff.self', 'country.read'],
  // How far a school's classes are, but no pupil of them.
  operator: [
    'staff.self',
    'country.read',
    'school.read',
    'campaign.read',
    'campaign.write',
    'report.read',
    'audit.read',
    'norm.read',
    'norm.write',
    'bench.read',
    'bench.write',
    'erasure.decide',
    'appeal.answer',
    'helpline.write',
    'research.export',
  ],
};

/** May this kind of actor do it at all? To whom is `mayReach`'s question. */
export function holds(actor: Actor, permission: Permission): boolean {
  if (permission === 'anyone') return true;
  const role = actor.kind === 'staff' ? actor.role : actor.kind;
  return Object.hasOwn(grants, role) && (grants[role]?.includes(permission) ?? false);
}
