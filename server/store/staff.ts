import { type Connection, Schema } from 'mongoose';
import type { Role } from '../contract/session.schema.ts';
import type { Language, Words } from '../domain/language.ts';
import { reachOf, type StaffGrant } from '../domain/staff-reach.ts';

export type StaffPost = 'counsellor' | 'psychologist' | 'class-teacher';
export type ProviderLink = { issuer: string; subject: string };

export type StaffRecord = {
  _id: string;
  email: string;
  name: string;
  /** Empty: no password yet, and none that would fit. */
  passwordHash: string;
  role: Role;
  /** What a counsellor is at school. */
  post?: StaffPost | null;
  language: Language;
  schools: string[];
  grants?: StaffGrant[];
  region: string | null;
  organisation: string | null;
  place: Words;
  demo: boolean;
  disabledAt: Date | null;
  secondFactorAt?: Date | null;
  /** Who this person is to the identity providers they have come through. */
  links?: ProviderLink[];
};

const text = { type: String, required: true } as const;
const grant = new Schema<StaffGrant>(
  {
    id: text,
    school: text,
    classes: { type: [String], default: null },
    kind: text,
    from: { type: Date, required: true },
    until: Date,
    endedAt: Date,
    grantedBy: text,
  },
  { _id: false },
);
const link = new Schema<ProviderLink>({ issuer: text, subject: text }, { _id: false });
const staff = new Schema<StaffRecord>({
  _id: text,
  email: text,
  name: text,
  passwordHash: String,
  role: text,
  post: String,
  language: text,
  schools: [text],
  grants: [grant],
  region: String,
  organisation: String,
  place: { kk: text, ru: text, en: text },
  demo: { type: Boolean, required: true },
  disabledAt: Date,
  secondFactorAt: Date,
  links: [link],
});

type Named = Pick<StaffRecord, '_id' | 'name'>;

export type StaffStore = ReturnType<typeof staffStore>;

/** Staff accounts. E-mails are kept in lower case. */
export function staffStore(connection: Connection) {
  const accounts = connection.model('Staff', staff, 'staff');
  const only = (id: string) => ({ _id: { $eq: id } });
  return {
    byEmail: (email: string) => accounts.findOne({ email: { $eq: email.trim().toLowerCase() } }).lean<StaffRecord>(),
    byId: (id: string) => accounts.findOne(only(id)).lean<StaffRecord>(),
    byLink: ({ issuer, subject }: ProviderLink) =>
      accounts
        .findOne({ links: { $elemMatch: { issuer: { $eq: issuer }, subject: { $eq: subject } } } })
        .lean<StaffRecord>(),
    /** Counsellors who reach the pupils of a class now. */
    reaching: async (school: string, schoolClass: string, now: Date): Promise<Named[]> => {
      const here = [{ schools: { $eq: school } }, { 'grants.school': { $eq: school } }];
      const found = await accounts
        .find({ role: 'counsellor', disabledAt: null, $or: here })
        .sort({ _id: 1 })
        .lean<StaffRecord[]>();
      return found.filter((account) => {
        const { schools, classes } = reachOf(account, now);
        return schools.includes(school) || classes.some((one) => one.class === schoolClass);
      });
    },
    /** Everyone of a role, in a region or (null) wherever. */
    ofRole: (role: Role, region: string | null): Promise<Named[]> =>
      accounts
        .find(
          { role: { $eq: role }, ...(region === null ? {} : { region: { $eq: region } }), disabledAt: null },
          { name: 1 },
        )
        .sort({ _id: 1 })
        .lean<Named[]>()
        .exec(),
    ofRegion: (region: string): Promise<StaffRecord[]> =>
      accounts
        .find({ region: { $eq: region } })
        .sort({ name: 1 })
        .limit(5000)
        .lean<StaffRecord[]>()
        .exec(),
    /** Everyone of a university, a college or a sponsor. */
    ofOrganisations: (): Promise<StaffRecord[]> =>
      accounts
        .find({ role: { $in: ['university', 'sponsor'] } })
        .sort({ name: 1 })
        .limit(5000)
        .lean<StaffRecord[]>()
        .exec(),
    names: async (ids: readonly string[]): Promise<Map<string, string>> => {
      const found = await accounts.find({ _id: { $in: [...ids] } }, { name: 1 }).lean<Named[]>();
      return new Map(found.map(({ _id, name }) => [_id, name]));
    },
    add: (all: readonly StaffRecord[]) => accounts.insertMany([...all]),
    /** Changes what is named and leaves the rest. */
    change: (
      id: string,
      change: Partial<Pick<StaffRecord, 'passwordHash' | 'schools' | 'disabledAt' | 'secondFactorAt'>>,
    ) => accounts.updateOne(only(id), { $set: change }),
    grant: (id: string, fresh: StaffGrant) => accounts.updateOne(only(id), { $push: { grants: fresh } }),
    /** Ends a grant, once; its line stays. False where it is unknown or has ended. */
    endGrant: async (id: string, grantId: string, at: Date): Promise<boolean> => {
      const running = { grants: { $elemMatch: { id: { $eq: grantId }, endedAt: null } } };
      return (
        (await accounts.updateOne({ ...only(id), ...running }, { $set: { 'grants.$.endedAt': at } })).matchedCount === 1
      );
    },
    link: (id: string, fresh: ProviderLink) => accounts.updateOne(only(id), { $push: { links: fresh } }),
    count: () => accounts.countDocuments(),
  };
}
