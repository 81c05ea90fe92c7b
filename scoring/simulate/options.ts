import type { NormSet } from '../../instruments/schema/norms.schema.ts';

/**
 * How a simulated person goes about it. `sincere` answers from their traits; `random` and `straight-line` do not read;
 * `late` stops reading after two thirds; `coached` shows each trait at its best.
 */
export type RespondentKind = 'sincere' | 'random' | 'straight-line' | 'late' | 'coached';

export interface SimulateOptions {
  readonly kind?: RespondentKind;
  /** Means, SDs and reliabilities to imitate; without it the middle of the answer scale, SD 0.75, reliability .8. */
  readonly norm?: NormSet;
  /** Latent traits by scale as z-scores, where a study sets them; the others are drawn. */
  readonly traits?: Readonly<Record<string, number>>;
  /** Added to drawn traits by scale, in SDs: how a group differs from the norm's people. */
  readonly shift?: Readonly<Record<string, number>>;
  /** Share of each trait's variance that all traits have in common, 0…1. */
  readonly common?: number;
  /** Mean tendency to agree whatever the item says, in points of the answer scale; persons vary about it (SD 0.2). */
  readonly acquiescence?: number;
  /** The sitting's seed, which decides the order of pages; the person's own seed unless told. */
  readonly orderSeed?: number;
  /** Chance that an item is left out, 0…1. */
  readonly missing?: number;
}

/**
 * Differences for the demo country, by language of the sitting and kind of place. The figures are invented: they exist so
 * that pages have something to compare and fairness statistics something to find, and claim nothing about real pupils.
 */
export function demoGroup({ language, rural }: { language: string; rural: boolean }): SimulateOptions {
  const place = rural ? { agreeableness: 0.15, conscientiousness: 0.1 } : { extraversion: 0.1, openness: 0.1 };
  return { shift: place, acquiescence: language === 'kk' ? 0.1 : 0 };
}
