import type { Instrument } from '../instruments/schema/instrument.schema.ts';
import type { Container } from './container.ts';
import { MISSING_CODE, type Study, type StudyRows } from './domain/study.ts';
import { resultPages } from './resources/result-pages.ts';
import type { ResultDocument } from './store/results.ts';
import { CommandProblem } from './task/command-problem.ts';

/** More sittings add nothing to a statistic that anybody could see; ids are random, so the first ones are a fair sample. */
const mostRows = 20_000;
const pageSize = 250;

type Stores = Pick<Container, 'results' | 'sittings' | 'studies'>;

/** The answers that a study rests on. @throws CommandProblem where there are none any more */
export function studyRows(stores: Stores, { source }: Study, instrument: Instrument): Promise<StudyRows> {
  return source.kind === 'pilot' ? ofPilot(stores, source.id) : ofCampaign(stores, source.id, instrument);
}

async function ofPilot({ studies }: Stores, id: string): Promise<StudyRows> {
  const pilot = await studies.pilot(id);
  if (pilot === null) throw new CommandProblem('the pilot sample is no longer here');
  const values = Float64Array.from(pilot.codes, (code) => (code === MISSING_CODE ? Number.NaN : code));
  return { items: pilot.items, n: pilot.rows, values, groups: pilot.groups, times: null };
}

async function ofCampaign(stores: Stores, campaign: string, instrument: Instrument): Promise<StudyRows> {
  const items = instrument.items.map(({ id }) => id);
  const rows: number[][] = [];
  const times: number[][] = [];
  const groups = { language: [] as string[], sex: [] as string[], locality: [] as string[] };
  const invited: boolean[] = [];
  const isReadable = ({ quality }: ResultDocument): boolean => quality?.state !== 'repeat-offered';
  for await (const page of resultPages(stores, campaign, pageSize, isReadable)) {
    for (const { result, sitting } of page) {
      if (sitting === null) continue;
      const { answers } = sitting;
      rows.push(items.map((item) => answers[item]?.value ?? Number.NaN));
      times.push(durations(items, answers));
      if (result.propensity) invited.push(result.propensity.state === 'invited-to-talk');
      groups.language.push(result.language);
      groups.sex.push(result.sex === 'undisclosed' ? '' : result.sex);
      groups.locality.push(result.locality);
    }
    if (rows.length >= mostRows) break;
  }
  return {
    items,
    n: rows.length,
    values: Float64Array.from(rows.flat()),
    groups,
    times: Float64Array.from(times.flat()),
    // Of every row or of none: a form has an index or has not.
    ...(invited.length === rows.length && rows.length > 0 ? { invited } : {}),
  };
}

/** How long each answer took: from the answer before it on the device's own clock; over five minutes somebody was away. */
function durations(
  items: readonly string[],
  answers: Readonly<Record<string, { atMs: number; seq: number }>>,
): number[] {
  const order = Object.entries(answers).sort(([, a], [, b]) => a.atMs - b.atMs);
  const took = new Map(
    order.map(([item, { atMs }], at) => [item, at === 0 ? Number.NaN : atMs - (order[at - 1]?.[1].atMs ?? atMs)]),
  );
  return items.map((item) => {
    const ms = took.get(item) ?? Number.NaN;
    return ms > 0 && ms < 300_000 ? ms : Number.NaN;
  });
}
