import { type Connection, type Model, Schema } from 'mongoose';
import type { Language, Words } from '../domain/language.ts';

export type Region = { _id: string; names: Words; column: number; row: number; validFrom: Date; validTo: Date | null };
export type District = { _id: string; region: string; names: Words };
export type School = {
  _id: string;
  district: string;
  region: string;
  names: Words;
  locality: 'rural' | 'urban';
  languages: Language[];
  demo: boolean;
};
export type SchoolClass = {
  _id: string;
  school: string;
  name: string;
  grade: number;
  language: Language;
  year: number;
};
export type CampaignRecord = {
  _id: string;
  region: string;
  title: Words;
  year: number;
  instrument: string;
  instrumentVersion: string;
  languages: Language[];
  /** Which schools take part; null: every school of the region. */
  schools: string[] | null;
  opensAt: Date;
  closesAt: Date;
  demo: boolean;
};

const text = { type: String, required: true } as const;
const words = { kk: text, ru: text, en: text };
const when = { type: Date, required: true } as const;
const number = { type: Number, required: true } as const;
const flag = { type: Boolean, required: true } as const;

const region = new Schema<Region>({
  _id: text,
  names: words,
  column: number,
  row: number,
  validFrom: when,
  validTo: Date,
});
const district = new Schema<District>({ _id: text, region: text, names: words });
const school = new Schema<School>({
  _id: text,
  district: text,
  region: text,
  names: words,
  locality: { type: String, required: true, enum: ['rural', 'urban'] },
  languages: [text],
  demo: flag,
});
const schoolClass = new Schema<SchoolClass>({
  _id: text,
  school: text,
  name: text,
  grade: number,
  language: text,
  year: number,
});
const campaign = new Schema<CampaignRecord>({
  _id: text,
  region: text,
  title: words,
  year: number,
  instrument: text,
  instrumentVersion: text,
  languages: [text],
  schools: { type: [String], default: null },
  opensAt: when,
  closesAt: when,
  demo: flag,
});

export type CatalogueStore = ReturnType<typeof catalogueStore>;

/** The slow-changing catalogue: places, classes, campaigns. Read lean, through mongoose. */
export function catalogueStore(connection: Connection) {
  const regions = connection.model('Region', region, 'regions');
  const districts = connection.model('District', district, 'districts');
  const schools = connection.model('School', school, 'schools');
  const classes = connection.model('SchoolClass', schoolClass, 'classes');
  const campaigns = connection.model('Campaign', campaign, 'campaigns');

  return {
    regions: () => regions.find().sort({ _id: 1 }).lean<Region[]>(),
    region: (id: string) => regions.findById(id).lean<Region>(),
    district: (id: string) => districts.findById(id).lean<District>(),
    districtsOf: (id: string) => districts.find({ region: id }).sort({ _id: 1 }).lean<District[]>(),
    school: (id: string) => schools.findById(id).lean<School>(),
    schoolsOf: (id: string) => schools.find({ region: id }).sort({ _id: 1 }).lean<School[]>(),
    schoolCounts: async () =>
      new Map(
        (await schools.aggregate<{ _id: string; n: number }>([{ $group: { _id: '$region', n: { $sum: 1 } } }])).map(
          ({ _id, n }) => [_id, n],
        ),
      ),
    class: (id: string) => classes.findById(id).lean<SchoolClass>(),
    classesOf: (id: string) => classes.find({ school: id }).sort({ name: 1 }).lean<SchoolClass[]>(),
    campaign: (id: string) => campaigns.findById(id).lean<CampaignRecord>(),
    campaigns: (only: { region?: string }) =>
      campaigns
        .find(only.region === undefined ? {} : { region: only.region })
        .sort({ opensAt: -1, _id: 1 })
        .limit(500)
        .lean<CampaignRecord[]>(),
    /** The campaign a school sits in now: open, of its region, naming it or every school; the one that closes last. */
    openCampaign: (region: string, school: string, now: Date) =>
      campaigns
        .findOne({ region, opensAt: { $lte: now }, closesAt: { $gt: now }, schools: { $in: [null, school] } })
        .sort({ closesAt: -1, _id: 1 })
        .lean<CampaignRecord>(),

    /** Adds the regions that are missing; those that are there stay as they are. */
    addRegions: (all: readonly Region[]) => upsertAll(regions, all),
    addDistricts: (all: readonly District[]) => upsertAll(districts, all),
    addSchools: (all: readonly School[]) => schools.insertMany([...all]),
    addClasses: (all: readonly SchoolClass[]) => classes.insertMany([...all]),
    addCampaigns: (all: readonly CampaignRecord[]) => campaigns.insertMany([...all]),
  };
}

async function upsertAll<T extends { _id: string }>(model: Model<T>, all: readonly T[]): Promise<void> {
  const documents = all.map((document) => ({ ...document }));
  await model.collection.bulkWrite(
    documents.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    })) as never,
    { ordered: false },
  );
}
