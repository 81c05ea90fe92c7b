import type { Container } from '../../container.ts';
import { Problem } from '../../domain/problem.ts';
import { foldRecoveryCode } from '../../domain/recovery-code.ts';
import type { StaffRecord } from '../../store/staff.ts';

/**
 * Demands the second factor where the account has one: a code of the moment, taken once, or an unused recovery code.
 * Slowed per account, beside the password’s own count.
 */
export async function checkFactor(
  stores: Container,
  account: Pick<StaffRecord, '_id' | 'secondFactorAt'>,
  code: string | undefined,
  now: Date,
): Promise<void> {
  if ((account.secondFactorAt ?? null) === null) return;
  if (code === undefined || code.trim() === '') throw new Problem('second-factor-needed');
  const key = `factor|${account._id}`;
  stores.throttle.check(key, now);
  if (await isTaken(stores, account._id, code.trim(), now)) {
    stores.throttle.succeeded(key);
    return;
  }
  stores.throttle.failed(key, now);
  throw new Problem('second-factor-wrong');
}

async function isTaken(stores: Container, staff: string, code: string, now: Date): Promise<boolean> {
  const held = await stores.secondFactors.of(staff);
  if (held === null || held.confirmedAt === null) return false;
  const step = stores.totp.stepOf(held.secret, code, now);
  if (step !== null) return stores.secondFactors.takeStep(staff, step);
  const recovery = foldRecoveryCode(code);
  return recovery !== null && stores.secondFactors.takeRecovery(staff, recovery, now);
}
