/**
 * Grows with the rows put into it: one byte an answer, so that a million rows of fifty items take fifty megabytes.
 * Codes are 0…254; a missing answer is kept as 255 and comes back as NaN.
 */
export interface AnswerStore {
  put(values: Float64Array): void;
  /** Number of rows. */
  size(): number;
  /** The given item positions of all rows, row-major. */
  select(positions: readonly number[]): Float64Array;
}

const MISSING = 255;

export function answerStore(itemCount: number): AnswerStore {
  let codes = new Uint8Array(1024 * itemCount);
  let rows = 0;
  return {
    put(values) {
      if ((rows + 1) * itemCount > codes.length) codes = grown(codes);
      for (let index = 0; index < itemCount; index++) {
        const value = values[index] ?? Number.NaN;
        codes[rows * itemCount + index] = Number.isNaN(value) ? MISSING : value;
      }
      rows++;
    },
    size: () => rows,
    select(positions) {
      const selected = new Float64Array(rows * positions.length);
      let next = 0;
      for (let row = 0; row < rows; row++) {
        for (const position of positions) {
          const code = codes[row * itemCount + position] ?? MISSING;
          selected[next++] = code === MISSING ? Number.NaN : code;
        }
      }
      return selected;
    },
  };
}

function grown(codes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * codes.length);
  larger.set(codes);
  return larger;
}
