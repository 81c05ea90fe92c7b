import type { Instrument } from '../schema/instrument.schema.ts';
import type { InstrumentText } from '../schema/text.schema.ts';
import { type Check, without } from './finding.ts';

/** A minute of speech, small enough for a village school's line. */
const largest = 500_000;

/** Recordings: each of an item that is there, in a file that is there and not too large. `sizeOf`: bytes, null where there is no file. */
export function* checkRecordings(
  { items }: Instrument,
  { audio = {} }: InstrumentText,
  sizeOf: (file: string) => number | null,
): Check {
  const known = items.map(({ id }) => id);
  for (const id of without(Object.keys(audio), known)) yield { where: `audio/${id}`, problem: 'belongs to nothing' };
  for (const [id, file] of Object.entries(audio)) {
    const size = sizeOf(file);
    if (size === null) yield { where: `audio/${id}`, problem: `there is no file ${file} in the folder audio` };
    else if (size > largest) yield { where: `audio/${id}`, problem: `${file} has ${size} bytes, more than ${largest}` };
  }
}
