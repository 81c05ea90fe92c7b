/** More different numbers than this are not worth remembering. */
const MOST = 20_000;
const known = new Map<number, string>();

/** Whole numbers of raw scores, written once. */
const WHOLE = Array.from({ length: 512 }, (_, number) => String(number));
/** Looked up by whole numbers only: with another one an array is searched by name, which takes longer than writing it. */
const isWhole = (value: number): boolean => value >= 0 && value < WHOLE.length && (value | 0) === value;

/** A number as text, to full precision; blank for NaN. */
export function numberText(value: number | null | undefined): string {
  if (value === undefined || value === null || Number.isNaN(value)) return '';
  return isWhole(value) ? (WHOLE[value] ?? '') : `${value}`;
}

/** The same for numbers of which there are few, as means of a few answers: finding one is far quicker than writing it. */
export function fewNumberText(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  if (isWhole(value)) return WHOLE[value] ?? '';
  const there = known.get(value);
  if (there !== undefined) return there;
  const text = `${value}`;
  if (known.size < MOST) known.set(value, text);
  return text;
}
