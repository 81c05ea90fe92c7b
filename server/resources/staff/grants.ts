import type { Container } from '../../container.ts';
import { type SchoolParams, schoolParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import {
  type ClassNames,
  classNames,
  type GrantParams,
  grantParams,
  type HandedOver,
  type Handover,
  handedOver,
  handover,
  type NewGrant,
  newGrant,
  type StaffAccount,
  type StaffParams,
  staffAccount,
  staffParams,
} from '../../contract/staff.schema.ts';
import { foldCase } from '../../domain/decision/fold-case.ts';
import { Problem } from '../../domain/problem.ts';
import { reachedSchools, reachOf } from '../../domain/staff-reach.ts';
import { mayAppoint } from '../../domain/staff-rules.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { toAccount } from './account-wire.ts';
import { managed } from './accounts.ts';
import { grantOf, regionsOf } from './grant-work.ts';

const ofStaff = { of: 'staff', param: 'staff' } as const;

export const addGrant = endpoint({
  method: 'post',
  path: '/api/staff/:staff/grants',
  summary: 'Another school, single classes of one, or a substitute’s access that ends by itself',
  permission: 'staff.manage',
  scope: ofStaff,
  params: shape<StaffParams>(staffParams),
  body: shape<NewGrant>(newGrant),
  reply: shape<StaffAccount>(staffAccount),
  audit: { action: 'staff.grant', target: 'staff' },
  async handle(stores, { params, body, actor, now }) {
    const manager = asStaff(actor);
    const { _id, role, region } = await managed(stores, manager, params.staff);
    mayAppoint(manager, { role, region, schoolRegions: await regionsOf(stores, [body.school]) });
    if (role !== 'counsellor')
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/school', detail: 'a counsellor’s only' }] });
    await stores.staff.grant(_id, await grantOf(stores, body, manager.id, now));
    return account(stores, _id, now);
  },
});

export const endGrant = endpoint({
  method: 'delete',
  path: '/api/staff/:staff/grants/:grant',
  summary: 'End a grant now; that it was there stays on record',
  permission: 'staff.manage',
  scope: ofStaff,
  params: shape<GrantParams>(grantParams),
  reply: shape<StaffAccount>(staffAccount),
  audit: { action: 'staff.grant-end', target: 'staff' },
  async handle(stores, { params, actor, now }) {
    const { _id } = await managed(stores, asStaff(actor), params.staff);
    if (!(await stores.staff.endGrant(_id, params.grant, now))) throw new Problem('not-found');
    return account(stores, _id, now);
  },
});

export const handOver = endpoint({
  method: 'post',
  path: '/api/staff/:staff/handover',
  summary: 'Someone leaves a school: their cases go to a colleague, the history stays, their access to it ends',
  permission: 'staff.manage',
  scope: ofStaff,
  params: shape<StaffParams>(staffParams),
  body: shape<Handover>(handover),
  reply: shape<HandedOver>(handedOver),
  audit: { action: 'staff.hand-over', target: 'staff' },
  async handle(stores, { params, body: { school, to }, actor, now }) {
    const manager = asStaff(actor);
    const leaving = await managed(stores, manager, params.staff);
    const next = await stores.staff.byId(to);
    const reaches = next !== null && next.disabledAt === null && reachedSchools(reachOf(next, now)).includes(school);
    if (!reaches || to === leaving._id)
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/to', detail: 'a colleague of that school' }] });
    const cases = await moveCases(stores, { from: leaving._id, to, school, by: manager.id, role: manager.role }, now);
    await stores.staff.change(leaving._id, { schools: leaving.schools.filter((one) => one !== school) });
    for (const grant of leaving.grants ?? [])
      if (grant.school === school) await stores.staff.endGrant(leaving._id, grant.id, now);
    return new Reply({ cases }, { auditTarget: leaving._id });
  },
});

export const listClassNames = endpoint({
  method: 'get',
  path: '/api/staff-schools/:school/classes',
  summary: 'The classes of a school by name, to give access to',
  permission: 'staff.manage',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  reply: shape<ClassNames>(classNames),
  audit: null,
  handle: async (stores, { params }) => ({
    classes: (await stores.catalogue.classesOf(params.school)).map(({ _id: id, name }) => ({ id, name })),
  }),
});

type Move = { from: string; to: string; school: string; by: string; role: string };

/** Every case that the one who leaves looks after; a conflict the other declared keeps it where it is. */
async function moveCases(stores: Container, { from, to, school, by, role }: Move, now: Date): Promise<number> {
  const pids = await stores.cases.touchedBy(from, school);
  const cases = await stores.cases.ofMany(pids);
  let moved = 0;
  for (const [pid, events] of cases) {
    const { responsible, conflicted } = foldCase(events);
    const region = events.at(-1)?.region ?? '';
    if (responsible !== from || conflicted.has(to)) continue;
    await stores.cases.append({ pid, at: now, by, role, school, region, words: null }, () => ({
      kind: 'assigned',
      to,
    }));
    moved += 1;
  }
  return moved;
}

async function account(stores: Container, id: string, now: Date): Promise<StaffAccount> {
  const found = await stores.staff.byId(id);
  if (found === null) throw new Problem('not-found');
  return toAccount(found, now);
}
