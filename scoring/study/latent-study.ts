import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../../instruments/schema/propensity.schema.ts';
import { compile } from '../compile/compile.ts';
import { createRandom } from '../math/random.ts';
import { assessPropensity, type Propensity } from '../propensity/assess-propensity.ts';
import { compilePropensity, type PropensityPlan } from '../propensity/compile-propensity.ts';
import { score } from '../score.ts';
import { demoNorm } from '../simulate/demo-sample.ts';
import { demoGroup } from '../simulate/options.ts';
import { createSimulator } from '../simulate/simulate-respondent.ts';
import { trueIndex } from './true-index.ts';

type Language = NormSet['population']['language'];

/** One simulated person who sat three times: now, the same day again, and a year later. */
export interface StudyPerson {
  readonly language: Language;
  readonly rural: boolean;
  readonly truth: number;
  readonly now: Propensity;
  readonly again: Propensity;
  readonly later: Propensity;
  /** Before there is a local norm: by anchored answers. */
  readonly anchored: Propensity;
}

export interface LatentStudy {
  readonly people: readonly StudyPerson[];
  /** Reliability of the index by the norm (Mosier). */
  readonly reliability: number;
  readonly effectiveWeights: readonly { readonly scale: string; readonly weight: number; readonly effective: number }[];
}

/** How much of a trait lasts a year at this age, as a correlation. */
export const YEAR_STABILITY = 0.6;

/**
 * People with known traits sit through the real form and are scored by the real engine against a simulated norm of their
 * language. Each third speaks Kazakh, Russian, English; half are rural; groups differ as in the demo country.
 * @throws RangeError when the norm gives no index
 */
export function latentStudy(form: Instrument, table: PropensityTable, n: number, seed: number): LatentStudy {
  const simulate = createSimulator(form);
  const languages = ['kk', 'ru', 'en'] as const;
  const engines = new Map(languages.map((language) => [language, engineFor(form, table, language)]));
  const random = createRandom(seed);
  const drawn = Array.from({ length: n }, (_, index) => {
    const language = languages[index % 3] ?? 'kk';
    const rural = index % 2 === 0;
    const group = demoGroup({ language, rural });
    const [first, second, third] = [random.integer(2 ** 31), random.integer(2 ** 31), random.integer(2 ** 31)];
    const now = simulate(first, group);
    const traits = Object.fromEntries(now.traits);
    const again = simulate(second, { ...group, traits });
    const fresh = simulate(third, group).traits;
    const later = simulate(third, { ...group, traits: aged(now.traits, fresh) });
    return { language, rural, now, again, later };
  });
  const truths = trueIndex(
    form,
    table,
    drawn.map(({ now }) => now.traits),
  );
  const people = drawn.map(({ language, rural, now, again, later }, at): StudyPerson => {
    const engine = engines.get(language);
    if (engine === undefined) throw new RangeError(`no norm for ${language}`);
    return {
      language,
      rural,
      truth: truths[at] ?? 0,
      now: engine.normed(now.answers),
      again: engine.normed(again.answers),
      later: engine.normed(later.answers),
      anchored: engine.anchored(now.answers),
    };
  });
  return { people, ...indexFacts(engines.get('kk')?.plan) };
}

function engineFor(form: Instrument, table: PropensityTable, language: Language) {
  const norm = demoNorm(form, language);
  const [scorer, plain] = [compile(form, norm), compile(form)];
  const [plan, anchors] = [compilePropensity(table, norm), compilePropensity(table)];
  return {
    plan,
    normed: (answers: Readonly<Record<string, number>>) => assessPropensity(plan, score(scorer, answers)),
    anchored: (answers: Readonly<Record<string, number>>) => assessPropensity(anchors, score(plain, answers)),
  };
}

function aged(then: ReadonlyMap<string, number>, fresh: ReadonlyMap<string, number>): Record<string, number> {
  const rest = Math.sqrt(1 - YEAR_STABILITY ** 2);
  return Object.fromEntries([...then].map(([id, trait]) => [id, YEAR_STABILITY * trait + rest * (fresh.get(id) ?? 0)]));
}

function indexFacts(plan: PropensityPlan | undefined) {
  const index = plan?.index ?? null;
  if (index === null) throw new RangeError('the norm gives no index');
  const { reliability, effectiveWeights, table } = index.model;
  return {
    reliability,
    effectiveWeights: table.parts.map(({ scale, weight }, at) => ({
      scale,
      weight,
      effective: effectiveWeights[at] ?? 0,
    })),
  };
}
