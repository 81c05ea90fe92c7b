import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../../../instruments/load.ts';
import { profileNotes } from '../../../server/domain/profile-notes.ts';

const instrument = loadInstrument('personality-ipip50');
const answers = Object.fromEntries(
  instrument.items.map(({ id }, at) => [
    id,
    { value: 3, seq: at + 1, atMs: at, language: 'kk' as const, at: new Date(0) },
  ]),
);
const notesOf = (language: 'kk' | 'ru' | 'en', late?: Record<string, 'in-time' | 'finishing' | 'unsure'>) =>
  profileNotes(language, late === undefined ? { answers } : { answers, late }, instrument, null);

describe('answers that arrived after the campaign had closed', () => {
  it.each(['kk', 'ru', 'en'] as const)('are told of in words, each kind once: %s', (language) => {
    const usual = notesOf(language);
    const told = notesOf(language, { b1: 'unsure', b2: 'in-time', b3: 'in-time', b4: 'finishing' });
    const added = told.filter((note) => !usual.includes(note));
    expect(told).toHaveLength(usual.length + 3);
    expect(new Set(added).size).toBe(3);
    expect(added.join(' ')).not.toMatch(/in-time|finishing|unsure/);
  });

  it('are not told of where there are none', () => expect(notesOf('en', {})).toEqual(notesOf('en')));
});
