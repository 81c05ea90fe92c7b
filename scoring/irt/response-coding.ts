import type { ResponseMatrix } from '../math/response-matrix.ts';

/** The code of a missing answer. */
export const MISSING = 255;

export interface CodedItem {
  /** Column of the response matrix. */
  readonly column: number;
  /** The answers as given that make up each category, lowest category first. */
  readonly categories: readonly (readonly number[])[];
  readonly missing: number;
}

export interface CodedResponses {
  readonly n: number;
  readonly items: readonly CodedItem[];
  /** Category numbers 0, 1, 2 … per person and item, row-major. */
  readonly codes: Uint8Array;
  /** Columns that cannot be calibrated. */
  readonly dropped: readonly { readonly column: number; readonly reason: string }[];
}

interface Group {
  readonly answers: readonly number[];
  readonly count: number;
}

/** Answers that are whole numbers below this are counted and looked up in an array: most are. */
const SMALL_CODES = 256;

const isSmallCode = (answer: number): boolean => answer >= 0 && answer < SMALL_CODES && Number.isInteger(answer);

/** Counts per distinct answer, lowest first. @throws RangeError for more answers than a rating scale can have. */
function countsOf({ n, k, values }: ResponseMatrix, place: number): Group[] {
  const small = new Float64Array(SMALL_CODES);
  const counts = new Map<number, number>();
  for (let row = 0; row < n; row += 1) {
    const answer = values[row * k + place] ?? Number.NaN;
    if (Number.isNaN(answer)) continue;
    if (isSmallCode(answer)) small[answer] = (small[answer] ?? 0) + 1;
    else counts.set(answer, (counts.get(answer) ?? 0) + 1);
    if (counts.size > 100) break;
  }
  for (const [answer, count] of small.entries()) if (count > 0) counts.set(answer, count);
  if (counts.size > 100) throw new RangeError(`column ${place} has more than 100 different answers: not categories`);
  return [...counts].sort(([a], [b]) => a - b).map(([answer, count]) => ({ answers: [answer], count }));
}

/** The neighbour of a rare group that it is merged with: the smaller one, so that the categories stay as even as may be. */
function neighbourOf(groups: readonly Group[], rare: number): number {
  const below = groups[rare - 1]?.count ?? Infinity;
  const above = groups[rare + 1]?.count ?? Infinity;
  return below <= above ? rare - 1 : rare + 1;
}

/** Merges neighbouring categories until each has `minimum` answers or only two are left. */
export function mergeRare(groups: readonly Group[], minimum: number): Group[] {
  let merged = [...groups];
  while (merged.length > 2) {
    const rare = merged.reduce((least, group, i) => (group.count < (merged[least]?.count ?? 0) ? i : least), 0);
    if ((merged[rare]?.count ?? 0) >= minimum) break;
    const first = Math.min(rare, neighbourOf(merged, rare));
    const pair = merged.slice(first, first + 2);
    const union = { answers: pair.flatMap((g) => g.answers), count: pair.reduce((sum, g) => sum + g.count, 0) };
    merged = [...merged.slice(0, first), union, ...merged.slice(first + 2)];
  }
  return merged;
}

/**
 * Turns answers as given into categories 0, 1, 2 …: codes may start anywhere and have gaps; a category with fewer than
 * `minimum` answers is merged into its smaller neighbour; a column in which everybody gave one answer is dropped.
 *
 * @throws RangeError when a column has more than 100 different answers.
 */
export function codeResponses(matrix: ResponseMatrix, minimum = 10): CodedResponses {
  const items: CodedItem[] = [];
  const dropped: { column: number; reason: string }[] = [];
  for (let column = 0; column < matrix.k; column += 1) {
    const groups = countsOf(matrix, column);
    if (groups.length < 2) {
      dropped.push({ column, reason: groups.length === 0 ? 'nobody answered' : 'everybody gave one answer' });
      continue;
    }
    const answered = groups.reduce((sum, { count }) => sum + count, 0);
    const categories = mergeRare(groups, minimum).map(({ answers }) => answers);
    items.push({ column, categories, missing: matrix.n - answered });
  }
  return { n: matrix.n, items, codes: encode(matrix, items), dropped };
}

/** Category numbers of a matrix under given categories; an answer outside them counts as missing. */
export function encode(matrix: ResponseMatrix, items: readonly Pick<CodedItem, 'column' | 'categories'>[]): Uint8Array {
  const codes = new Uint8Array(matrix.n * items.length).fill(MISSING);
  for (const [place, { column, categories }] of items.entries()) {
    const codeOf = new Map(categories.flatMap((answers, code) => answers.map((answer) => [answer, code] as const)));
    const small = Uint8Array.from({ length: SMALL_CODES }, (_, answer) => codeOf.get(answer) ?? MISSING);
    for (let row = 0; row < matrix.n; row += 1) {
      const answer = matrix.values[row * matrix.k + column] ?? Number.NaN;
      codes[row * items.length + place] = isSmallCode(answer)
        ? (small[answer] ?? MISSING)
        : (codeOf.get(answer) ?? MISSING);
    }
  }
  return codes;
}
