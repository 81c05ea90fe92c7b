import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErasureList, ErasureRow, OwnErasure } from '../../server/contract/erasure.schema.ts';
import type { AnswerReceipt, SubmissionReceipt } from '../../server/contract/sitting.schema.ts';
import { makeRelease } from '../../server/report/release.ts';
import { pupilHolders } from '../../server/store/pupil-holders.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { replayErasures } from '../../server/task/replay-erasures.ts';
import { call, startService, type TestService } from './harness.ts';
import { enter, enterPupil, enterStaff, type PupilTokens } from './personas.ts';

type Anything = Record<string, unknown>;

describe('erasure', () => {
  let service: TestService;
  let operator: string;
  let pupil: PupilTokens;
  let pid: string;
  let before: Map<string, Anything[]>;
  const connection = mongoose.createConnection();

  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
    operator = (await enterStaff(service, 'demo-operator')).token;
    pupil = await enterPupil(service, service.code('pupil-finished'));
    pid = (await service.stores.sittings.byId(pupil.sitting))?.pid ?? '';
    await service.stores.rollups.catchUp();
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const everything = async (): Promise<Map<string, Anything[]>> => {
    const found = new Map<string, Anything[]>();
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
      found.set(name, await connection.collection<Anything>(name).find().toArray());
    return found;
  };
  /** Collections with a document that holds any of these texts. */
  const holding = (all: Map<string, Anything[]>, ...texts: string[]): string[] =>
    [...all]
      .filter(([, documents]) => documents.some((one) => texts.some((text) => JSON.stringify(one).includes(text))))
      .map(([name]) => name)
      .sort();
  const own = (method: string) => call<OwnErasure>(service, method, '/api/pupil/erasure', { token: pupil.token });
  const list = async () =>
    (await call<ErasureList>(service, 'GET', '/api/erasures', { token: operator })).body.erasures;
  const decide = (id: string, decision: string, reason = '') =>
    call<ErasureRow>(service, 'PUT', `/api/erasures/${id}/decision`, { token: operator, body: { decision, reason } });
  const verified = async () => service.stores.rollups.verify('demo-61');

  it('is declared for every collection the stores know', () => {
    const source = readdirSync('server/store')
      .map((file) => readFileSync(`server/store/${file}`, 'utf8'))
      .join('\n');
    const named = [
      ...[...source.matchAll(/\.collection(?:<[^'()]*>)?\(\s*'(\w+)'/g)].map(([, name]) => name ?? ''),
      ...[...source.matchAll(/connection\.model\('\w+', \w+, '(\w+)'\)/g)].map(([, name]) => name ?? ''),
      ...[...source.matchAll(/collection: '(\w+)'/g)].map(([, name]) => name ?? ''),
    ];
    expect(new Set(named).size).toBeGreaterThan(15);
    expect([...new Set(named)].filter((name) => !Object.hasOwn(pupilHolders, name))).toEqual([]);
  });

  it('is asked for by the pupil, seen by the guardian’s side, and taken back', async () => {
    expect((await own('GET')).body.state).toBeNull();
    expect((await own('PUT')).body).toMatchObject({ state: 'asked', by: 'pupil' });
    expect((await own('PUT')).body.state).toBe('asked');
    expect(await list()).toHaveLength(1);
    expect((await own('DELETE')).body.state).toBeNull();
    const guardian = await enter(service, 'guardian', randomUUID());
    const asked = await call<OwnErasure>(service, 'PUT', '/api/guardian/erasure', guardian);
    expect(asked.body).toMatchObject({ state: 'asked', by: 'guardian' });
    const theirs = (await list()).find(({ state, by }) => state === 'asked' && by === 'guardian');
    expect((await decide(theirs?.id ?? '', 'decline')).status).toBe(422);
    const reason = 'Соттың талабы бойынша сақталады';
    expect((await decide(theirs?.id ?? '', 'decline', reason)).body).toMatchObject({ state: 'declined', reason });
    expect((await call<OwnErasure>(service, 'GET', '/api/guardian/erasure', guardian)).body.reason).toBe(reason);
  });

  it('leaves nothing of the child but keyed hashes and an id that leads nowhere', async () => {
    const campaign = await service.stores.catalogue.campaign('demo-61');
    if (campaign === null) throw new Error('no campaign');
    await makeRelease(service.stores, campaign, new Date());
    before = await everything();
    expect(holding(before, pid)).toEqual(
      expect.arrayContaining(['codes', 'consents', 'identities', 'pupils', 'results', 'sittings']),
    );
    await own('PUT');
    const request = (await list()).find(({ state }) => state === 'asked');
    const done = await decide(request?.id ?? '', 'confirm');
    expect(done.body).toMatchObject({ state: 'done', school: null });
    const after = await everything();
    const stays = Object.entries(pupilHolders).flatMap(([name, { kind }]) => (kind === 'stays' ? [name] : []));
    const left = holding(after, pid, pupil.sitting);
    expect(left.filter((name) => !stays.includes(name))).toEqual([]);
    expect(left).toEqual(['audit']);
    expect(after.get('releases')).toEqual(before.get('releases'));
    expect(after.get('tombstones')?.length).toBeGreaterThanOrEqual(3);
    expect(await service.stores.audit.verify()).toBeNull();
  });

  it('shuts the door on the child’s code and device', async () => {
    const entered = await call(service, 'POST', '/api/pupil-sessions', {
      body: { code: service.code('pupil-finished'), sitting: randomUUID() },
    });
    expect(entered.status).toBe(401);
    expect((await own('GET')).status).toBe(401);
  });

  it('acknowledges what a device sends long after, and keeps nothing of it', async () => {
    const answers = [{ item: 'E1', value: 3, seq: 900, atMs: 1, language: 'kk' }];
    const path = `/api/sittings/${pupil.sitting}`;
    const { uploadToken: token } = pupil;
    const batch = randomUUID();
    const sent = await call<AnswerReceipt>(service, 'PUT', `${path}/batches/${batch}`, { token, body: { answers } });
    expect(sent).toMatchObject({ status: 200, body: { batch, stored: 1 } });
    const submission = { submission: batch, lastSeq: 900 };
    const handed = await call<SubmissionReceipt>(service, 'PUT', `${path}/submission`, { token, body: submission });
    expect(handed).toMatchObject({ status: 200, body: { answered: 0 } });
    expect((await call(service, 'PUT', `${path}/presence`, { token, body: { lastSeq: 900 } })).status).toBe(204);
    expect(holding(await everything(), pupil.sitting, batch)).toEqual([]);
  });

  it('keeps the counts in groups of ten and more only, and a rebuild gives the counters minus what was kept', async () => {
    const results = (before.get('results') ?? []) as unknown as ResultDocument[];
    const sizeOf = (one: ResultDocument) =>
      results.filter(
        ({ campaign, school, language, sex }) =>
          campaign === one.campaign && school === one.school && language === one.language && sex === one.sex,
      ).length;
    const first = await verified();
    expect(first.faults).toEqual([]);
    const others = results.filter((one) => one.campaign === 'demo-61' && one.pid !== pid);
    const small = others.find((one) => sizeOf(one) < 9);
    const large = others.find((one) => sizeOf(one) > 12);
    const total = await service.stores.rollups.countOf('demo-61');
    await service.stores.eraseNow(small?.pid ?? '', 'retention', new Date());
    expect(await service.stores.rollups.countOf('demo-61')).toBe(total - 1);
    expect(await verified()).toMatchObject({ kept: first.kept, results: first.results - 1, faults: [] });
    await service.stores.eraseNow(large?.pid ?? '', 'retention', new Date());
    expect(await service.stores.rollups.countOf('demo-61')).toBe(total - 1);
    expect(await verified()).toMatchObject({ kept: first.kept + 1, results: first.results - 2, faults: [] });
    await service.stores.rollups.rebuild(['demo-61']);
    expect(await verified()).toMatchObject({ kept: first.kept + 1, results: first.results - 2, faults: [] });
  });

  it('goes on where it was cut short', async () => {
    const victim = ((before.get('results') ?? []) as unknown as ResultDocument[]).find(
      ({ region }) => region === 'KZ-71',
    );
    const gone = victim?.pid ?? '';
    const base = { by: 'pupil', cause: 'request', askedAt: new Date(), doneAt: null, outcome: null } as const;
    const rest = { decidedAt: null, decidedBy: null, reason: null, school: victim?.school ?? '' };
    const _id = randomUUID();
    await service.stores.erasures.ask({ _id, pid: gone, state: 'erasing', ...base, ...rest });
    // As after a crash: some of it is gone already.
    await connection.collection<{ _id: string }>('pupils').deleteOne({ _id: gone });
    await service.stores.finishErasures(new Date());
    expect(holding(await everything(), gone)).toEqual([]);
    expect((await list()).find(({ id }) => id === _id)?.state).toBe('done');
  });

  it('sends a child away again whom a restored backup brought back', async () => {
    const names = ['identities', 'pupils', 'codes', 'consents', 'sittings', 'results'];
    await connection.collection('tombstones').deleteMany({});
    for (const name of names) {
      const old = (before.get(name) ?? []).filter((one) => one._id === pid || one.pid === pid);
      if (old.length > 0) await connection.collection<Anything>(name).insertMany(old);
    }
    expect(holding(await everything(), pid)).toEqual(expect.arrayContaining(names));
    const outcome = await replayErasures(service.stores, [service.secrets.ledgerFile]);
    expect(outcome.erased).toBeGreaterThan(0);
    expect(outcome.tombstones).toBeGreaterThanOrEqual(3);
    expect(holding(await everything(), pid)).toEqual(['audit']);
    expect((await replayErasures(service.stores, [service.secrets.ledgerFile])).erased).toBe(0);
  });
});
