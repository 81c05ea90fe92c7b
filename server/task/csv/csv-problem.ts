import { CommandProblem } from '../command-problem.ts';

/** A table that cannot be read at all; the message says what was found and what is expected. Nothing was computed. */
export class CsvProblem extends CommandProblem {
  override readonly name = 'CsvProblem';
}
