import { createSecretKey, randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuditDocument, auditStore } from '../../server/store/audit.ts';
import { freshDatabase } from '../database.ts';
import { call, startService } from './harness.ts';
import { enterStaff } from './personas.ts';

const key = createSecretKey(randomBytes(32));
const entry = (n: number) => ({
  at: new Date(1_700_000_000_000 + n),
  actor: 'st-1',
  role: 'counsellor',
  action: 'profile.read',
  target: `p-${n}`,
  requestId: `r-${n}`,
});

describe('the audit log', () => {
  const { uri } = freshDatabase();
  const connection = mongoose.createConnection();
  const store = () => {
    if (connection.db === undefined) throw new Error('not connected');
    return auditStore(connection.db, key);
  };
  const lines = () => connection.collection<AuditDocument>('audit');
  beforeAll(() => connection.openUri(uri));
  beforeEach(async () => {
    await lines().deleteMany({});
    const { append } = store();
    for (let n = 1; n <= 6; n += 1) await append(entry(n));
  });
  afterAll(() => connection.close());

  it('fits when nobody has touched it', async () => {
    expect(await store().verify()).toBeNull();
    expect((await lines().find().sort({ _id: 1 }).toArray()).map(({ _id, target }) => [_id, target])).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [n, `p-${n}`]),
    );
  });

  it.each(['at', 'actor', 'role', 'action', 'target', 'requestId', 'hash'])('shows a changed «%s»', async (field) => {
    await lines().updateOne({ _id: 3 }, { $set: { [field]: field === 'at' ? new Date(0) : 'changed' } });
    expect(await store().verify()).toMatchObject({ seq: 3 });
  });

  it('shows a line taken out, from the front or the middle', async () => {
    await lines().deleteOne({ _id: 4 });
    expect(await store().verify()).toMatchObject({ seq: 4 });
    await lines().deleteOne({ _id: 1 });
    expect(await store().verify()).toMatchObject({ seq: 1 });
  });

  it('shows a line put in, and lines renumbered to hide a gap', async () => {
    const [last] = await lines().find().sort({ _id: -1 }).limit(1).toArray();
    await lines().insertOne({ ...entry(7), _id: 7, hash: last?.hash ?? '' });
    expect(await store().verify()).toMatchObject({ seq: 7 });
    await lines().deleteMany({ _id: { $in: [3, 7] } });
    for (const n of [4, 5, 6]) {
      const line = await lines().findOne({ _id: n });
      await lines().deleteOne({ _id: n });
      if (line !== null) await lines().insertOne({ ...line, _id: n - 1 });
    }
    expect(await store().verify()).toMatchObject({ seq: 3 });
  });

  it('shows two lines exchanged', async () => {
    const [two, three] = [await lines().findOne({ _id: 2 }), await lines().findOne({ _id: 3 })];
    await lines().deleteMany({ _id: { $in: [2, 3] } });
    if (two && three)
      await lines().insertMany([
        { ...three, _id: 2 },
        { ...two, _id: 3 },
      ]);
    expect(await store().verify()).toMatchObject({ seq: 2 });
  });

  it('cannot be written again by someone without the key', async () => {
    if (connection.db === undefined) throw new Error('not connected');
    await lines().deleteMany({});
    const forger = auditStore(connection.db, createSecretKey(randomBytes(32)));
    await forger.append(entry(1));
    expect(await store().verify()).toMatchObject({ seq: 1 });
  });

  it('keeps one chain without gaps when several services write at once', async () => {
    const services = [store(), store(), store()];
    const numbers = await Promise.all(Array.from({ length: 90 }, (_, n) => services[n % 3]?.append(entry(100 + n))));
    expect([...numbers].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 90 }, (_, n) => n + 7));
    expect(await store().verify()).toBeNull();
  });

  it('is what the service writes at each read of a person by name, and what the operator reads', async () => {
    const service = await startService();
    const { token } = await enterStaff(service, 'demo-counsellor');
    await call(service, 'GET', '/api/classes/s-1-9-1/pupils', { token });
    await call(service, 'GET', '/api/classes/s-7-9-1/pupils', { token });
    const operator = await enterStaff(service, 'demo-operator');
    const page = await call<{ lines: object[] }>(service, 'GET', '/api/audit', { token: operator.token });
    expect(page.body.lines).toMatchObject([
      { actor: 'Айнұр Сәрсенова', role: 'counsellor', action: 'class.read', target: 's-1-9-1' },
    ]);
    expect(await service.stores.audit.verify()).toBeNull();
    await service.close();
  });
});
