/** A stream of pseudo-random numbers that the seed alone decides. */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** A whole number 0 … limit − 1. */
  readonly integer: (limit: number) => number;
}

/** splitmix32: turns one seed into well-mixed starting words, so that seeds 1 and 2 share nothing. */
function seedWords(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word ^= word >>> 15;
    word = Math.imul(word, 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** sfc32 of Chris Doty-Humphrey (PractRand): small, fast, 128 bits of state. */
function wordStream(seed: number): () => number {
  const next = seedWords(seed);
  let [a, b, c, counter] = [next(), next(), next(), 1];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
}

/** Marsaglia's polar method; keeps the second value of each pair for the next call. */
function normalStream(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  };
}

/**
 * Random numbers for studies and for adaptive selection: the same seed gives the same stream on every machine.
 * Not for secrets.
 * @throws RangeError unless the seed is a whole number.
 * @example createRandom(2026).uniform()
 */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`a seed is a whole number, got ${seed}`);
  const word = wordStream(seed);
  for (let warmUp = 0; warmUp < 12; warmUp += 1) word();
  const uniform = (): number => word() / 4294967296;
  return { uniform, normal: normalStream(uniform), integer: (limit) => Math.floor(uniform() * limit) };
}
