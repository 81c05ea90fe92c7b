import { randomInt } from 'node:crypto';
import type { Container } from '../../container.ts';
import { empty } from '../../contract/primitives.schema.ts';
import {
  type Enrolment,
  enrolment,
  type GivenCode,
  givenCode,
  type RecoveryCodes,
  recoveryCodes,
  type SecondFactor,
  secondFactor,
} from '../../contract/second-factor.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { makeRecoveryCodes, printRecoveryCode } from '../../domain/recovery-code.ts';
import { needsFactor } from '../../domain/staff-rules.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { checkFactor } from './check-factor.ts';

export const readFactor = endpoint({
  method: 'get',
  path: '/api/me/second-factor',
  summary: 'Whether there is a second factor, and how many recovery codes are left',
  permission: 'staff.self',
  scope: 'none',
  reply: shape<SecondFactor>(secondFactor),
  audit: null,
  async handle(stores, { actor }) {
    const account = await accountOf(stores, asStaff(actor).id);
    const held = await stores.secondFactors.of(account._id);
    return {
      enrolledAt: held?.confirmedAt?.toISOString() ?? null,
      recoveryLeft: held?.recoveryLeft ?? 0,
      isRequired: needsFactor(stores.policy.secondFactor, account),
    };
  },
});

export const beginFactor = endpoint({
  method: 'post',
  path: '/api/me/second-factor',
  summary: 'Begin: a secret for an authenticator, as text and as a QR code; nothing changes until a code confirms it',
  permission: 'staff.self',
  scope: 'none',
  body: shape<Record<never, never>>(empty),
  reply: shape<Enrolment>(enrolment),
  audit: null,
  async handle(stores, { actor }) {
    const account = await accountOf(stores, asStaff(actor).id);
    const secret = stores.totp.makeSecret();
    if (!(await stores.secondFactors.begin(account._id, secret))) throw new Problem('already-there');
    const uri = stores.totp.uri(secret, account.email);
    return { secret, uri, qr: stores.totp.qr(uri) };
  },
});

export const confirmFactor = endpoint({
  method: 'put',
  path: '/api/me/second-factor',
  summary: 'Confirm with a code; from now on signing in asks for one. Gives the recovery codes, once',
  permission: 'staff.self',
  scope: 'none',
  body: shape<GivenCode>(givenCode),
  reply: shape<RecoveryCodes>(recoveryCodes),
  audit: { action: 'staff.factor-on', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const { id } = asStaff(actor);
    const key = `factor|${id}`;
    stores.throttle.check(key, now);
    const held = await stores.secondFactors.of(id);
    const step = held === null ? null : stores.totp.stepOf(held.secret, body.code.trim(), now);
    const codes = makeRecoveryCodes(randomInt);
    if (step === null || !(await stores.secondFactors.confirm(id, step, codes, now))) {
      stores.throttle.failed(key, now);
      throw new Problem('second-factor-wrong');
    }
    await stores.staff.change(id, { secondFactorAt: now });
    return new Reply({ recovery: codes.map(printRecoveryCode) }, { auditTarget: id });
  },
});

export const renewRecovery = endpoint({
  method: 'post',
  path: '/api/me/second-factor/recovery',
  summary: 'New recovery codes, for a code; the old ones stop working',
  permission: 'staff.self',
  scope: 'none',
  body: shape<GivenCode>(givenCode),
  reply: shape<RecoveryCodes>(recoveryCodes),
  audit: { action: 'staff.factor-recovery', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const account = await accountOf(stores, asStaff(actor).id);
    if ((account.secondFactorAt ?? null) === null) throw new Problem('not-found');
    await checkFactor(stores, account, body.code, now);
    const codes = makeRecoveryCodes(randomInt);
    await stores.secondFactors.renewRecovery(account._id, codes);
    return new Reply({ recovery: codes.map(printRecoveryCode) }, { auditTarget: account._id });
  },
});

export const removeFactor = endpoint({
  method: 'post',
  path: '/api/me/second-factor/removal',
  summary: 'Do without a second factor, for a code; not where the policy asks for one',
  permission: 'staff.self',
  scope: 'none',
  body: shape<GivenCode>(givenCode),
  reply: null,
  audit: { action: 'staff.factor-off', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const account = await accountOf(stores, asStaff(actor).id);
    if ((account.secondFactorAt ?? null) === null) throw new Problem('not-found');
    if (needsFactor(stores.policy.secondFactor, account)) throw new Problem('second-factor-first');
    await checkFactor(stores, account, body.code, now);
    await takeAway(stores, account._id);
    return new Reply(undefined, { auditTarget: account._id });
  },
});

/** No second factor any more; whoever comes next with the password enrols anew. */
export async function takeAway(stores: Container, staff: string): Promise<void> {
  await stores.staff.change(staff, { secondFactorAt: null });
  await stores.secondFactors.remove(staff);
}

async function accountOf(stores: Container, id: string) {
  const account = await stores.staff.byId(id);
  if (account === null) throw new Problem('session-ended');
  return account;
}
