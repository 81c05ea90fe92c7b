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
  /** Further factors by name, each with the loadings of the scales it moves; a scale's squared loadings and `common` stay below 1. */
  readonly factors?: Readonly<Record<string, Readonly<Record<string, number>>>>;
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
  const place = rural
    ? { agreeableness: 0.15, conscientiousness: 0.1, social: 0.15, nature: 0.2 }
    : { extraversion: 0.1, openness: 0.1, investigative: 0.1 };
  return { shift: place, acquiescence: language === 'kk' ? 0.1 : 0, factors: demoFactors };
}

/** What goes together in the demo country: invented as well, after what is usually found. */
export const demoFactors: NonNullable<SimulateOptions['factors']> = {
  people: {
    people: 0.5,
    social: 0.5,
    empathy: 0.5,
    'helping-efficacy': 0.5,
    'teaching-motives': 0.5,
    tolerance: 0.4,
    communication: 0.4,
    agreeableness: 0.5,
    'situational-judgement': 0.3,
  },
  things: { technology: 0.5, realistic: 0.6, investigative: 0.3, nature: 0.2 },
  ideas: { art: 0.6, artistic: 0.6, openness: 0.5, 'learning-interest': 0.5, investigative: 0.4 },
  order: { signs: 0.5, conventional: 0.6, conscientiousness: 0.5, organising: 0.3 },
  outward: { extraversion: 0.6, communication: 0.5, organising: 0.5, enterprising: 0.5 },
};
