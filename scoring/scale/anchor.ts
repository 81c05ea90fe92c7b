/**
 * Point of an answer scale nearest to a mean, counted 1…5 from the lowest; halfway belongs to the higher point. On another
 * range than 1…5 (a share of matches, 0…1) the range is divided alike.
 */
export function anchorOf(mean: number, { lowest, highest }: { lowest: number; highest: number }): number {
  return 1 + Math.floor((4 * (mean - lowest)) / (highest - lowest) + 0.5);
}
