import type {
  Campaign,
  CampaignReport,
  ChoiceCell,
  ReportRow,
  ReportSlice,
  ScaleCell,
} from '../contract/campaign.schema.ts';
import type { Words } from '../domain/language.ts';
import type {
  DisclosedCell,
  DisclosedReport,
  DisclosedScale,
  DisclosedSlice,
  Participation,
} from './disclosure/index.ts';
import type { NamedMeasure } from './measures.ts';
import type { ToldSteps } from './steps.ts';

/** The places a report is about, and how many pupils each school has at each step. */
export type ReportPlaces = {
  region: { id: string; names: Words };
  districts: readonly { id: string; names: Words }[];
  schools: readonly {
    id: string;
    district: string;
    names: Words;
    locality: 'rural' | 'urban';
    /** By the languages it teaches in: one, or mixed. */
    type: string;
    participation: Participation;
  }[];
};

export type ReportHeader = {
  campaign: Campaign;
  release: number;
  releasedAt: Date;
  measures: readonly NamedMeasure[];
  norm: string;
  steps: ToldSteps;
};

/** A campaign's report as it may leave: `disclosed` is what disclosure control lets out of the counts. */
export function campaignReport(header: ReportHeader, places: ReportPlaces, disclosed: DisclosedReport): CampaignReport {
  return {
    campaign: header.campaign,
    release: header.release,
    releasedAt: header.releasedAt.toISOString(),
    k: disclosed.k,
    minimumForHistogram: disclosed.distributionFrom,
    scales: header.measures.flatMap(({ id, name, note, ...measure }) =>
      measure.kind === 'scale'
        ? [{ id, name, lowest: measure.lowest, highest: measure.highest, ...(note === undefined ? {} : { note }) }]
        : [],
    ),
    choices: header.measures.flatMap(({ id, name, ...measure }) =>
      measure.kind === 'category' ? [{ id, name, classes: classesOf(measure.classes, measure.classNames ?? []) }] : [],
    ),
    rows: [...areaRows(places, disclosed, header.measures), ...clusterRows(places, disclosed, header.measures)],
    slices: disclosed.slices.flatMap((slice) => sliceOf(slice, header.measures)),
    norm: header.norm,
    steps: header.steps,
  };
}

function areaRows(
  { region, districts, schools }: ReportPlaces,
  disclosed: DisclosedReport,
  measures: readonly NamedMeasure[],
): ReportRow[] {
  const names = new Map<string, { names: Words; locality: 'rural' | 'urban' | null }>([
    [region.id, { names: region.names, locality: null }],
    ...districts.map((district) => [district.id, { names: district.names, locality: null }] as const),
    ...schools.map((school) => [school.id, { names: school.names, locality: school.locality }] as const),
  ]);
  return disclosed.areas.map(({ path, participation, cluster, scales }) => {
    const id = path.at(-1) ?? '';
    const place = names.get(id);
    return {
      level: path.length === 1 ? 'region' : path.length === 2 ? 'district' : 'school',
      id,
      parent: path.at(-2) ?? null,
      name: place?.names ?? { kk: id, ru: id, en: id },
      locality: place?.locality ?? null,
      cluster,
      participation: toParticipation(participation),
      ...cellsOf(scales, measures),
    };
  });
}

function clusterRows(
  { schools }: ReportPlaces,
  disclosed: DisclosedReport,
  measures: readonly NamedMeasure[],
): ReportRow[] {
  return disclosed.clusters.map(({ id, path, schools: members, scales }) => {
    const inside = schools.filter((school) => members.includes(school.id));
    return {
      level: 'cluster',
      id,
      parent: path.at(-1) ?? null,
      name: clusterName(members.length),
      locality: null,
      cluster: null,
      participation: toParticipation(sum(inside.map(({ participation }) => participation))),
      ...cellsOf(scales, measures),
    };
  });
}

const clusterName = (schools: number): Words => ({
  kk: `${schools} шағын мектеп бірге`,
  ru: `Малые школы вместе: ${schools}`,
  en: `${schools} small schools together`,
});

const sum = (all: readonly Participation[]): Participation =>
  all.reduce(
    (total, one) => ({
      invited: total.invited + one.invited,
      consented: total.consented + one.consented,
      started: total.started + one.started,
      submitted: total.submitted + one.submitted,
    }),
    { invited: 0, consented: 0, started: 0, submitted: 0 },
  );

const toParticipation = ({ invited, consented, started, submitted }: Participation) => ({
  pupils: invited,
  consented,
  started,
  submitted,
});

/** A part of the region by what tells pupils apart; participation by it is not told. */
function sliceOf({ path, of, scales }: DisclosedSlice, measures: readonly NamedMeasure[]): ReportSlice[] {
  const [attribute] = Object.entries(of);
  if (attribute === undefined || path.length !== 1) return [];
  return [{ by: attribute[0], value: attribute[1], ...cellsOf(scales, measures) }];
}

const classesOf = (ids: readonly string[], names: readonly Words[]) =>
  ids.map((id, index) => ({ id, name: names[index] ?? { kk: id, ru: id, en: id } }));

function cellsOf(
  scales: readonly DisclosedScale[],
  measures: readonly NamedMeasure[],
): { scales: ScaleCell[]; choices: ChoiceCell[] } {
  const kinds = new Map(measures.map(({ id, kind }) => [id, kind]));
  return {
    scales: scales.filter(({ scale }) => kinds.get(scale) === 'scale').map(toCell),
    choices: scales.filter(({ scale }) => kinds.get(scale) === 'category').map(toChoice),
  };
}

function toCell(scale: DisclosedScale): ScaleCell {
  if (scale.kind === 'participation-only') return { kind: 'hidden', scale: scale.scale };
  const { n, mean, sd, bands } = scale;
  return { kind: 'shown', scale: scale.scale, n, mean: value(mean), sd: value(sd), histogram: bands.map(value) };
}

const toChoice = (scale: DisclosedScale): ChoiceCell =>
  scale.kind === 'participation-only'
    ? { kind: 'hidden', choice: scale.scale }
    : { kind: 'shown', choice: scale.scale, n: scale.n, counts: scale.bands.map(value) };

const value = (cell: DisclosedCell): number | null => (cell.kind === 'shown' ? cell.value : null);
