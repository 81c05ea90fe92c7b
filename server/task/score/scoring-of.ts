import { isBattery, loadFormNorms } from '../../../instruments/forms.ts';
import { loadCareers, loadPropensity } from '../../../instruments/load.ts';
import type { Careers } from '../../../instruments/schema/careers.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import {
  compile,
  compilePropensity,
  compileQuality,
  demoNorm,
  demoReference,
  type Plan,
  type PropensityPlan,
  type QualityPlan,
  type QualityReference,
} from '../../../scoring/index.ts';
import { knownForm } from '../known-form.ts';

/**
 * Which norm to apply: one from a file, or the demo country's of a language, made of simulated people, with which the
 * sharper indices of response quality and the continuous score have their reference as well.
 */
export type NormChoice =
  | { readonly kind: 'file'; readonly norm: NormSet }
  | { readonly kind: 'simulated'; readonly language: 'kk' | 'ru' | 'en' };

/** Everything a row is scored with. */
export interface RowScoring {
  readonly plan: Plan;
  readonly norm: NormSet | undefined;
  readonly quality: QualityPlan;
  readonly propensity: PropensityPlan | null;
  readonly careers: Careers | null;
}

/** @throws Error when there is no such form; RangeError when the norm is of another one */
export function scoringOf(form: string, choice?: NormChoice): RowScoring {
  const instrument = knownForm(form);
  const norm =
    choice === undefined
      ? loadFormNorms(form)[0]
      : choice.kind === 'file'
        ? choice.norm
        : demoNorm(instrument, choice.language);
  const reference: QualityReference | undefined = choice?.kind === 'simulated' ? demoReference(instrument) : undefined;
  const table = isBattery(form) ? loadPropensity(form) : null;
  return {
    plan: compile(instrument, norm),
    norm,
    quality: compileQuality(instrument, reference),
    propensity: table === null ? null : compilePropensity(table, norm),
    careers: instrument.scales.some(({ id }) => id === 'investigative') ? loadCareers() : null,
  };
}
