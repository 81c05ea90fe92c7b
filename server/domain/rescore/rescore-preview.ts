import type { KeptForm } from '../kept-form.ts';
import type { Language } from '../language.ts';
import type { NormVersion } from '../norm/norm-version.ts';
import type { PublishedKey } from '../panel/keyed-form.ts';
import type { ScoredSitting, StoredResult } from '../result.ts';

/** A sitting as far as it is computed from, with the version of the form that was sat. */
export type SatSitting = ScoredSitting & { instrument: string; instrumentVersion: string };

/** Results that nothing is computed for, and those scored by the form they sat because today's asks for other items. */
export type Skipped = { erased: number; otherItems: number };

/** Everything a preview of a rescoring is computed from: no store is asked meanwhile, so it can be done in a thread. */
export type RescorePreviewSource = {
  demo: boolean;
  /** Earlier versions of the form, and every key that a version of it may name. */
  earlier: readonly KeptForm[];
  keys: readonly PublishedKey[];
  inForce: readonly PublishedKey[];
  norms: Partial<Record<Language, Pick<NormVersion, 'set' | 'reference'>>>;
  /** Results of the campaign in all, those looked at among them, and those whose answers are no longer here. */
  results: number;
  erased: number;
  rows: readonly { before: StoredResult; sitting: SatSitting }[];
  now: Date;
};
