import { describe, expect, it } from 'vitest';
import { loadForm, loadFormTexts } from '../../../instruments/forms.ts';
import { checkIntegrity } from '../../../instruments/integrity.ts';
import { loadBattery, loadInstrument, loadTexts } from '../../../instruments/load.ts';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';

const languages = ['kk', 'ru', 'en'] as const;
const texts = (id: string) => ({
  kk: loadFormTexts(id, 'kk'),
  ru: loadFormTexts(id, 'ru'),
  en: loadFormTexts(id, 'en'),
});
const minutes = ({ items, formats }: Instrument): number =>
  items.reduce((sum, { format }) => sum + (formats[format]?.seconds ?? 0), 0) / 60;
const keyed = (id: string, scale: string) =>
  (loadInstrument(id).scales.find((one) => one.id === scale)?.items ?? []).map(
    ({ item, match }) => `${item.replace(/\D/g, '')}${match}`,
  );

describe.each(['kasip-9', 'kasip-9-short'])('%s', (id) => {
  it('holds together as one form in three languages', () => {
    expect(checkIntegrity({ instrument: loadForm(id), texts: texts(id), norms: [] })).toEqual([]);
  });

  it('says no sentence twice', () => {
    for (const language of languages) {
      const sentences = Object.values(loadFormTexts(id, language).items).flatMap((words) =>
        typeof words === 'string' ? [words] : [words.a, words.b],
      );
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });
});

describe('the whole battery', () => {
  it('is 190 responses in two sections, within its time', () => {
    const form = loadForm('kasip-9');
    expect(form.items).toHaveLength(190);
    expect(form.sections).toHaveLength(2);
    expect(minutes(form)).toBeLessThan(loadBattery('kasip-9').minutes.median);
    expect(loadBattery('kasip-9').minutes).toEqual({ median: 32, p90: 45 });
  });

  it('has a short form without a composite and without teaching in it', () => {
    const { composite, instruments, minutes: planned } = loadBattery('kasip-9-short');
    expect(composite).toBeNull();
    expect(planned.p90).toBeLessThanOrEqual(15);
    expect(instruments.map((one) => one.id)).not.toContain('teaching-motives');
    expect(minutes(loadForm('kasip-9-short'))).toBeLessThan(planned.median);
  });

  it('asks for each answer of the scale by name, never for one answer more than twice', () => {
    const asked = loadInstrument('candour').items.flatMap(({ expected }) => expected ?? []);
    expect([...asked].sort()).toEqual([1, 2, 3, 4, 4, 5]);
    for (const language of languages) {
      const { items, formats } = loadTexts('candour', language);
      for (const { id, expected } of loadInstrument('candour').items) {
        const label = formats.likeness?.labels[(expected?.[0] ?? 0) - 1];
        if (expected !== undefined) expect(items[id]).toContain(`«${label}»`);
      }
    }
  });
});

describe('keys and structures', () => {
  it('pairs every two types twice, in the published places', () => {
    const { items } = loadInstrument('work-types');
    const types = items.map(({ pair }) => [pair?.a, pair?.b].sort().join());
    expect(types.slice(0, 10)).toEqual(types.slice(10));
    expect(new Set(types).size).toBe(10);
    expect(keyed('work-types', 'people')).toEqual(['21', '42', '62', '81', '121', '142', '162', '181']);
    expect(keyed('work-types', 'signs')).toEqual(['22', '51', '92', '102', '122', '151', '192', '202']);
  });

  it('counts yes and no in the published places of forty', () => {
    const every = (from: number, match: number) => Array.from({ length: 10 }, (_, i) => `${from + 4 * i}${match}`);
    const sorted = (values: string[]) => [...values].sort();
    expect(sorted(keyed('communicative-organising-40', 'communicative-tendency'))).toEqual(
      sorted([...every(1, 1), ...every(3, 0)]),
    );
    expect(sorted(keyed('communicative-organising-40', 'organising-tendency'))).toEqual(
      sorted([...every(2, 1), ...every(4, 0)]),
    );
  });

  it('says in thirty items exactly what it says in fifty', () => {
    for (const language of languages) {
      expect(loadTexts('personality-ipip50', language).items).toMatchObject(
        loadTexts('personality-ipip30', language).items,
      );
      expect(loadTexts('personality-ipip30', language).scales).toEqual(
        loadTexts('personality-ipip50', language).scales,
      );
    }
  });

  it('gives each theme of the law eight options, at most one in a situation, and a best option at every place', () => {
    const { items, keys } = loadInstrument('situations');
    const count = (of: (item: (typeof items)[number]) => string | undefined, value: string) =>
      items.filter((item) => of(item) === value).length;
    for (const theme of ['dignity', 'ethics', 'continuity', 'tolerance', 'humanity']) {
      expect(count((item) => item.theme, theme)).toBe(8);
    }
    expect(new Set(items.map(({ situation, theme }) => `${situation} ${theme}`)).size).toBe(40);
    const values = keys?.authors?.values ?? {};
    expect(Object.values(values).every((value) => value >= 1 && value <= 5)).toBe(true);
    const best = Object.entries(values).flatMap(([id, value]) => (value === 5 ? id.slice(-1) : []));
    expect(best).toHaveLength(10);
    expect(new Set(best)).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('keeps the situations out of every index and the themes out of every profile', () => {
    const uses = loadInstrument('situations').scales.map(({ id, use }) => `${id}: ${use}`);
    expect(uses[0]).toBe('situational-judgement: context');
    expect(uses.slice(1).every((use) => use.endsWith(': groups'))).toBe(true);
  });
});
