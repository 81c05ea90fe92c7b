import { checkAgainstShelf } from './check.ts';
import { qualityCases } from './quality.cases.ts';

checkAgainstShelf('quality', qualityCases);
