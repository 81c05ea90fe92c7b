import { checkAgainstShelf } from './check.ts';
import { situationCases } from './situation.cases.ts';

checkAgainstShelf('situations', situationCases);
