import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { pagesInOrder } from '../../scoring/index.ts';

/** Every form on paper asks in the same order: printed and keyed in by the same numbers. */
export const paperSeed = 0;

export const paperPages = ({ sections }: Instrument) => pagesInOrder(sections, paperSeed).flat();
