import { InvalidArgumentError } from 'commander';

/** A whole number from 1, for options. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 was expected');
  return number;
}
