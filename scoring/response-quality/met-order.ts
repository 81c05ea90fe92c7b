import { literal, type Unrolled, unrolled, whenWorthwhile } from '../math/unrolled.ts';
import type { AnswerCodes } from './answer-codes.ts';
import { placesOf, type RunPlan } from './runs.ts';

/**
 * Takes the codes of a sheet and finds its runs in one go, for an order that comes again and again (a file has one for all
 * its rows). Whether an answer equals the one met before becomes one bit; runs are found in words of 32 such bits.
 */
export type MetCode = (values: Float64Array, codes: Uint8Array, found: Int32Array) => void;

/** The order that was met last. An order is not changed once it was used. */
export interface MetOrder {
  order: Int32Array | null;
  code: Unrolled<MetCode> | null;
  readonly found: Int32Array;
}

/** What the code finds: Σ code and Σ code² of the ratings, 1 where an answer is missing; then only if nothing is missing
 * the longest run on a page, and of each format from `LONGEST` on. */
export const SUM = 0;
export const SQUARES = 1;
export const MISSING = 2;
export const ON_PAGE = 3;
export const LONGEST = 4;

const WORD = 32;

export function metOrder(formats: number): MetOrder {
  return { order: null, code: null, found: new Int32Array(LONGEST + formats) };
}

/** The code for this order; null before it has come often, and for one that does not meet every item once. */
export function codeFor(met: MetOrder, plan: RunPlan, { codes, unrated }: AnswerCodes, order: Int32Array) {
  if (met.order !== order) {
    const whole = order.length === codes.length && new Set(order).size === order.length && order.length > 0;
    met.order = order;
    met.code = whole ? unrolled(['v', 'k', 'r'], () => metCode(plan, new Set(unrated), order)) : null;
  }
  return met.code === null ? null : whenWorthwhile(met.code);
}

/** `takeCodes` and `runsOf`, written out. */
function metCode(plan: RunPlan, unrated: ReadonlySet<number>, order: Int32Array): string {
  const words = Math.ceil(order.length / WORD);
  const lines = [`let c=0,p=0,b=0,s=0,q=0,l=0,n=0;let ${names('w', words)};let ${names('a', words)};`];
  for (const [met, item] of order.entries()) {
    const place = literal(item);
    const rated = unrated.has(item) ? '' : 's=s+c|0;q=q+Math.imul(c,c)|0;';
    lines.push(`c=(v[${place}]+1)|0;k[${place}]=c;${rated}l|=c-1;b=b<<1|((c^p)-1>>>31);p=c;`);
    if ((met + 1) % WORD === 0) lines.push(`w${(met + 1) / WORD - 1}=b;b=0;`);
  }
  const rest = order.length % WORD;
  if (rest > 0) lines.push(`w${words - 1}=b<<${WORD - rest};`);
  lines.push(`r[${SUM}]=s;r[${SQUARES}]=q;r[${MISSING}]=l>>>31;if(l<0)return;`);
  const { page, format } = placesOf(plan, order);
  const goesOn = (of: Int32Array, met: number): boolean => met > 0 && of[met] === of[met - 1];
  lines.push(longestRun(ON_PAGE, words, (met) => goesOn(page, met) && goesOn(format, met), order.length));
  for (const own of plan.longest.keys()) {
    const at = LONGEST + own;
    if (!format.includes(own)) lines.push(`r[${at}]=0;`);
    else lines.push(longestRun(at, words, (met) => format[met] === own && goesOn(format, met), order.length));
  }
  return lines.join('\n');
}

/** The longest run of answers of which each equals the one before, over the places where that counts. */
function longestRun(at: number, words: number, counts: (met: number) => boolean, length: number): string {
  const masks = new Int32Array(words);
  for (let met = 0; met < length; met++) {
    if (counts(met)) masks[met >> 5] = (masks[met >> 5] ?? 0) | (1 << (WORD - 1 - (met % WORD)));
  }
  const used = [...masks.keys()].filter((word) => masks[word] !== 0);
  if (used.length === 0) return `r[${at}]=1;`;
  const start = used.map((word) => `a${word}=w${word}&${literal(masks[word] ?? 0)};`).join('');
  // A bit stays where the one before it is set too: so each run loses one.
  const step = used.toReversed().map((word) => {
    const carried = used.includes(word - 1) ? `|a${word - 1}<<31` : '';
    return `a${word}&=a${word}>>>1${carried};`;
  });
  return `n=1;${start}while((${used.map((word) => `a${word}`).join('|')})!==0){n++;${step.join('')}}r[${at}]=n;`;
}

function names(letter: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${letter}${index}=0`).join();
}
