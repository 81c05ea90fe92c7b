import mongoose, { Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/database.ts';
import { startService, type TestService } from './harness.ts';

/** What the database layer does when code above it is wrong: it fails, it never matches everything. */
describe('filters', () => {
  let service: TestService;
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  it('with a misspelled field throw, with strictQuery set before any model is made', async () => {
    expect(mongoose.get('strictQuery')).toBe('throw');
    const Staff = connection.model('Probe', new Schema({ email: String }), 'staff');
    await expect(Staff.find({ emial: 'x' }).exec()).rejects.toThrow(/not in schema/);
    expect(await Staff.find({ email: 'operator@demo.ustaz.example' })).toHaveLength(1);
  });

  it('that were given an operator for a value find nobody', async () => {
    const { staff, catalogue } = service.stores;
    const operator = { $ne: null } as unknown as string;
    await expect(Promise.resolve().then(() => staff.byEmail(operator))).rejects.toThrow();
    await expect(staff.byId(operator)).rejects.toThrow(/Cast/);
    await expect(catalogue.school(operator)).rejects.toThrow(/Cast/);
    await expect(catalogue.schoolsOf(operator)).rejects.toThrow(/Cast/);
    await expect(catalogue.classesOf(operator)).rejects.toThrow(/Cast/);
    await expect(catalogue.openCampaign(operator, 's-1', new Date())).rejects.toThrow(/Cast/);
  });

  it('whose value is missing match nothing', async () => {
    const missing = undefined as unknown as string;
    const { pupils, sittings, codes, staffSessions, identities, consents, catalogue } = service.stores;
    expect(await pupils.byId(missing)).toBeNull();
    expect(await pupils.ofClass(missing)).toEqual([]);
    expect(await pupils.ofSchool(missing)).toEqual([]);
    expect(await sittings.byId(missing)).toBeNull();
    expect(await sittings.ofPupil(missing, missing, null)).toBeNull();
    expect(await codes.isLive(missing, 'pupil', missing)).toBe(false);
    expect(await staffSessions.live(missing)).toBeNull();
    expect(await identities.of(missing)).toBeNull();
    expect(await consents.of(missing)).toEqual([]);
    expect(await catalogue.classesOf(missing)).toEqual([]);
  });

  it('cannot carry code into the database', async () => {
    const find = connection.collection('pupils').find({ $where: 'true' }).toArray();
    await expect(find).rejects.toThrow(/disabled|javascript|\$where/i);
  });

  it('of writes acknowledge nothing a majority does not have on its disks', async () => {
    const database = await openDatabase(service.mongoUri);
    const { writeConcern, readConcern, compressors } = database.connection.getClient().options;
    await database.close();
    expect(writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(readConcern).toMatchObject({ level: 'majority' });
    expect(compressors).toEqual(['none']);
  });
});
