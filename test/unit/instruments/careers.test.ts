import { describe, expect, it } from 'vitest';
import { checkCareers } from '../../../instruments/integrity/careers.ts';
import { loadCareers } from '../../../instruments/load.ts';
import type { Careers } from '../../../instruments/schema/careers.schema.ts';

describe('careers', () => {
  it('hold together', () => {
    expect([...checkCareers(loadCareers())]).toEqual([]);
  });

  it('offer teaching and much else, and every interest and type of work leads somewhere', () => {
    const { fields } = loadCareers();
    const leading = (kind: string) => fields.filter((field) => field.kind === kind);
    expect(leading('field').length).toBeGreaterThanOrEqual(20);
    expect(leading('teaching').length).toBeGreaterThanOrEqual(12);
    for (const interest of ['realistic', 'investigative', 'artistic', 'social', 'enterprising', 'conventional']) {
      expect(leading('field').some(({ interests }) => interests[0] === interest)).toBe(true);
    }
    for (const type of ['nature', 'technology', 'people', 'signs', 'art']) {
      expect(leading('field').some(({ workTypes }) => workTypes[0] === type)).toBe(true);
      expect(leading('teaching').some(({ workTypes }) => workTypes[0] === type)).toBe(true);
    }
  });

  it('say a way to every field', () => {
    for (const { id, college, university } of loadCareers().fields) {
      expect([id, college.length + university.length > 0]).toEqual([id, true]);
    }
  });

  it.each<[string, (careers: Careers) => void, string]>([
    ['a field twice', ({ fields }) => fields.push(...fields.slice(0, 1)), 'twice'],
    ['an unknown subject', ({ fields }) => fields[0]?.university[0]?.subjects.splice(0, 1, 'alchemy'), 'alchemy'],
    ['a subject nobody asks', ({ subjects }) => Object.assign(subjects, { alchemy: subjects.physics }), 'no programme'],
    [
      'one group told in two ways',
      ({ fields }) => fields.find(({ id }) => id === 'teach-physics')?.university.push(programme(fields, 'B009')),
      'two ways',
    ],
    ['Russian left in Kazakh', ({ caution }) => Object.assign(caution, { kk: caution.ru }), 'not translated'],
    ['a doubled space', ({ routes }) => Object.assign(routes.teaching, { en: 'Two  spaces.' }), 'two spaces'],
  ])('%s is found', (_name, spoil, problem) => {
    const careers = structuredClone(loadCareers());
    spoil(careers);
    expect([...checkCareers(careers)].map((found) => `${found.where} ${found.problem}`).join('\n')).toContain(problem);
  });
});

/** A group of programmes with its pair of subjects changed. */
function programme(fields: Careers['fields'], group: string): Careers['fields'][number]['university'][number] {
  const found = fields.flatMap(({ university }) => university).find((one) => one.group === group);
  if (found === undefined) throw new RangeError(`No field has ${group}`);
  return { ...found, subjects: ['biology', 'chemistry'] };
}
