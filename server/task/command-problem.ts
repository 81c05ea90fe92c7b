/** Something a person at the terminal can put right: told in one line, without a trace. */
export class CommandProblem extends Error {
  override readonly name: string = 'CommandProblem';
  readonly foreseen = true;
}
