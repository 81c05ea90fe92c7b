import type { NormHeadWire } from '../../../server/contract/norm.schema.ts';
import type { RescorePreviewReport } from '../../../server/contract/study-report.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export const normStates: Readonly<Record<NormHeadWire['state'], readonly [Tone, () => string]>> = {
  draft: ['going', m.norms_draft],
  published: ['good', m.norms_in_force],
  superseded: ['none', m.norms_superseded],
  withdrawn: ['warn', m.norms_withdrawn],
};

export const basisWords: Readonly<Record<RescorePreviewReport['summary']['why'][number]['basis'], () => string>> = {
  form: m.norms_basis_form,
  engine: m.norms_basis_engine,
  norm: m.norms_basis_norm,
  weights: m.norms_basis_weights,
  reference: m.norms_basis_reference,
  careers: m.norms_basis_careers,
};

const states: Readonly<Record<string, () => string>> = {
  none: m.norms_state_none,
  'invited-to-talk': m.norms_state_invited,
  'nothing-to-suggest': m.norms_state_nothing,
  valid: m.norms_state_valid,
  review: m.norms_state_review,
  'repeat-offered': m.norms_state_repeat,
};

/** What a result said of invitation or of quality; one that is not known here stands as it is. */
export const stateWords = (state: string): string => states[state]?.() ?? state;

export const changeWords = [
  ['placed', m.norms_change_placed],
  ['no-longer-placed', m.norms_change_unplaced],
  ['moved', m.norms_change_moved],
  ['error', m.norms_change_error],
  ['scored', m.norms_change_scored],
  ['no-longer-scored', m.norms_change_unscored],
] as const;
