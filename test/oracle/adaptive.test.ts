import { adaptiveCases } from './adaptive.cases.ts';
import { checkAgainstShelf } from './check.ts';

checkAgainstShelf('adaptive', adaptiveCases);
