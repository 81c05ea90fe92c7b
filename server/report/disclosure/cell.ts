/** A number that may leave. */
export interface ShownCell {
  readonly kind: 'shown';
  readonly value: number;
}

/**
 * A hidden number. The reader is never told whether the number itself is small or another one could be worked out
 * from it: telling the two apart would give the attacker an upper bound on the one and a lower bound on the other.
 * The legend says both: «fewer than 10 pupils here, or in a cell that could be worked out from this one».
 */
export interface FewerCell {
  readonly kind: 'fewer';
  readonly than: number;
}

export type DisclosedCell = ShownCell | FewerCell;

export const shown = (value: number): ShownCell => ({ kind: 'shown', value });
export const fewer = (than: number): FewerCell => ({ kind: 'fewer', than });
