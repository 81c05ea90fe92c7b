import { randomBytes } from 'node:crypto';
import type { Container } from '../../container.ts';
import { ageInYears, type Coarsening, type Told, type Traits } from '../../domain/coarsen.ts';
import { almatyDay } from '../../domain/day-words.ts';
import type { Cell } from '../../report/export/csv.ts';
import type { ResearchLayout } from '../../report/export/research-columns.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import type { ResultDocument } from '../../store/results.ts';

const groupSize = 500;

type Dated = { result: ResultDocument; age: number | null };

/** A campaign's results in groups, each with the age on the day of submission; the birth date goes no further. */
async function* inGroups(stores: Container, campaign: CampaignRecord): AsyncGenerator<Dated[]> {
  let group: ResultDocument[] = [];
  const dated = async (): Promise<Dated[]> => {
    const births = await stores.identities.birthDates(group.map(({ pid }) => pid));
    const made = group.map((result) => ({
      result,
      age: ageInYears(births.get(result.pid) ?? null, almatyDay(result.submittedAt)),
    }));
    group = [];
    return made;
  };
  for await (const result of stores.results.ofCampaign(campaign._id)) {
    group.push(result);
    if (group.length === groupSize) yield await dated();
  }
  if (group.length > 0) yield await dated();
}

const traitsOf = ({ result: { school, district, region, language, sex }, age }: Dated): Traits => ({
  school,
  district,
  region,
  language,
  sex,
  age,
});

/** Counts who would look like whom. */
export async function countTraits(stores: Container, campaign: CampaignRecord, into: Coarsening): Promise<void> {
  for await (const group of inGroups(stores, campaign)) for (const one of group) into.add(traitsOf(one));
}

export type RowCounts = { told: number; left: number };

/** The rows, in groups whose order is drawn anew; `counts` is filled on the way. */
export async function* researchRows(
  stores: Container,
  campaign: CampaignRecord,
  layout: ResearchLayout,
  coarsening: Coarsening,
  counts: RowCounts,
): AsyncGenerator<Cell[][]> {
  const schools = pseudonyms('s');
  const pupil = pseudonyms('p');
  for await (const group of inGroups(stores, campaign)) {
    const answers = await stores.sittings.answersOf(group.map(({ result }) => result._id));
    const rows = group.flatMap((one): Cell[][] => {
      const told = coarsening.of(traitsOf(one));
      if (told === null) {
        counts.left += 1;
        return [];
      }
      counts.told += 1;
      const given = answers.get(one.result._id) ?? {};
      return [
        [
          ...personCells(one.result, told, pupil(one.result.pid), told.school === null ? null : schools(told.school)),
          campaign.year,
          one.result.quality?.state ?? null,
          ...layout.items.map(({ id }) => given[id] ?? null),
          ...scaleCells(one.result, layout),
        ],
      ];
    });
    yield shuffled(rows);
    pupil.forget();
  }
}

const personCells = (result: ResultDocument, told: Told, pupil: string, school: string | null): Cell[] => [
  pupil,
  school,
  told.district,
  told.region,
  told.language === null ? null : told.school === null && told.district === null ? null : result.locality,
  told.language,
  told.sex,
  told.age,
];

function scaleCells({ scales }: ResultDocument, layout: ResearchLayout): Cell[] {
  const scores = new Map(scales.map((score) => [score.scale, score]));
  return layout.scales.flatMap(({ id }): Cell[] => {
    const score = scores.get(id);
    if (score?.kind !== 'scored') return [null, null];
    return [rounded(score.mean, 4), score.t === null ? null : rounded(score.t, 2)];
  });
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A random name for each thing that is asked for, the same one while this export lasts. */
function pseudonyms(letter: string): ((id: string) => string) & { forget(): void } {
  const names = new Map<string, string>();
  const of = (id: string): string => {
    const known = names.get(id) ?? `${letter}${randomBytes(letter === 's' ? 3 : 5).toString('hex')}`;
    names.set(id, known);
    return known;
  };
  return Object.assign(of, { forget: () => names.clear() });
}

function shuffled<T>(all: T[]): T[] {
  const keys = randomBytes(4 * all.length);
  return all
    .map((one, index) => [keys.readUInt32LE(4 * index), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
