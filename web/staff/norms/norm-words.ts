import type { NormHeadWire } from '../../../server/contract/norm.schema.ts';
import type { RescorePreviewWire } from '../../../server/contract/rescoring.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export const normStates: Readonly<Record<NormHeadWire['state'], readonly [Tone, () => string]>> = {
  draft: ['going', m.norms_draft],
  published: ['good', m.norms_in_force],
  superseded: ['none', m.norms_superseded],
  withdrawn: ['warn', m.norms_withdrawn],
};

export const basisWords: Readonly<Record<RescorePreviewWire['summary']['why'][number]['basis'], () => string>> = {
  form: m.norms_basis_form,
  engine: m.norms_basis_engine,
  norm: m.norms_basis_norm,
  weights: m.norms_basis_weights,
  reference: m.norms_basis_reference,
  careers: m.norms_basis_careers,
};
