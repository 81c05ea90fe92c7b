import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { GuardianSession, PupilSession } from '../../server/contract/session.schema.ts';
import { call, insist, type TestService } from './harness.ts';

/** Everyone who may stand before the service. `upload` is a pupil's device with nothing but its upload credential. */
export const personas = [
  'anonymous',
  'student',
  'upload',
  'guardian',
  'counsellor',
  'counsellorElsewhere',
  'principal',
  'department',
  'departmentElsewhere',
  'university',
  'sponsor',
  'operator',
  'expert',
] as const;
export type Persona = (typeof personas)[number];

const staffId = (persona: Persona): string => `demo-${persona.replace('Elsewhere', '-elsewhere')}`;

/** A fresh sign-in of a persona: `token` for the header, `cookie` for staff. */
export type Entered = { token?: string; cookie?: string };

export type PupilTokens = { token: string; uploadToken: string; sitting: string };

/** A pupil enters with a code; a new sitting would get `sitting` as its id. */
export async function enterPupil(
  service: TestService,
  code: string,
  sitting: string = randomUUID(),
): Promise<PupilTokens> {
  const body = { code, sitting };
  const entered = await insist(() => call<PupilSession>(service, 'POST', '/api/pupil-sessions', { body }));
  if (entered.status !== 200) throw new Error(`${code} did not open: ${entered.status}`);
  const { token, uploadToken } = entered.body;
  return { token, uploadToken, sitting: entered.body.sitting.id };
}

/** Staff enter as sign-in makes them, without its slow password. */
export async function enterStaff(service: Pick<TestService, 'stores'>, id: string): Promise<Required<Entered>> {
  const { stores } = service;
  const account = await stores.staff.byId(id);
  if (account === null) throw new RangeError(`no staff ${id} in the demo`);
  const now = stores.now();
  const { family, refresh } = await stores.staffSessions.start(id, now);
  const { role, schools, region, organisation } = account;
  const actor = { kind: 'staff', id, role, schools, region, organisation, family } as const;
  return {
    token: stores.tokens.forStaff(actor, new Date(now.getTime() + 600_000)),
    cookie: `ustaz_refresh=${refresh}`,
  };
}

/** Makes an account of the demo one of a real person: the policy about second factors then holds for it. */
export async function makeReal({ mongoUri }: TestService, id: string): Promise<void> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  await connection.collection<{ _id: string }>('staff').updateOne({ _id: id }, { $set: { demo: false } });
  await connection.close();
}

/** An expert of a panel that is in its first round. */
async function enterExpert({ stores }: TestService): Promise<Entered> {
  const [panel] = (await stores.panels.list(50)).filter(({ state }) => state === 'first').slice(-1);
  const [expert] = panel === undefined ? [] : await stores.panels.expertsOf(panel._id);
  if (expert === undefined) throw new RangeError('no panel in its first round has an expert');
  const actor = { kind: 'expert', expert: expert._id, panel: expert.panel, link: expert.link } as const;
  return { token: stores.tokens.forExpert(actor, new Date(stores.now().getTime() + 600_000)) };
}

/** Signs a persona in anew, so that what one request ends does not touch the next. */
export async function enter(service: TestService, persona: Persona, sitting: string): Promise<Entered> {
  if (persona === 'anonymous') return {};
  if (persona === 'student' || persona === 'upload') {
    const pupil = await enterPupil(service, service.code('pupil-kk'), sitting);
    return { token: persona === 'student' ? pupil.token : pupil.uploadToken };
  }
  if (persona === 'guardian') {
    const body = { code: service.code('guardian') };
    const entered = await insist(() => call<GuardianSession>(service, 'POST', '/api/guardian-sessions', { body }));
    return { token: entered.body.token };
  }
  if (persona === 'expert') return enterExpert(service);
  return enterStaff(service, staffId(persona));
}
