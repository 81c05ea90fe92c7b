/**
 * A pupil in the frozen pool. Nothing here comes from a test: `classes` are published priority classes by published,
 * non-test rules, `reserves` the kinds of reserved share the pupil may use (rural, language, orphan, disability …).
 */
export type Candidate = {
  readonly id: string;
  /** Ids of places, the most wished first; places not named are not acceptable. */
  readonly wishes: readonly string[];
  /** Priority class at each place that sets one; 1 is the first. A place that is not named here: the last class. */
  readonly classes: Readonly<Record<string, number>>;
  readonly reserves: readonly string[];
};

/** Seats of one programme, language and funding. */
export type Place = {
  readonly id: string;
  readonly quota: number;
  /** Seats for which candidates of a kind come first; what is not used by them is open to all. */
  readonly reserved: readonly { readonly kind: string; readonly seats: number }[];
  /** Fewer than this is reported, never enforced. */
  readonly lowerTarget?: number;
};

/** Everything an allocation rests on, frozen before it is run. */
export type Pool = {
  readonly candidates: readonly Candidate[];
  readonly places: readonly Place[];
  /** Published after the pool is frozen; every tie-break follows from it. */
  readonly lotterySeed: string;
};

export type Allocation = {
  /** Candidate → place, null where no wish could be met. */
  readonly placeOf: ReadonlyMap<string, string | null>;
  /** Place → candidates, in its order. */
  readonly candidatesOf: ReadonlyMap<string, readonly string[]>;
};

/** The class of those a place gives none. */
export const lastClass = Number.MAX_SAFE_INTEGER;
