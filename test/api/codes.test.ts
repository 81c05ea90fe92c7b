import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { IssuedCodes } from '../../server/contract/school.schema.ts';
import { makeCode, printCode } from '../../server/domain/access-code.ts';
import { call, insist, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

const dayMs = 86_400_000;

describe('access codes', () => {
  let service: TestService;
  let counsellor: string;
  let pids: string[];
  beforeAll(async () => {
    service = await startService();
    counsellor = (await enterStaff(service, 'demo-counsellor')).token;
    pids = (await service.stores.pupils.ofSchool('s-1')).map(({ _id }) => _id).slice(0, 30);
  });
  afterEach(() => service.setNow(null));
  afterAll(() => service.close());

  const issue = async (pid: string): Promise<IssuedCodes> =>
    (await call<IssuedCodes>(service, 'POST', `/api/pupils/${pid}/codes`, { token: counsellor, body: {} })).body;
  /** As the page does, asks again where the service says it is too busy. */
  const knock = async (code: string, door = 'pupil') => {
    const body = door === 'pupil' ? { code, sitting: randomUUID() } : { code };
    const reply = await insist(() => call<ProblemBody>(service, 'POST', `/api/${door}-sessions`, { body }));
    return { status: reply.status, body: { ...reply.body, requestId: '' }, retry: reply.headers.get('retry-after') };
  };

  it('let a class of thirty in at once from one address, mistyped ones among them', async () => {
    const codes: IssuedCodes[] = [];
    for (const pid of pids) codes.push(await issue(pid));
    const mistyped = codes.map(({ pupilCode }) => `${pupilCode.slice(0, -1)}${pupilCode.endsWith('A') ? 'B' : 'A'}`);
    const all = [...mistyped, ...codes.map(({ pupilCode }) => pupilCode), ...mistyped];
    const statuses = (await Promise.all(all.map((code) => knock(code)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  });

  it('answer alike whether a code is mistyped, unknown, of the other kind or of an earlier card', async () => {
    const earlier = await issue(pids[0] ?? '');
    const { guardianCode } = await issue(pids[0] ?? '');
    const unknown = printCode(makeCode(randomInt));
    const answers = await Promise.all(
      [unknown, 'ABC', guardianCode, earlier.pupilCode, '🙂'].map((code) => knock(code)),
    );
    expect(answers[0]).toMatchObject({ status: 401, body: { slug: 'code-unknown' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('open nothing of a guardian’s to a pupil’s code, nor the other way', async () => {
    const { pupilCode, guardianCode } = await issue(pids[1] ?? '');
    expect((await knock(pupilCode, 'guardian')).status).toBe(401);
    expect((await knock(guardianCode, 'guardian')).status).toBe(200);
  });

  it('end the sessions of the earlier card when a new one is issued, but not its upload', async () => {
    const { pupilCode } = await issue(pids[2] ?? '');
    const before = await enterPupil(service, pupilCode);
    const status = async () => (await call(service, 'GET', '/api/pupil/consents', { token: before.token })).status;
    expect(await status()).toBe(200);
    await issue(pids[2] ?? '');
    expect(await status()).toBe(401);
    const late = { answers: [{ item: 'E1', value: 1, seq: 900, atMs: 1, language: 'kk' }] };
    const path = `/api/sittings/${before.sitting}/batches/${randomUUID()}`;
    const upload = await call<ProblemBody>(service, 'PUT', path, { token: before.uploadToken, body: late });
    // This pupil had finished: what comes late is kept aside; the credential itself holds.
    expect([upload.status, upload.body.slug]).toEqual([409, 'sitting-submitted']);
  });

  it('end every session of the pupil on «finish on this computer», and stay good', async () => {
    const { pupilCode } = await issue(pids[3] ?? '');
    const [one, other] = [await enterPupil(service, pupilCode), await enterPupil(service, pupilCode)];
    expect((await call(service, 'DELETE', '/api/pupil-sessions/current', { token: one.token })).status).toBe(204);
    for (const { token } of [one, other]) {
      expect((await call(service, 'GET', `/api/sittings/${one.sitting}`, { token })).status).toBe(401);
    }
    expect((await knock(pupilCode)).status).toBe(200);
  });

  it('give sessions of ninety minutes and uploads of half a year past the campaign', async () => {
    const { pupilCode } = await issue(pids[4] ?? '');
    const { token, uploadToken } = await enterPupil(service, pupilCode);
    const campaign = await service.stores.catalogue.campaign('demo-61');
    const closesAt = campaign?.closesAt.getTime() ?? 0;
    const read = (held: string, at: number) => service.stores.tokens.read(held, new Date(at));
    expect(read(token, Date.now() + 89 * 60_000)).not.toBeNull();
    expect(read(token, Date.now() + 91 * 60_000)).toBeNull();
    expect(read(uploadToken, closesAt + 179 * dayMs)).not.toBeNull();
    expect(read(uploadToken, closesAt + 181 * dayMs)).toBeNull();
  });

  it('let a month-old queue in after the campaign has closed and the card was reissued', async () => {
    const { token, uploadToken, sitting } = await enterPupil(service, service.code('pupil-ru'));
    const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'ru' };
    await call(service, 'POST', '/api/pupil/assents', { token, body: assent });
    await call(service, 'PUT', `/api/sittings/${sitting}`, { token, body: { language: 'ru' } });
    const pid = (await service.stores.sittings.byId(sitting))?.pid ?? '';
    const closesAt = (await service.stores.catalogue.campaign('demo-61'))?.closesAt ?? new Date();
    await service.stores.codes.renew(pid, 'pupil', randomUUID());
    service.setNow(new Date(closesAt.getTime() + 30 * dayMs));
    const put = (path: string, body: unknown) =>
      call(service, 'PUT', `/api/sittings/${sitting}/${path}`, { token: uploadToken, body });
    const answers = [{ item: 'E1', value: 2, seq: 1, atMs: 1000, language: 'ru' }];
    expect((await put(`batches/${randomUUID()}`, { answers })).status).toBe(200);
    expect((await put('submission', { submission: randomUUID(), lastSeq: 1 })).status).toBe(200);
    service.setNow(new Date(closesAt.getTime() + 181 * dayMs));
    expect((await put(`batches/${randomUUID()}`, { answers })).status).toBe(401);
  });

  it('expire', async () => {
    const { pupilCode, expiresAt } = await issue(pids[5] ?? '');
    service.setNow(new Date(Date.parse(expiresAt) + 1000));
    expect(await knock(pupilCode)).toMatchObject({ status: 401, body: { slug: 'code-expired' } });
  });

  it('are not found by trying: wrong ones are slowed, a right one never', async () => {
    const { pupilCode } = await issue(pids[6] ?? '');
    // A minute of its own: the other tests' wrong codes count too.
    const now = new Date(Date.now() + 5 * 60_000);
    service.setNow(now);
    for (let tries = 0; tries < 600; tries += 1) service.stores.wrongCode(now);
    const slowed = await knock(printCode(makeCode(randomInt)));
    expect(slowed).toMatchObject({ status: 429, body: { slug: 'too-many-tries' }, retry: '60' });
    expect((await knock(pupilCode)).status).toBe(200);
  });
});
