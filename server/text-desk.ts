import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkText } from '../instruments/integrity/texts.ts';
import { listInstruments, loadInstrument, loadTexts } from '../instruments/load.ts';
import type { TextCheck } from './domain/texts/read-sheet.ts';
import type { Reviewed, TextSource } from './domain/texts/text-source.ts';
import { projectRoot } from './project-root.ts';

export type TextDesk = ReturnType<typeof textDesk>;

/** The words of all instruments as they stand in the files, for the round trip with those who review them. */
export function textDesk(folder = join(projectRoot(), 'instruments')) {
  const reviewedFile = (id: string): string => join(folder, id, 'reviewed.json');
  const check: TextCheck = (id, text) => [...checkText(loadInstrument(id), text)];
  return {
    check,
    ids: (): readonly string[] => listInstruments(),
    sources: (only?: string): TextSource[] =>
      listInstruments()
        .filter((id) => only === undefined || id === only)
        .map((id) => ({
          instrument: id,
          version: loadInstrument(id).version,
          texts: { kk: loadTexts(id, 'kk'), ru: loadTexts(id, 'ru'), en: loadTexts(id, 'en') },
          reviewed: readReviewed(reviewedFile(id)),
        })),
    /** Writes an instrument's texts, and what its reviewers saw, back into its folder. */
    write({ instrument, texts, reviewed }: Pick<TextSource, 'instrument' | 'texts' | 'reviewed'>): void {
      for (const text of Object.values(texts)) {
        writeFileSync(join(folder, instrument, `text.${text.language}.json`), `${JSON.stringify(text, null, 2)}\n`);
      }
      if (Object.keys(reviewed).length > 0) {
        writeFileSync(reviewedFile(instrument), `${JSON.stringify(reviewed, null, 2)}\n`);
      }
    },
  };
}

/** Written by `write` alone. */
const readReviewed = (file: string): Reviewed => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
