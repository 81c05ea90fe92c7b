import { checkAgainstShelf } from './check.ts';
import { normingCases } from './norming.cases.ts';

checkAgainstShelf('norming', normingCases);
