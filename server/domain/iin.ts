const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * What is wrong with an individual identification number (12 digits YYMMDD G NNNN C), or null.
 * The check digit is Σ dᵢ·i mod 11 over the first eleven; where that is 10, with the second weights; 10 again: never issued.
 * `birthDate` (YYYY-MM-DD) must agree with the first six digits.
 */
export function iinProblem(iin: string, birthDate: string): string | null {
  if (!/^[0-9]{12}$/.test(iin)) return '12 digits';
  if (checkDigit(iin) !== Number(iin[11])) return 'a number whose last digit fits the others';
  if (iin.slice(0, 6) !== birthDate.slice(2).replaceAll('-', '')) return 'a number that begins with the birth date';
  return null;
}

/** The check digit of the first eleven digits, or null where no number has it. */
export function checkDigit(iin: string): number | null {
  const sum = (weights: readonly number[]): number =>
    weights.reduce((total, weight, index) => total + weight * Number(iin[index]), 0) % 11;
  const first = sum(firstWeights);
  if (first !== 10) return first;
  const second = sum(secondWeights);
  return second === 10 ? null : second;
}
