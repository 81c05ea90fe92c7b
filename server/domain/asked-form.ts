import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import { type AskedAs, askedAs } from '../../scoring/index.ts';

/** How a form is asked, and why, with the name of the scale that decides it; an empty one where none is rated. */
export function askedForm(
  instrument: Instrument,
  { scales }: Pick<InstrumentText, 'scales'>,
): Omit<AskedAs, 'scale'> & { scale: string } {
  const { scale, ...asked } = askedAs(instrument);
  return { ...asked, scale: scale === null ? '' : (scales[scale]?.name ?? scale) };
}
