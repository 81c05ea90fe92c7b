import { listForms, loadForm } from '../../instruments/forms.ts';
import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { CommandProblem } from './command-problem.ts';

/** An instrument or battery by the id somebody typed. @throws CommandProblem that names those there are */
export function knownForm(id: string): Instrument {
  if (!listForms().includes(id))
    throw new CommandProblem(`There is no instrument ${id}; there are ${listForms().join(', ')}`);
  return loadForm(id);
}
