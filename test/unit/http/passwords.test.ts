import { describe, expect, it } from 'vitest';
import { passwords } from '../../../server/passwords.ts';

describe('passwords', () => {
  const service = passwords();

  it('are kept as argon2id in an approved setting, with a salt of their own', async () => {
    const [one, other] = [await service.hash('correct horse'), await service.hash('correct horse')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('match themselves and nothing near', async () => {
    const stored = await service.hash('correct horse');
    expect(await service.matches(stored, 'correct horse')).toBe(true);
    for (const near of ['', 'correct horse ', 'Correct horse', 'correct'])
      expect(await service.matches(stored, near)).toBe(false);
  });

  it('never match where there is no account, whatever is tried', async () => {
    expect(await service.matches(null, 'nobody has this password')).toBe(false);
    expect(await service.matches('not a hash', 'x')).toBe(false);
  });

  it('take their work for an account that does not exist too', async () => {
    const stored = await service.hash('x');
    const cpu = async (against: string | null): Promise<number> => {
      const before = process.cpuUsage();
      for (let n = 0; n < 10; n += 1) await service.matches(against, 'wrong');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await cpu(null);
    const [known, unknown] = [await cpu(stored), await cpu(null)];
    // Processor time, not the clock: a hash skipped would be a hundredth of one done.
    expect(unknown).toBeGreaterThan(known / 4);
  });
});
