import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { LEAST_TEST } from './adaptive-settings.ts';
import { LEAST_BANK } from './fixed-form.ts';

/**
 * How a form is asked, and why. `bank`: items of the scale that is, or best could be, asked adaptively; `most`: how many questions an
 * adaptive test may take from so many. `adaptive`: from its declared bank. `bank-too-small`: it declares one under three times its
 * test. `uncalibrated`: its longest scale would be large enough, once calibrated. `too-short`: none is. `scale` null: it has no ratings.
 */
export interface AskedAs {
  readonly how: 'adaptive' | 'bank-too-small' | 'uncalibrated' | 'too-short';
  readonly scale: string | null;
  readonly bank: number;
  readonly most: number;
}

/** Decided by the rule for banks from what the form is; nothing is set by hand. */
export function askedAs({ adaptive, scales }: Instrument): AskedAs {
  const [longest] = scales
    .filter(({ score }) => score === 'mean' || score === 'sum' || score === 'match-count')
    .map(({ id, items = [] }) => ({ id, size: items.length }))
    .sort((a, b) => b.size - a.size);
  const bank = adaptive?.items.length ?? longest?.size ?? 0;
  const most = Math.floor(bank / LEAST_BANK);
  const scale = adaptive?.scale ?? longest?.id ?? null;
  if (adaptive !== undefined)
    return { how: adaptive.maxItems <= most ? 'adaptive' : 'bank-too-small', scale, bank, most };
  return { how: most >= LEAST_TEST ? 'uncalibrated' : 'too-short', scale, bank, most };
}
