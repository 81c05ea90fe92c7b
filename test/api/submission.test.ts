import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, demoGroup } from '../../scoring/index.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { PupilResult } from '../../server/contract/result.schema.ts';
import type { SubmissionReceipt } from '../../server/contract/sitting.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

describe('handing in', () => {
  let service: TestService;
  let pupil: PupilTokens;
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
    pupil = await enterPupil(service, service.code('pupil-kk'));
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const consent = (action: string) =>
    call(service, 'POST', '/api/pupil/assents', {
      token: pupil.token,
      body: { purpose: 'assessment', action, wording: 'assessment-1', language: 'kk' },
    });
  const open = (sitting = pupil.sitting) =>
    call<ProblemBody>(service, 'PUT', `/api/sittings/${sitting}`, { token: pupil.token, body: { language: 'kk' } });
  const answer = (seq: number, value = 3) => ({ item: `E${seq}`, value, seq, atMs: seq * 1000, language: 'kk' });
  const send = (answers: unknown[], batch: string = randomUUID()) =>
    call<ProblemBody>(service, 'PUT', `/api/sittings/${pupil.sitting}/batches/${batch}`, {
      token: pupil.uploadToken,
      body: { answers },
    });
  const submit = (lastSeq: number, submission: string = randomUUID()) =>
    call<SubmissionReceipt & ProblemBody>(service, 'PUT', `/api/sittings/${pupil.sitting}/submission`, {
      token: pupil.uploadToken,
      body: { submission, lastSeq },
    });
  const aside = () => connection.collection('aside').find({ sitting: pupil.sitting }).sort({ at: 1 }).toArray();

  it('begins only with both consents, and not after one is taken back', async () => {
    expect((await open()).body.slug).toBe('consent-missing');
    await consent('given');
    await consent('withdrawn');
    expect((await open()).body.slug).toBe('consent-missing');
    await consent('given');
    expect((await open()).status).toBe(200);
  });

  it('comes back to the sitting there is, on whatever device', async () => {
    const elsewhere = await enterPupil(service, service.code('pupil-kk'));
    expect(elsewhere.sitting).toBe(pupil.sitting);
    expect(await open(pupil.sitting)).toMatchObject({ status: 200 });
  });

  it('waits for every answer the device has given out', async () => {
    await send([answer(1), answer(2)]);
    expect((await submit(3)).body.slug).toBe('answers-missing');
    await send([answer(3)]);
  });

  it('keeps a conflicting batch aside, once, with what it said', async () => {
    const batch = randomUUID();
    await send([answer(4)], batch);
    const twice = [await send([answer(4, 5)], batch), await send([answer(4, 5)], batch)];
    expect(twice.map(({ body }) => body.slug)).toEqual(['batch-conflict', 'batch-conflict']);
    expect(await aside()).toMatchObject([{ batch, kind: 'conflict', answers: [{ item: 'E4', value: 5 }] }]);
  });

  it('is done once, and is the same success again', async () => {
    const submission = randomUUID();
    const receipts = [await submit(4, submission), await submit(4, submission), await submit(4)];
    expect(receipts.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(receipts[1]?.body).toEqual(receipts[0]?.body);
    expect(receipts[0]?.body.answered).toBe(4);
    expect(await connection.collection('results').countDocuments({ pid: (await sitting())?.pid })).toBe(1);
  });
  const sitting = () => service.stores.sittings.byId(pupil.sitting);

  it('scores on the second try what the first closed but could not score', async () => {
    const results = connection.collection<{ _id: string }>('results');
    await results.deleteOne({ _id: pupil.sitting });
    expect((await submit(2)).status).toBe(200);
    expect(await results.countDocuments({ _id: pupil.sitting })).toBe(1);
  });

  it('takes nothing more, but keeps what comes late', async () => {
    const before = await sitting();
    expect((await send([answer(5)])).body.slug).toBe('sitting-submitted');
    expect(await sitting()).toEqual(before);
    expect((await aside()).map(({ kind }) => kind)).toEqual(['conflict', 'late']);
  });

  it('gives a result that can be made again, the same, at any time', async () => {
    const read = async () =>
      (
        await call<PupilResult>(service, 'GET', `/api/sittings/${pupil.sitting}/result?language=kk`, {
          token: pupil.token,
        })
      ).body;
    const first = await read();
    await connection.collection<{ _id: string }>('results').deleteOne({ _id: pupil.sitting });
    expect({ ...(await read()), computedAt: '' }).toEqual({ ...first, computedAt: '' });
  });

  it('shows the counsellor nothing once consent is taken back', async () => {
    const { token } = await enterStaff(service, 'demo-counsellor');
    const pid = (await sitting())?.pid;
    const read = async (path: string) =>
      (
        await call<{ result?: unknown; slug?: string }>(service, 'GET', `/api/pupils/${pid}/${path}?language=kk`, {
          token,
        })
      ).body;
    expect((await read('profile')).result).not.toBeNull();
    await consent('withdrawn');
    expect((await read('profile')).result).toBeNull();
    expect((await read('explanations/openness')).slug).toBe('not-found');
    await consent('given');
    expect((await read('profile')).result).not.toBeNull();
  });

  it('takes the short form too: fields that fit, and no word of an invitation', async () => {
    const short = { instrument: 'kasip-9-short', instrumentVersion: '1.0.0' };
    await connection.collection('campaigns').updateMany({}, { $set: short });
    const { token, uploadToken, sitting: id } = await enterPupil(service, service.code('pupil-ru'));
    const as = { token: uploadToken };
    const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'ru' };
    await call(service, 'POST', '/api/pupil/assents', { token, body });
    await call(service, 'PUT', `/api/sittings/${id}`, { token, body: { language: 'ru' } });
    const form = service.stores.instruments.current(short.instrument).instrument;
    const { answers } = createSimulator(form)(7, demoGroup({ language: 'ru', rural: true }));
    const given = form.items.map((item, index) => ({
      ...answer(index + 1, answers[item.id]),
      item: item.id,
      language: 'ru',
    }));
    const batch = `/api/sittings/${id}/batches/${randomUUID()}`;
    expect(await call(service, 'PUT', batch, { ...as, body: { answers: given } })).toMatchObject({ status: 200 });
    const handedIn = { submission: randomUUID(), lastSeq: given.length };
    await call(service, 'PUT', `/api/sittings/${id}/submission`, { ...as, body: handedIn });
    const result = await call<PupilResult>(service, 'GET', `/api/sittings/${id}/result?language=ru`, { token });
    expect(result.body).toMatchObject({ invitation: null });
    expect(result.body.fields?.fields.length).toBeGreaterThan(2);
    expect((await service.stores.results.byId(id))?.propensity ?? null).toBeNull();
  });
});
