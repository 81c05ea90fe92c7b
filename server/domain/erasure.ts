/** Who may ask that a child be forgotten. */
export type ErasureParty = 'pupil' | 'guardian';

/**
 * `asked`: waits for the operator. `erasing`: confirmed, and under way; whoever finds it so goes on with it. `done`: nothing
 * is left but the keyed tombstone. `declined` with a reason; `taken-back` by whoever asked.
 */
export type ErasureState = 'asked' | 'erasing' | 'done' | 'declined' | 'taken-back';

/** Why a child was erased: a request, or the end of the time their data may be kept. */
export type ErasureCause = 'request' | 'retention' | 'replay';

/** What an erasure did, without a word about whom. */
export type ErasureOutcome = {
  /** Results whose counts stay in a cell of ten and more. */
  kept: number;
  /** Results whose counts went with them. */
  forgotten: number;
};
