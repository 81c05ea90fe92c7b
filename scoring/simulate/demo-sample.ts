import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import { itemTable } from '../compile/item-table.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { createRandom } from '../math/random.ts';
import { makeNormSet, type NormHeader } from '../norm/make-norm-set.ts';
import { makeReference } from '../response-quality/make-reference.ts';
import type { QualityReference } from '../response-quality/reference.ts';
import { demoGroup } from './options.ts';
import { createSimulator } from './simulate-respondent.ts';

type Language = NormSet['population']['language'];

/** Simulated sittings of a form: answers by item position, and the seed of each one's order. */
export interface SimulatedSample {
  readonly rows: readonly Float64Array[];
  readonly seeds: readonly number[];
}

/** Sincere people of the demo country, half of them rural; the same ones on every machine. */
export function demoSample(form: Instrument, language: Language, n: number): SimulatedSample {
  const simulate = createSimulator(form);
  const { ids } = itemTable(form);
  const random = createRandom({ kk: 11, ru: 22, en: 33 }[language]);
  const seeds = Array.from({ length: n }, () => random.integer(2 ** 31));
  const rows = seeds.map((seed, index) => {
    const { answers } = simulate(seed, demoGroup({ language, rural: index % 2 === 0 }));
    return Float64Array.from(ids, (id) => answers[id] ?? Number.NaN);
  });
  return { rows, seeds };
}

const NORM_SITTINGS = 600;
const REFERENCE_SITTINGS = 200;

/** A norm made of simulated people. It exists for the demo country and for studies, and says so wherever it is shown. */
export function demoNorm(form: Instrument, language: Language): NormSet {
  const { rows, seeds } = demoSample(form, language, NORM_SITTINGS);
  const header: NormHeader = {
    id: `simulated-${language}`,
    version: ENGINE_VERSION,
    population: {
      id: 'demo-country',
      language,
      ageFrom: 14,
      ageTo: 15,
      description: `Simulated ninth-graders of the demo country (${language})`,
      selfSelected: false,
      simulated: true,
    },
    date: '2026-11-24',
    provenance: 'Made by this engine’s own simulation; nobody answered.',
    licence: 'CC0-1.0',
    provisional: true,
  };
  return makeNormSet(form, rows, header, seeds);
}

/** A reference for response quality, made of simulated people. */
export function demoReference(form: Instrument): QualityReference {
  const samples = (['kk', 'ru', 'en'] as const).map((language) => demoSample(form, language, REFERENCE_SITTINGS));
  return makeReference(form, {
    id: 'simulated',
    version: ENGINE_VERSION,
    simulated: true,
    values: samples.flatMap(({ rows }) => rows),
    seeds: samples.flatMap(({ seeds }) => seeds),
  });
}
