import { checkAgainstShelf } from './check.ts';
import { irtCases } from './irt.cases.ts';

checkAgainstShelf('irt', irtCases);
