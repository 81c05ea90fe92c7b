/** Ids of everything simulated. */
export type DemoIds = Record<'pupils' | 'sittings' | 'campaigns' | 'schools' | 'staff' | 'organisations', string[]>;

type Filter = Record<string, unknown>;
/** What of a collection goes with the demo: a filter, or why nothing of it does. */
export type DemoTrace = ((demo: DemoIds) => Filter) | { stays: string };

const marked: DemoTrace = () => ({ demo: true });
const ofPupil: DemoTrace = ({ pupils }) => ({ pid: { $in: pupils } });
const ofCampaign: DemoTrace = ({ campaigns }) => ({ campaign: { $in: campaigns } });
const isCampaign: DemoTrace = ({ campaigns }) => ({ _id: { $in: campaigns } });
const ofStaff =
  (field: string): DemoTrace =>
  ({ staff }) => ({ [field]: { $in: staff } });
/** Lines of the Alliance: the demo's own, and what its people added while they tried it out. */
const lineOf =
  (...authors: readonly string[]): DemoTrace =>
  ({ staff, organisations }) => ({
    $or: [
      { demo: true },
      ...authors.map((field) => ({ [field]: { $in: staff } })),
      { organisation: { $in: organisations } },
      { sponsor: { $in: organisations } },
    ],
  });

/** Every collection there is, and what of it is the demo's; the test compares with the pupil-holders' list. */
export const demoTraces: Readonly<Record<string, DemoTrace>> = {
  identities: ({ pupils }) => ({ _id: { $in: pupils } }),
  codes: ofPupil,
  consents: ofPupil,
  pupilChanges: ofPupil,
  cases: ofPupil,
  repeats: ofPupil,
  aside: ({ sittings }) => ({ sitting: { $in: sittings } }),
  sittings: ofPupil,
  results: ofPupil,
  earlierResults: ofPupil,
  choices: ofPupil,
  referrals: ofPupil,
  preparations: ofPupil,
  erasures: ofPupil,
  releases: ofCampaign,
  norms: ofCampaign,
  rescorings: ofCampaign,
  rollups: ofCampaign,
  regionRollups: ofCampaign,
  releaseHeads: isCampaign,
  campaignKeys: isCampaign,
  classes: ({ schools }) => ({ school: { $in: schools } }),
  imports: ({ schools }) => ({ school: { $in: schools } }),
  staffSessions: ofStaff('staff'),
  invitations: ofStaff('staff'),
  oidcFlows: ofStaff('staff'),
  secondFactors: ofStaff('_id'),
  helplines: ofStaff('changedBy'),
  savedViews: ofStaff('_id'),
  textReviews: ofStaff('by'),
  pilots: ofStaff('by'),
  studies: ofStaff('asked.by'),
  needs: lineOf('by', 'askedBy'),
  seats: lineOf('by'),
  grants: lineOf('by'),
  practices: lineOf('history.by'),
  feedback: lineOf('by'),
  programme: lineOf('by'),
  rounds: lineOf('history.by'),
  panels: marked,
  experts: marked,
  organisations: marked,
  schools: marked,
  campaigns: marked,
  pupils: marked,
  staff: marked,
  regions: { stays: 'the catalogue of the country' },
  districts: { stays: 'the catalogue of the country' },
  forms: { stays: 'instruments as they ran; they hold nobody' },
  audit: { stays: 'the chain breaks if a line is taken out' },
  tombstones: { stays: 'keyed hashes that tell nobody' },
  referralNumbers: { stays: 'a number that was once on a letter is not given again' },
  locks: { stays: 'they end by themselves' },
  jobs: { stays: 'when the service did its work' },
  retention: { stays: 'periods somebody set for everybody' },
};
