import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayReach, type Placement } from '../../../server/domain/access.ts';
import type { Actor } from '../../../server/domain/actor.ts';
import { holds, permissions } from '../../../server/domain/permission.ts';

const id = fc.constantFrom('a', 'b', '');
const orNull = fc.option(id);
const placement: fc.Arbitrary<Placement> = fc.record({ region: orNull, school: orNull, pid: orNull, sitting: orNull });
const nowhere: Placement = { region: null, school: null, pid: null, sitting: null };
const roles = ['counsellor', 'principal', 'department', 'university', 'sponsor', 'operator'] as const;
const staff = fc.record({
  kind: fc.constant('staff' as const),
  id,
  role: fc.constantFrom(...roles),
  schools: fc.array(id, { maxLength: 2 }),
  region: orNull,
  organisation: orNull,
  family: id,
});
const sitting = { pid: id, sitting: id, campaign: id, school: id, region: id, instrument: id, code: id };
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant({ kind: 'anonymous' as const }),
  fc.record({ kind: fc.constantFrom('pupil' as const, 'upload' as const), ...sitting }),
  fc.record({
    kind: fc.constant('guardian' as const),
    how: fc.constant('own-code' as const),
    pid: id,
    school: id,
    region: id,
    code: id,
  }),
  staff,
);

describe('reach', () => {
  it('lets two nothings never meet: nobody but the operator reaches a thing that stands nowhere', () => {
    fc.assert(
      fc.property(actor, (who) => mayReach(who, nowhere) === (who.kind === 'staff' && who.role === 'operator')),
    );
    const empty: Placement = { region: '', school: '', pid: '', sitting: '' };
    fc.assert(fc.property(actor, (who) => !mayReach(who, empty) || (who.kind === 'staff' && who.role === 'operator')));
  });

  it('gives a department nothing that is a pupil’s', () => {
    fc.assert(
      fc.property(
        staff,
        placement,
        (who, place) => who.role !== 'department' || place.pid === null || !mayReach(who, place),
      ),
    );
  });

  it('gives a counsellor a pupil of the own schools only', () => {
    fc.assert(
      fc.property(staff, placement, (who, place) => {
        fc.pre(who.role === 'counsellor' && place.pid !== null && mayReach(who, place));
        return place.school !== null && who.schools.some((school) => school === place.school);
      }),
    );
  });

  it('gives universities and sponsors nothing by place', () => {
    fc.assert(
      fc.property(
        staff,
        placement,
        (who, place) => !['university', 'sponsor'].includes(who.role) || !mayReach(who, place),
      ),
    );
  });

  it('gives a pupil the one sitting, a guardian the one child', () => {
    fc.assert(
      fc.property(actor, placement, (who, place) => {
        fc.pre(who.kind !== 'staff' && mayReach(who, place));
        if (who.kind === 'guardian') return who.pid === place.pid;
        return who.kind !== 'anonymous' && who.kind !== 'expert' && who.sitting === place.sitting;
      }),
    );
  });
});

describe('permission', () => {
  it('is held by nobody who is nothing', () => {
    for (const permission of permissions)
      expect(holds({ kind: 'anonymous' }, permission)).toBe(permission === 'anyone');
  });

  it('does not come with a role nobody declared', () => {
    for (const role of ['admin', '__proto__', 'constructor', 'toString']) {
      const actor = {
        kind: 'staff',
        id: 'x',
        role,
        schools: [],
        region: null,
        organisation: null,
        family: 'f',
      } as unknown as Actor;
      for (const permission of permissions) expect(holds(actor, permission), role).toBe(permission === 'anyone');
    }
  });
});
