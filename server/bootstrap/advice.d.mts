export class Advice extends Error {
  constructor(message: string, details?: readonly string[]);
  readonly details: readonly string[];
}
export function explain(error: unknown): string[];
