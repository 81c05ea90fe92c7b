import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deepFreeze } from './freeze.ts';
import { parseBattery, parseCareers, parseInstrument, parseNorms, parsePropensity, parseText } from './parse.ts';
import type { Careers } from './schema/careers.schema.ts';
import type { NormSet } from './schema/norms.schema.ts';
import type { PropensityTable } from './schema/propensity.schema.ts';
import type { InstrumentText, Language } from './schema/text.schema.ts';

/**
 * Reads what stands in `instruments/<id>/`, validates it against its schema and freezes it; each file is read once per
 * process. The only file of this folder that touches the disk; `USTAZ_INSTRUMENTS` names another folder in its place. Every function throws an Error naming the file (and the
 * place in it) when the id is unknown or the file does not hold.
 */
const holders = new Map<string, readonly string[]>();
const folder =
  process.env.USTAZ_INSTRUMENTS ?? join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'instruments');

export const loadInstrument = reader('instrument.json', parseInstrument);
export const loadBattery = reader('battery.json', parseBattery);

const readCareers = reader('careers.json', parseCareers);
const readPropensity = reader('teaching-propensity.json', parsePropensity);
const readNorms = reader('norms.json', parseNorms);
const readTexts = {
  kk: reader('text.kk.json', parseText),
  ru: reader('text.ru.json', parseText),
  en: reader('text.en.json', parseText),
};

export function loadTexts(id: string, language: Language): InstrumentText {
  return readTexts[language](id);
}

/** Norm sets of an instrument, the default one first; an instrument without `norms.json` has none. */
export function loadNorms(id: string): readonly NormSet[] {
  return existsSync(join(folder, id, 'norms.json')) ? readNorms(id).sets : [];
}

/** Fields of work, occupations and study routes in Kazakhstan. */
export function loadCareers(): Careers {
  return readCareers('careers');
}

/** The index a battery computes; null for one that only guides. */
export function loadPropensity(battery: string): PropensityTable | null {
  return loadBattery(battery).composite === null ? null : readPropensity(battery);
}

/** A recording that one of the instrument's texts names; null where none does, or the file is not there. */
export function loadRecording(id: string, file: string): Buffer | null {
  const path = join(folder, id, 'audio', file);
  const isNamed = listInstruments().includes(id) && languages.some((one) => isRecordingOf(loadTexts(id, one), file));
  return isNamed && existsSync(path) ? readFileSync(path) : null;
}

const languages = ['kk', 'ru', 'en'] as const;
const isRecordingOf = ({ audio = {} }: InstrumentText, file: string): boolean => Object.values(audio).includes(file);

/** Ids of all instruments, in alphabetical order. */
export function listInstruments(): string[] {
  return foldersWith('instrument.json');
}

/** Ids of all batteries, in alphabetical order. */
export function listBatteries(): string[] {
  return foldersWith('battery.json');
}

function reader<T>(file: string, parse: (json: string, name: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value =
      known.get(id) ?? deepFreeze(parse(readFileSync(pathOf(id, file), 'utf8'), `instruments/${id}/${file}`));
    known.set(id, value);
    return value;
  };
}

/** The id may come from a command line: it must name one of our own folders, never a path. */
function pathOf(id: string, file: string): string {
  const ids = foldersWith(file);
  if (!ids.includes(id)) throw new Error(`There is no instruments/${id}/${file}; it exists for: ${ids.join(', ')}`);
  return join(folder, id, file);
}

/** Looked up once, like the files themselves: every batch of answers asks. A copy, because lists are sorted and joined. */
function foldersWith(file: string): string[] {
  const known = holders.get(file) ?? lookFor(file);
  holders.set(file, known);
  return [...known];
}

const lookFor = (file: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, file)))
    .sort();

/** The source tree and `dist/` both lie below the package; the data files stand only in the source tree. */
function projectRoot(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    if (isOurPackage(join(at, 'package.json'))) return at;
    if (dirname(at) === at) throw new Error(`No package.json named "ustaz" above ${from}`);
  }
}

function isOurPackage(path: string): boolean {
  return existsSync(path) && /"name"\s*:\s*"ustaz"/.test(readFileSync(path, 'utf8'));
}
