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
  /** The school year in which it was made or last moved up, by the calendar year it begins in; its name may serve for years. */
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

/** By id and nothing else: were an object ever to come here, it would fail to be a text, not act as an operator. */
const only = (id: string) => ({ _id: { $eq: id } });

/** Sorted first, so that the index alone is read. */
const countByRegion = [{ $sort: { region: 1 as const } }, { $group: { _id: '$region', n: { $sum: 1 } } }];

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
    region: (id: string) => regions.findOne(only(id)).lean<Region>(),
    /** Every district there is, as the forms name them. */
    districts: () => districts.find().sort({ _id: 1 }).hint({ _id: 1 }).limit(1000).lean<District[]>(),
    district: (id: string) => districts.findOne(only(id)).lean<District>(),
    districtsOf: (id: string) =>
      districts
        .find({ region: { $eq: id } })
        .sort({ _id: 1 })
        .lean<District[]>(),
    school: (id: string) => schools.findOne(only(id)).lean<School>(),
    schoolsOf: (id: string) =>
      schools
        .find({ region: { $eq: id } })
        .sort({ _id: 1 })
        .lean<School[]>(),
    schoolCounts: async () =>
      new Map((await schools.aggregate<{ _id: string; n: number }>(countByRegion)).map(({ _id, n }) => [_id, n])),
    class: (id: string) => classes.findOne(only(id)).lean<SchoolClass>(),
    classesById: async (ids: readonly string[]) =>
      new Map((await classes.find({ _id: { $in: [...ids] } }).lean<SchoolClass[]>()).map((one) => [one._id, one])),
    classesOf: (id: string) =>
      classes
        .find({ school: { $eq: id } })
        .sort({ name: 1 })
        .lean<SchoolClass[]>(),
    campaign: (id: string) => campaigns.findOne(only(id)).lean<CampaignRecord>(),
    campaigns: (of: { region?: string }) =>
      campaigns
        .find(of.region === undefined ? {} : { region: { $eq: of.region } })
        .sort({ opensAt: -1, _id: 1 })
        .limit(500)
        .lean<CampaignRecord[]>(),
    /** The campaign a school sits in now: open, of its region, naming it or every school; the one that closes last. */
    openCampaign: (region: string, school: string, now: Date) =>
      campaigns
        .findOne({
          region: { $eq: region },
          opensAt: { $lte: now },
          closesAt: { $gt: now },
          schools: { $in: [null, school] },
        })
        .sort({ closesAt: -1, _id: 1 })
        .lean<CampaignRecord>(),

    /** Adds the regions that are missing; those that are there stay as they are. */
    addRegions: (all: readonly Region[]) => upsertAll(regions, all),
    addDistricts: (all: readonly District[]) => upsertAll(districts, all),
    addSchools: (all: readonly School[]) => schools.insertMany([...all]),
    addClasses: (all: readonly SchoolClass[]) => classes.insertMany([...all]),
    /** Adds the classes that are not there; doing it again changes nothing. */
    addMissingClasses: (all: readonly SchoolClass[]) => upsertAll(classes, all),
    changeClass: (
      id: string,
      { name, grade, language, year }: Pick<SchoolClass, 'name' | 'grade' | 'language' | 'year'>,
    ) => classes.updateOne(only(id), { $set: { name, grade, language, year } }),
    removeClasses: (ids: readonly string[]) => classes.deleteMany({ _id: { $in: [...ids] } }),
    addCampaigns: (all: readonly CampaignRecord[]) => campaigns.insertMany([...all]),
  };
}

async function upsertAll<T extends { _id: string }>(
  model: Pick<Model<unknown>, 'collection'>,
  all: readonly T[],
): Promise<void> {
  if (all.length === 0) return;
  const documents = all.map((document) => ({ ...document }));
  await model.collection.bulkWrite(
    documents.map(({ _id, ...rest }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
    })) as never,
    { ordered: false },
  );
}
