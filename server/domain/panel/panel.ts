import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Language } from '../language.ts';
import type { Author, NamedDecision } from '../named-decision.ts';
import { Problem } from '../problem.ts';

/** `first` and `second` are the rounds in which experts rate; `closed` waits for a decision. */
export type PanelState = 'first' | 'second' | 'closed' | 'published' | 'superseded' | 'withdrawn';

/** The instrument whose situations are put before experts, and its words in a reader's language. */
export type PanelForm = { instrument: Instrument; text: InstrumentText };

/** The key of a form's situations, put before experts. It is never removed: results name the key it gave by its number. */
export type Panel = {
  _id: string;
  /** Counts all panels; the number of the key that comes of it. */
  number: number;
  title: string;
  instrument: string;
  instrumentVersion: string;
  /** The key of the instrument that this one would stand for. */
  key: string;
  points: number[];
  options: { item: string; situation: string }[];
  demo: boolean;
  state: PanelState;
  opened: Author & { at: Date };
  secondAt: Date | null;
  closedAt: Date | null;
  published: NamedDecision | null;
  withdrawn: NamedDecision | null;
  supersededAt: Date | null;
  /** What was published, as it was at that moment. */
  keyed: KeyContent | null;
};

/** `values`: the experts' mean of each option that is scored; `cut`: where a talk is worth suggesting, in units of the scale's mean. */
export type KeyContent = {
  values: Record<string, number>;
  ratings: Record<string, number[]>;
  cut: number | null;
  experts: number;
  icc: number;
};

export const backgrounds = ['teacher', 'psychologist', 'university', 'parent', 'former-pupil', 'other'] as const;
export type Background = (typeof backgrounds)[number];

/** What an expert said in a round: a rating of each option, and for each situation where the border lies (0 to 100 %). */
export type Ratings = { options: Record<string, number>; borders: Record<string, number>; doneAt: Date | null };

/** Someone asked to judge. They stand before the service with a link of their own and reach nothing but their page. */
export type Expert = {
  _id: string;
  panel: string;
  name: string;
  background: Background;
  language: Language;
  demo: boolean;
  /** Hash of the link's secret; a new link replaces it. */
  link: string;
  linkUntil: Date;
  invitedAt: Date;
  first: Ratings;
  /** Begins as a copy of the first round, when its first rating is changed or it is finished. */
  second: Ratings | null;
};

/** How long an expert's link works. */
export const linkMs = 60 * 86_400_000;

export type Round = 'first' | 'second';

export const noRatings = (): Ratings => ({ options: {}, borders: {}, doneAt: null });

export const situationsOf = ({ options }: Pick<Panel, 'options'>): string[] => [
  ...new Set(options.map(({ situation }) => situation)),
];

/** The round that is open; null where ratings are no longer taken. */
export const roundOf = ({ state }: Pick<Panel, 'state'>): Round | null =>
  state === 'first' || state === 'second' ? state : null;

/** What this expert may still change; null where the round is over, or they did not take part in the one before. */
export function ownRatings({ first, second }: Expert, round: Round | null): Ratings | null {
  if (round === null) return null;
  if (round === 'first') return first;
  return second ?? (first.doneAt === null ? null : { ...first, doneAt: null });
}

export const isComplete = (panel: Panel, { options, borders }: Ratings): boolean =>
  panel.options.every(({ item }) => options[item] !== undefined) &&
  situationsOf(panel).every((situation) => borders[situation] !== undefined);

/** Throws unless every one of these is an option or situation of the panel and every value is a point of its format. */
export function demandKnown(panel: Panel, ratings: Pick<Ratings, 'options' | 'borders'>): void {
  const items = new Set(panel.options.map(({ item }) => item));
  const situations = new Set(situationsOf(panel));
  const wrong = [
    ...Object.entries(ratings.options).filter(([item, value]) => !items.has(item) || !panel.points.includes(value)),
    ...Object.entries(ratings.borders).filter(([situation]) => !situations.has(situation)),
  ];
  if (wrong.length === 0) return;
  const errors = wrong.map(([name]) => ({
    pointer: `/body/${name}`,
    detail: 'is no option of this panel, or no point',
  }));
  throw new Problem('input-invalid', { errors });
}
