import { describe, expect, it } from 'vitest';
import { mergeBattery } from '../../../instruments/battery/merge-battery.ts';
import { mergeTexts } from '../../../instruments/battery/merge-texts.ts';
import { checkBattery } from '../../../instruments/integrity/battery.ts';
import type { Battery } from '../../../instruments/schema/battery.schema.ts';
import { compile, describe as inWords, score } from '../../../scoring/index.ts';
import { battery, checks, habits, instruments, textOf, wishes } from './fixtures.ts';

const form = mergeBattery(battery, instruments);
const answers = Object.fromEntries(form.items.map(({ id }, index) => [id, 1 + ((index * 3) % 5)]));

describe('a battery as one form', () => {
  it('shows everything its instruments have, once', () => {
    expect(form.items.map(({ id }) => id).sort()).toEqual(
      [habits, wishes, checks].flatMap(({ items }) => items.map(({ id }) => id)).sort(),
    );
    expect(form.sections.map(({ id, pages, breakAfter }) => [id, pages.length, breakAfter])).toEqual([
      ['first', 10, 5],
      ['second', 6, undefined],
    ]);
    const pages = form.sections.flatMap((section) => section.pages.map(({ id }) => id));
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('keeps formats of the same name apart', () => {
    expect(form.formats['habits-likeness']?.seconds).toBe(8);
    expect(form.formats['wishes-likeness']?.seconds).toBe(6);
    expect(form.items.find(({ id }) => id === 'H1')?.format).toBe('wishes-likeness');
  });

  it('scores each scale as its own instrument does', () => {
    const whole = score(compile(form), answers).scales;
    const apart = [habits, wishes, checks].flatMap((one) => score(compile(one), answers).scales);
    expect(whole).toEqual(apart);
  });

  it('keeps of a scale what is shown, and drops a scale of which nothing is', () => {
    const [first, ...others] = battery.sections;
    const short: Battery = {
      ...battery,
      sections: [
        { ...first, blocks: [{ instrument: 'habits', items: ['O1', 'O2', 'O4'] }] } as (typeof others)[0] & {},
        ...others,
      ],
    };
    const kept = mergeBattery(short, instruments);
    expect(kept.scales.map(({ id, items = [] }) => [id, items.length])).toEqual([
      ['order', 3],
      ['help', 4],
      ['too-good', 2],
    ]);
  });

  it('refuses two instruments with an item or a scale of one name', () => {
    const twin = { ...wishes, scales: wishes.scales.map((scale) => ({ ...scale, id: 'order' })) };
    expect(() => mergeBattery(battery, new Map([...instruments, ['wishes', twin]]))).toThrow('The scale order');
  });

  it('takes its words from its instruments, and its title from itself', () => {
    const text = mergeTexts(battery, form, [textOf(habits), textOf(wishes, 'draft'), textOf(checks)]);
    expect(text.title).toBe('A small battery');
    expect(text.status).toBe('draft');
    expect(text.formats['wishes-likeness']?.labels[0]).toBe('wishes 1');
    expect(text.blocks?.wishes?.instructions).toBe('How to answer wishes');
    const profile = inWords(compile(form), score(compile(form), answers), text);
    expect(profile.map(({ name }) => name).sort()).toEqual(['habits: order', 'habits: warmth', 'wishes: help']);
  });
});

describe('the integrity of a battery', () => {
  it('finds nothing in a sound one', () => expect(checkBattery(battery, instruments)).toEqual([]));

  it.each<[string, Battery, string]>([
    [
      'another version',
      { ...battery, instruments: [{ id: 'habits', version: '9.0.0' }, ...battery.instruments.slice(1)] },
      'pins 9.0.0',
    ],
    ['an instrument never shown', { ...battery, sections: battery.sections.slice(0, 1) }, 'never shown'],
    [
      'an item shown twice',
      {
        ...battery,
        sections: [
          ...battery.sections,
          { id: 'third', minutes: 1, shuffle: 'none', blocks: [{ instrument: 'wishes', items: ['H1'] }] },
        ],
      },
      'is shown twice',
    ],
    [
      'an unknown item',
      {
        ...battery,
        sections: [
          ...battery.sections,
          { id: 'third', minutes: 1, shuffle: 'none', blocks: [{ instrument: 'wishes', items: ['Q1'] }] },
        ],
      },
      'shows no item Q1',
    ],
    ['less time than it takes', { ...battery, minutes: { median: 1, p90: 2 } }, 'promises 1'],
  ])('finds %s', (_name, broken, problem) => {
    expect(
      checkBattery(broken, instruments)
        .map((one) => one.problem)
        .join(),
    ).toContain(problem);
  });
});
