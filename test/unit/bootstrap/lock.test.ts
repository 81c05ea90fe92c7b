import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownerOf, tryLock, withLock } from '../../../server/bootstrap/lock.mjs';
import { identityOf, isAlive, isStillRunning } from '../../../server/bootstrap/process-identity.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('a lock', () => {
  it('is held by one at a time and free afterwards', async () => {
    const path = join(temporaryFolder(), 'sub/a.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(30);
      inside -= 1;
    };
    await Promise.all([withLock(path, work), withLock(path, work), withLock(path, work)]);
    expect(most).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  it('is freed when the work fails', async () => {
    const path = join(temporaryFolder(), 'a.lock');
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  it('names its owner, and is refused to a second asker', () => {
    const path = join(temporaryFolder(), 'a.lock');
    expect(tryLock(path)).not.toBeNull();
    expect(ownerOf(path)).toBe(process.pid);
    expect(tryLock(path)).toBeNull();
  });

  it('of a process that is gone is void, even where its number lives again', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.lock');
    writeFileSync(path, `${process.pid} 1 another-boot`);
    expect(ownerOf(path)).toBeNull();
    expect(tryLock(path)).not.toBeNull();
    expect(readdirSync(folder)).toEqual(['a.lock']);
  });
});

describe('the identity of a process', () => {
  it('holds while it runs and no longer', async () => {
    const child = spawn('sleep', ['30']);
    const pid = child.pid ?? 0;
    const identity = identityOf(pid);
    expect(isStillRunning(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect([isAlive(pid), isStillRunning(identity)]).toEqual([false, false]);
  });

  it('is not fooled by what is no identity', () => {
    expect(['', '0', '-1', 'abc'].map(isStillRunning)).toEqual([false, false, false, false]);
  });
});
