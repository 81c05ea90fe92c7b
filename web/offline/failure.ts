import type { ProblemBody } from '../../server/contract/problem.schema.ts';

/**
 * Why a call gave nothing: the network did not carry it (or too slowly), or the server answered with a problem.
 * `network` never means «refused»: whether the server has the request is unknown, so it is sent again unchanged.
 */
export class ApiFailure extends Error {
  // `declare`: nothing is emitted for them, so that older browsers need no helper for class fields.
  declare readonly kind: 'network' | 'problem';
  declare readonly problem: ProblemBody | null;
  constructor(problem: ProblemBody | null) {
    super(problem?.slug ?? 'network');
    this.kind = problem === null ? 'network' : 'problem';
    this.problem = problem;
  }
  /** `network`, or the problem's slug. */
  get slug(): string {
    return this.message;
  }
  get status(): number {
    return this.problem?.status ?? 0;
  }
  /** Will the same request perhaps succeed later, with nothing changed? */
  get isPassing(): boolean {
    return this.kind === 'network' || this.status >= 500 || [408, 425, 429].includes(this.status);
  }
}

/** What went wrong in any thrown value; a bug of ours stays a bug and is thrown on. */
export function asFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown;
  throw thrown;
}
