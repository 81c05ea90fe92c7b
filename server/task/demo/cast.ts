import type { RespondentKind } from '../../../scoring/index.ts';

/** Someone in particular of the demo: how they answer, what they wished, and how they answered half a year before. */
export type Part = {
  kind?: RespondentKind;
  /** Latent traits by scale as z-scores; the others are drawn. */
  traits?: Readonly<Record<string, number>>;
  wish?: boolean;
  earlier?: { traits: Readonly<Record<string, number>> };
  missing?: number;
  /** Share of the items answered; less than 1 stays open. */
  share?: number;
  /** Nothing but the guardian's consent yet. */
  fresh?: true;
};

const elsewhere = {
  'teaching-motives': -1.2,
  'helping-efficacy': -1,
  people: -1,
  social: -1,
  empathy: -0.6,
  tolerance: -0.6,
  communication: -0.8,
  organising: -0.8,
  'learning-interest': -0.5,
};

/** Inclined to teach in all of its parts: the index invites. */
const teacher: Part = {
  traits: {
    people: 1.6,
    social: 1.6,
    'teaching-motives': 0.5,
    'helping-efficacy': 0.8,
    'learning-interest': 1.3,
    empathy: 1.1,
    tolerance: 1.3,
    communication: 1.6,
    organising: 1.3,
  },
};
/** Drawn to teaching, and to little else that the index counts. */
const motivated: Part = { traits: { ...elsewhere, 'teaching-motives': 2.2, 'perceived-ability': 2 } };
/** Helps others, and has not thought of teaching. */
const helper: Part = { traits: { ...elsewhere, empathy: 1.5, 'helping-efficacy': 1.7, 'teaching-motives': -0.6 } };
/** Interested in other things, and would like to hear of teaching all the same. */
const wishing: Part = { traits: elsewhere, wish: true };
const engineer: Part = { traits: { ...elsewhere, technology: 1.8, realistic: 1.7, investigative: 1.4 }, wish: false };
/** Half a year ago quiet and unsure of explaining; since then much has changed. */
const grown: Part = {
  traits: { communication: 1.3, organising: 0.8, 'helping-efficacy': 1.4, extraversion: 1.2, people: 0.8 },
  earlier: {
    traits: { communication: -1.3, organising: -0.8, 'helping-efficacy': -1.2, extraversion: -0.9, people: 0.2 },
  },
};
const hurried: Part = { kind: 'straight-line' };
const tired: Part = { kind: 'late' };
const gaps: Part = { missing: 0.3 };
const halfway: Part = { share: 0.6 };
const fresh: Part = { fresh: true };

/** The first pupils of each class of the battery's school; the rest are as chance has it. */
export const batteryCast: readonly Part[] = [
  teacher,
  fresh,
  grown,
  motivated,
  hurried,
  helper,
  wishing,
  halfway,
  engineer,
  tired,
  gaps,
];

/** The first pupils of each class that sits the short form: one who has finished, one who has not begun. */
export const shortFormCast: readonly Part[] = [{ traits: { people: 1.4, social: 1.2, communication: 1 } }, fresh];
