import { checkAgainstShelf } from './check.ts';
import { reliabilityCases } from './reliability.cases.ts';

checkAgainstShelf('reliability', reliabilityCases);
