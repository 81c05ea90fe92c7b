import type { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import { call, startService, type TestService } from '../api/harness.ts';
import { startReplicaSet } from '../mongod.ts';
import { type Device, nextBatch, openDevices, sendBatch, stored } from './upload.ts';

/** The database neither answers nor hangs up (SIGSTOP): the worst kind of failure, because nothing reports it. */
describe('a frozen database', () => {
  let replicaSet: MongoMemoryReplSet;
  let service: TestService;
  let device: Device;
  let uri = '';
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    const pid = replicaSet.servers[0]?.instanceInfo?.instance.mongodProcess?.pid;
    if (pid === undefined) throw new Error('no mongod of our own');
    process.kill(pid, name);
  };
  beforeAll(async () => {
    replicaSet = await startReplicaSet();
    uri = replicaSet.getUri('frozen');
    service = await startService({ mongoUri: uri });
    [device] = (await openDevices(uri, service.secrets, 1)) as [Device];
  });
  afterAll(async () => {
    signal('SIGCONT');
    await service.close();
    await replicaSet.stop({ doCleanup: true, force: true });
  });

  const timed = async <T>(work: Promise<T>): Promise<{ answer: T; ms: number }> => {
    const startedAt = performance.now();
    return { answer: await work, ms: performance.now() - startedAt };
  };

  it('is told to whoever asks, within seconds, with a time to come back; the service itself is alive', async () => {
    expect((await sendBatch(service.url, device, nextBatch(device))).status).toBe(200);
    const lost = nextBatch(device);
    signal('SIGSTOP');
    const [batch, again, staff, code, ready, alive] = await Promise.all([
      timed(sendBatch(service.url, device, lost)),
      timed(sendBatch(service.url, device, lost)),
      timed(call<ProblemBody>(service, 'POST', '/api/staff-sessions', { body: { email: 'a@b.kz', password: 'x' } })),
      timed(call<ProblemBody>(service, 'POST', '/api/guardian-sessions', { body: { code: service.code('guardian') } })),
      timed(call(service, 'GET', '/readyz')),
      timed(call(service, 'GET', '/healthz')),
    ]);
    for (const { answer, ms } of [batch, again]) {
      expect(answer).toEqual({ status: 503, retryAfter: '3' });
      expect(ms).toBeLessThan(10_000);
    }
    for (const { answer, ms } of [staff, code]) {
      expect([answer.status, answer.body.slug]).toEqual([503, 'database-away']);
      expect(ms).toBeLessThan(10_000);
    }
    expect(ready.answer).toMatchObject({ status: 503, body: { ready: false } });
    expect(ready.ms).toBeLessThan(3000);
    expect(alive.answer.status).toBe(200);
    expect(alive.ms).toBeLessThan(1000);
  });

  it('thaws, and everything goes on: what was not acknowledged is stored once', async () => {
    signal('SIGCONT');
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if ((await call(service, 'GET', '/readyz')).status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await call(service, 'GET', '/readyz')).status).toBe(200);
    for (const batch of device.sent) expect((await sendBatch(service.url, device, batch)).status).toBe(200);
    const sitting = (await stored(uri, [device])).get(device.sitting);
    expect(Object.keys(sitting?.batches ?? {}).sort()).toEqual(device.sent.map(({ id }) => id).sort());
    expect(sitting?.lastSeq).toBe(2);
    expect(
      (await call(service, 'POST', '/api/guardian-sessions', { body: { code: service.code('guardian') } })).status,
    ).toBe(200);
  });
});
