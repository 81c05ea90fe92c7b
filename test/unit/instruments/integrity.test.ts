import { describe, expect, it } from 'vitest';
import { checkIntegrity, keyBalance } from '../../../instruments/integrity.ts';
import { listInstruments, loadInstrument, loadNorms, loadRecording, loadTexts } from '../../../instruments/load.ts';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import type { InstrumentText, Language } from '../../../instruments/schema/text.schema.ts';

/** The files as read are frozen; a copy of this shape may be spoilt. */
interface Spoilable {
  instrument: Instrument;
  texts: Record<Language, InstrumentText>;
  norms: NormSet[];
  sizeOf: (file: string) => number | null;
}

const filesOf = (id: string): Spoilable => ({
  instrument: loadInstrument(id),
  texts: { kk: loadTexts(id, 'kk'), ru: loadTexts(id, 'ru'), en: loadTexts(id, 'en') },
  norms: [...loadNorms(id)],
  sizeOf: (file) => loadRecording(id, file)?.length ?? null,
});

describe('every instrument', () => {
  it.each(listInstruments())('%s holds together', (id) => {
    expect(checkIntegrity(filesOf(id))).toEqual([]);
  });

  it.each(listInstruments())('%s: its folder bears its id', (id) => {
    expect(loadInstrument(id).id).toBe(id);
  });
});

describe('what integrity finds', () => {
  const spoil = (change: (files: Spoilable) => void): string[] => {
    const { sizeOf, ...data } = filesOf('personality-ipip50');
    const files = { ...structuredClone(data), sizeOf };
    change(files);
    return checkIntegrity(files).map(({ file, where, problem }) => `${file} ${where} ${problem}`);
  };
  it('a recording that is not there, is too large, or belongs to no item', () => {
    const found = spoil((files) => {
      files.texts.kk.audio = { E1: 'e1.mp3', Z9: 'z9.mp3', E2: 'e2.mp3' };
      files.sizeOf = (file) => (file === 'e1.mp3' ? null : file === 'e2.mp3' ? 500_001 : 10);
    });
    expect(found).toEqual([
      'text.kk.json audio/Z9 belongs to nothing',
      'text.kk.json audio/E1 there is no file e1.mp3 in the folder audio',
      'text.kk.json audio/E2 e2.mp3 has 500001 bytes, more than 500000',
    ]);
  });

  const text = (files: Spoilable, language: 'kk' | 'ru' | 'en', item: string, words: string): void => {
    files.texts[language].items[item] = words;
  };

  it.each<[string, (files: Spoilable) => void, string]>([
    ['an item on no page', (f) => f.instrument.sections[0]?.pages[0]?.items.pop(), 'items/O1 is on no page'],
    ['an item shown twice', (f) => f.instrument.sections[0]?.pages[0]?.items.push('E2'), 'E2 is shown more than once'],
    [
      'a key to nothing',
      (f) => f.instrument.scales[0]?.items?.push({ item: 'E11', key: 1 }),
      'keys E11, which is no item',
    ],
    ['an item keyed twice', (f) => f.instrument.scales[0]?.items?.push({ item: 'E1', key: 1 }), 'keys E1 twice'],
    ['an item in no scale', (f) => f.instrument.scales[0]?.items?.pop(), 'items/E10 enters no scale'],
    [
      'a match without a count',
      (f) => f.instrument.scales[0]?.items?.splice(0, 1, { item: 'E1', key: 1, match: 1 }),
      'match',
    ],
    ['a missing sentence', (f) => delete f.texts.ru.items.E1, 'text.ru.json items/E1 is missing'],
    ['an orphan sentence', (f) => text(f, 'ru', 'E99', 'Я здесь.'), 'items/E99 belongs to nothing'],
    ['a missing scale', (f) => delete f.texts.kk.scales.openness, 'scales/openness is missing'],
    ['too few labels', (f) => f.texts.en.formats.likeness?.labels.pop(), 'has 4 labels for 5 points'],
    ['an older text', (f) => (f.texts.en.version = '0.9.0'), 'version is 0.9.0'],
    ['two spaces', (f) => text(f, 'ru', 'E1', 'Я  душа компании.'), 'two spaces'],
    ['a Latin letter in a Russian word', (f) => text(f, 'ru', 'E1', 'Я — душa компании.'), 'mixes Latin and Cyrillic'],
    ['a Latin i in Kazakh', (f) => text(f, 'kk', 'E1', 'Сөздік қорым өте бaй.'), 'mixes Latin and Cyrillic'],
    ['Kazakh letters in Russian', (f) => text(f, 'ru', 'E1', 'Я — дұша компании.'), 'Kazakh letters'],
    [
      'Kazakh without its letters',
      (f) => text(f, 'kk', 'E1', 'Мен адамдардын арасында озимди еркин сезинемин, достарым да аз емес.'),
      'none of the Kazakh',
    ],
    ['Russian left in Kazakh', (f) => (f.texts.kk.items.E1 = f.texts.ru.items.E1 ?? ''), 'is not translated'],
    ['a spelt-out gender', (f) => text(f, 'ru', 'E1', 'Я готов(а) ко всему.'), 'genders'],
    ['a pair where a sentence belongs', (f) => (f.texts.en.items.E1 = { a: 'This', b: 'That' }), 'not a pair'],
    ['an adjudication by nobody', (f) => (f.texts.kk.status = 'adjudicated'), 'without two named adjudicators'],
    [
      'a norm of another version',
      (f) => f.norms.map((norm) => (norm.instrumentVersion = '2.0.0')),
      'is for version 2.0.0',
    ],
    [
      'a norm of no scale',
      (f) => f.norms.map(({ scales }) => Object.assign(scales, { x: scales.openness })),
      'norms x',
    ],
    ['a norm table that falls', (f) => f.norms[0]?.scales.openness?.table.reverse(), 'does not rise'],
    ['an invented sem', (f) => f.norms.map(({ scales }) => Object.assign(scales.openness ?? {}, { sem: 0.1 })), 'sem'],
    ['a synonym to nothing', (f) => f.instrument.quality?.synonyms.push(['E1', 'Z9']), 'Z9 is no item'],
  ])('%s', (_name, change, problem) => {
    expect(spoil(change).join('\n')).toContain(problem);
  });
});

describe('keyBalance', () => {
  it('counts plain and reversed items', () => {
    expect(keyBalance(loadInstrument('personality-ipip50'))).toEqual([
      { scale: 'extraversion', plain: 5, reversed: 5 },
      { scale: 'agreeableness', plain: 6, reversed: 4 },
      { scale: 'conscientiousness', plain: 6, reversed: 4 },
      { scale: 'emotional-stability', plain: 2, reversed: 8 },
      { scale: 'openness', plain: 7, reversed: 3 },
    ]);
  });
});
