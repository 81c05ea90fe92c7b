import { checkAgainstShelf } from './check.ts';
import { fairnessCases } from './fairness.cases.ts';

checkAgainstShelf('fairness', fairnessCases);
