import { checkAdaptive } from './integrity/adaptive.ts';
import type { Check, Finding } from './integrity/finding.ts';
import { checkItems } from './integrity/items.ts';
import { checkNorm } from './integrity/norms.ts';
import { checkRecordings } from './integrity/recordings.ts';
import { checkScales } from './integrity/scales.ts';
import { allWords, checkText } from './integrity/texts.ts';
import { checkKazakh, checkTranslated } from './integrity/wording.ts';
import type { Instrument } from './schema/instrument.schema.ts';
import type { NormSet } from './schema/norms.schema.ts';
import type { InstrumentText, Language } from './schema/text.schema.ts';

/** All files of one instrument, read. */
export interface InstrumentFiles {
  readonly instrument: Instrument;
  readonly texts: Readonly<Record<Language, InstrumentText>>;
  readonly norms: readonly NormSet[];
  /** Bytes of a recording, null where there is none; left out where the recordings are not at hand. */
  readonly sizeOf?: (file: string) => number | null;
}

/**
 * What JSON Schema cannot say: every keyed item exists and is shown once, every word stands in every language, no text
 * belongs to nothing, norms speak of scales that are there, and no wording shows the signs of having been broken.
 * @returns everything found; an empty list is a sound instrument
 */
export function checkIntegrity({ instrument, texts, norms, sizeOf }: InstrumentFiles): Finding[] {
  const { kk, ru, en } = texts;
  return [
    ...inFile('instrument.json', checkItems(instrument)),
    ...inFile('instrument.json', checkScales(instrument)),
    ...inFile('instrument.json', checkAdaptive(instrument)),
    ...Object.values(texts).flatMap((text) => inFile(`text.${text.language}.json`, checkText(instrument, text))),
    ...Object.values(texts).flatMap((text) =>
      sizeOf === undefined ? [] : inFile(`text.${text.language}.json`, checkRecordings(instrument, text, sizeOf)),
    ),
    ...inFile('text.kk.json', checkKazakh(allWords(kk))),
    ...inFile('text.kk.json', checkTranslated(allWords(kk), allWords(ru))),
    ...inFile('text.kk.json', checkTranslated(allWords(kk), allWords(en))),
    ...inFile('text.ru.json', checkTranslated(allWords(ru), allWords(en))),
    ...norms.flatMap((norm) => inFile('norms.json', checkNorm(instrument, norm))),
  ];
}

function inFile(file: string, check: Check): Finding[] {
  return [...check].map((finding) => ({ file, ...finding }));
}

/** How many items of each scale are keyed plainly and how many reversed: what acquiescence could do to its score. */
export function keyBalance({ scales }: Instrument): { scale: string; plain: number; reversed: number }[] {
  return scales
    .filter((scale) => scale.score === 'mean' || scale.score === 'sum' || scale.score === 'weighted')
    .map(({ id, items = [] }) => {
      const plain = items.filter(({ key }) => key === 1).length;
      return { scale: id, plain, reversed: items.length - plain };
    });
}
