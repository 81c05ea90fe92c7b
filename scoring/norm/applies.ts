import type { NormSet } from '../../instruments/schema/norms.schema.ts';

/** Who answered, as far as a norm is concerned. `demo`: a simulated pupil of the demo country. */
export interface Respondent {
  readonly language: string;
  readonly population: string;
  readonly demo: boolean;
}

/** A norm of fewer people than this places nobody. */
export const LEAST_NORM = 400;

/**
 * Whether a norm set may turn this person's raw scores into T, stanine and percentile: only where language and population
 * are the sample's, and the sample is large enough. The demo country is the exception, and every one of its pages says that it is simulated; a norm made
 * from simulated answers exists nowhere else.
 */
export function applies(norm: NormSet, who: Respondent): boolean {
  if (who.demo) return true;
  const { language, id, simulated } = norm.population;
  return !simulated && norm.n >= LEAST_NORM && language === who.language && id === who.population;
}
