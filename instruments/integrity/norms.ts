import type { Instrument } from '../schema/instrument.schema.ts';
import type { NormSet } from '../schema/norms.schema.ts';
import { type Check, without } from './finding.ts';

/** A norm set: of this instrument, for its scales, with tables that rise and standard errors that follow from α and SD. */
export function* checkNorm(instrument: Instrument, norm: NormSet): Check {
  const { id: where, population, scales } = norm;
  if (norm.instrument !== instrument.id) yield { where, problem: `is for ${norm.instrument}` };
  if (norm.instrumentVersion !== instrument.version)
    yield { where, problem: `is for version ${norm.instrumentVersion}` };
  if (population.ageFrom > population.ageTo) yield { where, problem: 'has ages the wrong way round' };
  const known = instrument.scales.map((scale) => scale.id);
  for (const id of without(Object.keys(scales), known)) yield { where, problem: `norms ${id}, which is no scale` };
  for (const [id, scale] of Object.entries(scales)) yield* checkScaleNorm(`${where}/${id}`, scale, norm.n);
}

function* checkScaleNorm(
  where: string,
  { n, sd, reliability, sem, table }: NormSet['scales'][string],
  most: number,
): Check {
  if (n > most) yield { where, problem: `rests on ${n} people of ${most}` };
  if (Math.abs(sem - sd * Math.sqrt(1 - reliability)) > 1e-9)
    yield { where, problem: 'has a sem that is not sd·√(1 − α)' };
  for (const column of [0, 1]) {
    const values = table.map((row) => row[column] ?? Number.NaN);
    const rises = values.every((value, index) => index === 0 || value > (values[index - 1] ?? Number.NaN));
    if (!rises) yield { where, problem: `has a table whose column ${column} does not rise` };
  }
  const proportions = table.map(([, proportion]) => proportion ?? Number.NaN);
  if (!proportions.every((p) => p > 0 && p < 1)) yield { where, problem: 'has a proportion outside 0…1' };
}
