/**
 * An expected absence of a result: the data do not carry the statistic, and nobody is to blame.
 * A caller's mistake (an impossible argument) is thrown as RangeError instead; NaN never leaves the engine.
 */
export interface Insufficient {
  readonly kind: 'insufficient';
  /** How many usable observations there were. */
  readonly answered: number;
  /** How many the statistic needs. */
  readonly required: number;
  /** The reason in words, for a log or a specialist's page. */
  readonly reason: string;
}

export const insufficient = (reason: string, answered: number, required: number): Insufficient => ({
  kind: 'insufficient',
  answered,
  required,
  reason,
});

export const isInsufficient = (value: unknown): value is Insufficient =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'insufficient';
