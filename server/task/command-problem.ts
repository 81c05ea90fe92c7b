import { describeProblem, Problem } from '../domain/problem.ts';

/** Something a person at the terminal can put right: told in one line, without a trace. */
export class CommandProblem extends Error {
  override readonly name: string = 'CommandProblem';
  readonly foreseen = true;
}

/**
 * A problem of the catalogue is foreseen: a person at the terminal reads its words, as one before a page does. `hint` is added to what
 * is foreseen; anything else stays as it is.
 */
export function inWords(cause: unknown, hint = ''): unknown {
  if (!(cause instanceof Problem || cause instanceof CommandProblem)) return cause;
  const words = cause instanceof Problem ? wordsOf(cause) : cause.message;
  return new CommandProblem(hint === '' ? words : `${words}\n${hint}`, { cause });
}

function wordsOf({ slug, options: { detail } }: Problem): string {
  const { title } = describeProblem(slug, 'en');
  return detail === undefined ? title : `${title} (${detail})`;
}
