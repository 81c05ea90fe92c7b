import { describe, expect, it } from 'vitest';
import {
  listBatteries,
  listInstruments,
  loadBattery,
  loadInstrument,
  loadNorms,
  loadTexts,
} from '../../../instruments/load.ts';
import { parseInstrument, parseText } from '../../../instruments/parse.ts';

describe('load', () => {
  it('reads an instrument once and freezes it to the last leaf', () => {
    const instrument = loadInstrument('personality-ipip50');
    expect(loadInstrument('personality-ipip50')).toBe(instrument);
    expect(Object.isFrozen(instrument.scales[0]?.items?.[0])).toBe(true);
    expect(() => Object.assign(instrument.items[0] ?? {}, { id: 'X' })).toThrow(TypeError);
    expect(Object.isFrozen(loadNorms('personality-ipip50')[0]?.scales.openness?.table[0])).toBe(true);
  });

  it('lists what is there, and names it when asked for what is not', () => {
    expect(listInstruments()).toContain('personality-ipip50');
    expect(() => loadInstrument('charm')).toThrow(
      /no instruments\/charm\/instrument.json; it exists for: .*personality-ipip50/,
    );
    expect(() => loadInstrument('../../secrets')).toThrow('There is no');
    expect(() => loadBattery('charm')).toThrow('There is no');
    expect(loadNorms('charm')).toEqual([]);
    for (const id of listBatteries()) expect(loadBattery(id).id).toBe(id);
  });

  it('has the first five items in the order of the IPIP sheet', () => {
    const { items } = loadInstrument('personality-ipip50');
    expect(items.slice(0, 6).map(({ id }) => id)).toEqual(['E1', 'A1', 'C1', 'N1', 'O1', 'E2']);
    const english = loadTexts('personality-ipip50', 'en').items;
    expect([english.E1, english.A1, english.C1, english.N1, english.O1]).toEqual([
      'Am the life of the party.',
      'Feel little concern for others.',
      'Am always prepared.',
      'Get stressed out easily.',
      'Have a rich vocabulary.',
    ]);
  });
});

describe('parse', () => {
  it('says which file, where, and what', () => {
    const spoilt = { ...loadInstrument('personality-ipip50'), version: 'one', charm: 1 };
    expect(() => parseInstrument(JSON.stringify(spoilt), 'x/instrument.json')).toThrow(
      /x\/instrument\.json does not hold its schema:\n.*\(charm\).*\/version must match pattern/s,
    );
    expect(() => parseInstrument('{', 'x/instrument.json')).toThrow('x/instrument.json is not JSON');
  });

  it('refuses a text with too few labels or an unknown status', () => {
    const text = loadTexts('personality-ipip50', 'en');
    const spoilt = { ...text, status: 'perfect', formats: { likeness: { labels: ['one'] } } };
    expect(() => parseText(JSON.stringify(spoilt), 'x')).toThrow(
      /status must be equal to.*labels must NOT have fewer than 2 items/s,
    );
  });
});
