import { describe, expect, it } from 'vitest';
import { permissions, permissionsOf } from '../../../server/domain/permission.ts';
import { navItems } from '../../../web/staff/frame/nav-items.ts';

const roles = ['counsellor', 'principal', 'department', 'university', 'sponsor', 'operator'] as const;
const of = (role: (typeof roles)[number], whole: string[] = ['s-1']) =>
  navItems({ role, whole, may: [...permissionsOf(role)] });

describe('the menu', () => {
  it('has a home for everybody and asks for permissions that there are', () => {
    for (const role of roles) {
      const items = of(role);
      expect(items.length, role).toBeGreaterThan(2);
      for (const { needs } of items) expect(permissions).toContain(needs);
      expect(new Set(items.map(({ href }) => href)).size).toBe(items.length);
    }
  });

  it('keeps what is about a whole school from a class teacher', () => {
    const hidden = of('counsellor').filter(({ href }) => !of('counsellor', []).some((item) => item.href === href));
    expect(hidden.map(({ href }) => href)).toEqual(['/staff/pupils', '/staff/roster']);
  });

  it('shows nothing that was not given', () => {
    expect(navItems({ role: 'operator', whole: [], may: ['staff.self', 'audit.read'] })).toHaveLength(1);
  });
});
