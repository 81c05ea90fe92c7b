/** A sitting's seed for the order of its pages: the first 32 bits of its id, so that any device gets the same order. */
export const seedOf = (sitting: string): number => Number.parseInt(sitting.slice(0, 8), 16) >>> 0;
