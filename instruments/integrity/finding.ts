/** Something wrong in the files of an instrument: which file, where in it, and what. */
export interface Finding {
  readonly file: string;
  readonly where: string;
  readonly problem: string;
}

/** What one check gives: findings, `file` filled in by the caller. */
export type Check = Iterable<Omit<Finding, 'file'>>;

/** Values that occur more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Members of the first list that are not in the second. */
export function without(values: readonly string[], known: Iterable<string>): string[] {
  const set = new Set(known);
  return values.filter((value) => !set.has(value));
}
