import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignReport } from '../../server/contract/campaign.schema.ts';
import type { CreatedPupil, IssuedCodes, Profile, PupilList } from '../../server/contract/school.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { foldCode } from '../../server/domain/access-code.ts';
import { checkDigit } from '../../server/domain/iin.ts';
import { identityStore } from '../../server/store/identities.ts';
import { identityVault, type NamedKey } from '../../server/store/identity-vault.ts';
import { freshDatabase } from '../database.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const iin = (): string => {
  for (let number = 6000; ; number += 1) {
    const digit = checkDigit(`1105146${number}`);
    if (digit !== null) return `1105146${number}${digit}`;
  }
};
const person = {
  familyName: 'Құпиябаева',
  givenName: 'Сырлыгүл',
  birthDate: '2011-05-14',
  sex: 'female',
  language: 'kk',
  iin: iin(),
};

describe('a pupil’s identity', () => {
  let service: TestService;
  let token: string;
  let pid: string;
  let codes: IssuedCodes;
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
    token = (await enterStaff(service, 'demo-counsellor')).token;
    pid = (await call<CreatedPupil>(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: person })).body.pid;
    codes = (await call<IssuedCodes>(service, 'POST', `/api/pupils/${pid}/codes`, { token, body: {} })).body;
    const paper = {
      purpose: 'assessment',
      party: 'guardian',
      action: 'given',
      wording: 'assessment-1',
      language: 'kk',
      signedOn: '2026-01-15',
      signedBy: 'Құпиябаев Әке',
    };
    await call(service, 'POST', `/api/pupils/${pid}/consents`, { token, body: paper });
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const identities = () => connection.collection<{ _id: string; sealed: Record<string, string> }>('identities');
  /** Every document of the database as the bytes that lie on the disk. */
  const everything = async (): Promise<Buffer> => {
    const names = (await connection.db?.listCollections().toArray()) ?? [];
    const found = await Promise.all(
      names.map(({ name }) => connection.collection(name).find({}, { raw: true }).toArray()),
    );
    return Buffer.concat(found.flat().map((document) => document as unknown as Buffer));
  };

  it('is read back by the school, by name', async () => {
    const { body } = await call<PupilList>(service, 'GET', '/api/classes/s-1-9-1/pupils', { token });
    expect(body.pupils.find((row) => row.pid === pid)?.name).toBe('Құпиябаева Сырлыгүл');
  });

  it('lies nowhere in the database in clear, nor do codes, passwords or what signs in', async () => {
    const { cookie } = await enterStaff(service, 'demo-counsellor');
    const entered = await call<PupilSession>(service, 'POST', '/api/pupil-sessions', {
      body: { code: codes.pupilCode, sitting: randomUUID() },
    });
    const bytes = await everything();
    expect(bytes.length).toBeGreaterThan(500_000);
    expect(bytes.includes('counsellor@demo.ustaz.example')).toBe(true);
    const secrets = [
      ...[person.familyName, person.givenName, person.birthDate, person.iin, 'Құпиябаев Әке'],
      ...[codes.pupilCode, codes.guardianCode].flatMap((code) => [code, foldCode(code) ?? '']),
      ...[service.password, cookie.split('.')[1] ?? '', token, entered.body.token, entered.body.uploadToken],
    ];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(7);
      for (const form of [
        secret,
        Buffer.from(secret).toString('base64').replace(/=+$/, ''),
        Buffer.from(secret).toString('hex'),
      ])
        expect(bytes.includes(form), secret).toBe(false);
    }
  });

  it('is found by its IIN and never entered twice', async () => {
    expect(await service.stores.identities.findByIin(person.iin)).toEqual({ _id: pid });
    const again = await call(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: person });
    expect([again.status, again.body.slug]).toEqual([409, 'already-there']);
    const wrong = { ...person, iin: person.iin.replace(/.$/, (last) => String((Number(last) + 1) % 10)) };
    expect((await call(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: wrong })).status).toBe(422);
  });

  it('does not open for another pupil when someone swaps two names in the database', async () => {
    const other = await identities().findOne({ _id: { $ne: pid } });
    const mine = await identities().findOne({ _id: pid });
    await identities().updateOne({ _id: pid }, { $set: { 'sealed.familyName': other?.sealed.familyName } });
    await expect(service.stores.identities.of(pid)).rejects.toThrow();
    await identities().updateOne({ _id: pid }, { $set: { 'sealed.familyName': mine?.sealed.familyName } });
    expect((await service.stores.identities.of(pid))?.familyName).toBe(person.familyName);
  });

  it('is put under a new master key with nothing sealed anew, and then needs the old one no more', async () => {
    const { masterKeys, lookupKey } = service.secrets;
    const apart = connection.useDb(freshDatabase().name).db;
    if (apart === undefined) throw new Error('not connected');
    const under = (keys: readonly NamedKey[]) => identityStore(apart, identityVault(keys, lookupKey));
    const pids = Array.from({ length: 12 }, () => randomUUID());
    const { sex: _sex, language: _language, iin: _iin, ...names } = person;
    await under(masterKeys).add(
      pids.map((one) => ({ pid: one, identity: { ...names, iin: null } })),
      new Date(),
    );
    const sealed = async () =>
      (await apart.collection('identities').find().sort({ _id: 1 }).toArray()).map((one) => one.sealed);
    const before = await sealed();
    const fresh = { id: 'k-new', key: createSecretKey(randomBytes(32)) };
    expect(await under([fresh, ...masterKeys]).rewrapAll('k-new')).toBe(12);
    expect(await under([fresh, ...masterKeys]).rewrapAll('k-new')).toBe(0);
    expect(await sealed()).toEqual(before);
    expect((await under([fresh]).ofMany(pids)).size).toBe(12);
    await expect(under(masterKeys).of(pids[0] ?? '')).rejects.toThrow(/k-new/);
    await apart.dropDatabase();
  });

  it('can be removed: the name is gone, the results are counted as before', async () => {
    const department = (await enterStaff(service, 'demo-department')).token;
    const report = async () =>
      (await call<CampaignReport>(service, 'GET', '/api/campaigns/demo-61/report', { token: department })).body;
    const before = await report();
    const counted = await service.stores.results.countOf('demo-61');
    const submitted = (await service.stores.sittings.submitted({ campaign: 'demo-61' }).toArray()).filter(
      ({ school }) => school === 's-1',
    );
    await identities().deleteMany({ _id: { $in: submitted.map((sitting) => sitting.pid) } });
    await connection.collection('releases').deleteMany({});
    expect(await service.stores.results.countOf('demo-61')).toBe(counted);
    expect({ ...(await report()), releasedAt: '' }).toEqual({ ...before, releasedAt: '' });
    const one = submitted[0]?.pid;
    const { status, body } = await call<Profile>(service, 'GET', `/api/pupils/${one}/profile?language=kk`, { token });
    expect([status, body.name]).toEqual([200, '—']);
    expect(JSON.stringify((await call(service, 'GET', '/api/classes/s-1-9-1/pupils', { token })).body)).toContain(
      '"—"',
    );
  });
});
