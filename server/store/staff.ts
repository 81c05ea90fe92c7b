import { type Connection, Schema } from 'mongoose';
import type { Role } from '../contract/session.schema.ts';
import type { Language, Words } from '../domain/language.ts';

export type StaffRecord = {
  _id: string;
  email: string;
  name: string;
  passwordHash: string;
  role: Role;
  language: Language;
  schools: string[];
  region: string | null;
  organisation: string | null;
  place: Words;
  demo: boolean;
  disabledAt: Date | null;
};

const text = { type: String, required: true } as const;
const staff = new Schema<StaffRecord>({
  _id: text,
  email: text,
  name: text,
  passwordHash: text,
  role: text,
  language: text,
  schools: [text],
  region: String,
  organisation: String,
  place: { kk: text, ru: text, en: text },
  demo: { type: Boolean, required: true },
  disabledAt: Date,
});

export type StaffStore = ReturnType<typeof staffStore>;

/** Staff accounts. E-mails are kept in lower case. */
export function staffStore(connection: Connection) {
  const accounts = connection.model('Staff', staff, 'staff');
  return {
    byEmail: (email: string) => accounts.findOne({ email: { $eq: email.trim().toLowerCase() } }).lean<StaffRecord>(),
    byId: (id: string) => accounts.findOne({ _id: { $eq: id } }).lean<StaffRecord>(),
    /** Is there such an account, and has nobody disabled it? */
    mayWork: async (id: string): Promise<boolean> =>
      (await accounts.exists({ _id: { $eq: id }, disabledAt: null })) !== null,
    /** Counsellors who reach the pupils of a class now. */
    reaching: async (school: string, _schoolClass: string, _now: Date): Promise<Pick<StaffRecord, '_id' | 'name'>[]> =>
      accounts
        .find({ schools: { $eq: school }, role: 'counsellor', disabledAt: null }, { name: 1 })
        .sort({ _id: 1 })
        .lean<Pick<StaffRecord, '_id' | 'name'>[]>(),
    /** Everyone of a role, in a region or (null) wherever. */
    ofRole: async (role: Role, region: string | null): Promise<Pick<StaffRecord, '_id' | 'name'>[]> =>
      accounts
        .find(
          { role: { $eq: role }, ...(region === null ? {} : { region: { $eq: region } }), disabledAt: null },
          { name: 1 },
        )
        .sort({ _id: 1 })
        .lean<Pick<StaffRecord, '_id' | 'name'>[]>(),
    names: async (ids: readonly string[]): Promise<Map<string, string>> => {
      const found = await accounts
        .find({ _id: { $in: [...ids] } }, { name: 1 })
        .lean<Pick<StaffRecord, '_id' | 'name'>[]>();
      return new Map(found.map(({ _id, name }) => [_id, name]));
    },
    add: (all: readonly StaffRecord[]) => accounts.insertMany([...all]),
    count: () => accounts.countDocuments(),
  };
}
