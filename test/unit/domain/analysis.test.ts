import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, demoGroup, demoNorm, demoReference } from '../../../scoring/index.ts';
import {
  fieldsThatFit,
  invitation,
  resultPropensity,
  resultQuality,
} from '../../../server/contract/analysis.schema.ts';
import { explanation } from '../../../server/contract/result.schema.ts';
import {
  fieldsOf,
  invitationOf,
  propensityOfResult,
  qualityOfResult,
  type Telling,
} from '../../../server/domain/analysis-words.ts';
import type { StoredAnswer } from '../../../server/domain/batch.ts';
import { explanationIn } from '../../../server/domain/explanation-words.ts';
import { explainIndex } from '../../../server/domain/index-explanation.ts';
import { withWish } from '../../../server/domain/invitation.ts';
import { mainScales } from '../../../server/domain/main-scales.ts';
import { deriveResult, type ScoredSitting, type StoredResult } from '../../../server/domain/result.ts';
import { instrumentShelf } from '../../../server/instrument-shelf.ts';

const shelved = instrumentShelf().current('kasip-9');
const form = shelved.instrument;
const at = new Date('2026-10-01T08:00:00Z');
const standing = {
  pid: 'p',
  campaign: 'c',
  school: 's',
  district: 'd',
  region: 'KZ-61',
  locality: 'rural',
  sex: 'female',
} as const;
const languages = ['kk', 'ru', 'en'] as const;

function sittingOf(answers: Record<string, number>, everyMs = 9000): ScoredSitting {
  const stored = Object.entries(answers).map(([item, value], index): [string, StoredAnswer] => [
    item,
    { value, seq: index + 1, atMs: everyMs * (index + 1), language: 'kk', at },
  ]);
  return { answers: Object.fromEntries(stored), seed: 7, origin: 'person', language: 'kk', submittedAt: at };
}

const simulate = createSimulator(form);
const sincere = simulate(4, { ...demoGroup({ language: 'kk', rural: true }), orderSeed: 7 }).answers;
const resultOf = (answers: Record<string, number>, demo: boolean, more: Partial<ScoredSitting> = {}): StoredResult =>
  deriveResult({ ...sittingOf(answers), ...more }, standing, shelved.analysisFor({ language: 'kk', demo }), at);

const telling = (language: (typeof languages)[number], wish: boolean | null = null): Telling => ({
  language,
  text: shelved.text(language),
  careers: shelved.careers,
  wish,
});
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const demoPlan = shelved.planFor({ language: 'kk', demo: true });

const holds = (schema: object, value: unknown): void => {
  const validate = ajv.compile(schema);
  expect(validate(value) || validate.errors).toBe(true);
};

describe('a form that only guides', () => {
  it('places nobody among others, in the demo neither, nor by a norm of its campaign', () => {
    const short = instrumentShelf().current('kasip-9-short');
    const own = { set: { ...demoNorm(short.instrument, 'kk'), id: 'own' }, reference: demoReference(short.instrument) };
    for (const pupil of [{ language: 'kk', demo: true } as const, { language: 'kk', demo: true, own } as const])
      expect(short.planFor(pupil)).toMatchObject({ normId: null });
  }, 60_000);
});

describe('a result of the battery in the demo country', () => {
  let result: StoredResult;
  beforeAll(() => {
    result = resultOf(sincere, true);
  }, 60_000);

  it('has scores by a simulated norm, quality by a simulated reference, an index and fields, each with its version', () => {
    expect(result.normId).toBe('simulated-kk');
    expect(result.scales).toHaveLength(form.scales.length);
    expect(result.quality).toMatchObject({ state: 'valid', referenceId: 'simulated', mixedLanguages: false });
    expect(result.propensity).toMatchObject({ table: 'teaching-propensity', basis: 'norm' });
    expect(result.propensity?.index?.reliability).toBeGreaterThan(0.8);
    expect(result.fields?.fields.length).toBeGreaterThanOrEqual(5);
    expect(result.fields?.careersVersion).toBe(shelved.careers?.version);
  });

  it.each(languages)('tells all of it in %s, as the contract has it', (language) => {
    const told = telling(language);
    holds(fieldsThatFit, fieldsOf(result, told));
    holds(invitation, invitationOf(result, told, 'pupil'));
    holds(invitation, invitationOf(result, told, 'guardian'));
    holds(resultQuality, qualityOfResult(result, told));
    holds(resultPropensity, propensityOfResult(result, told, demoPlan));
    const fields = fieldsOf(result, told);
    expect(fields?.fields[0]?.occupations.length).toBeGreaterThan(0);
    expect(fields?.fields[0]?.because.every((name) => !/^[a-z-]+$/.test(name) || language === 'en')).toBe(true);
  });

  it('shows pupil and counsellor one label, and no third one', () => {
    const label = invitationOf(result, telling('ru'), 'pupil')?.label;
    expect(propensityOfResult(result, telling('ru'), demoPlan)?.label).toBe(label);
    const wished = invitationOf(result, telling('ru', true), 'pupil');
    expect(wished?.state).toBe('invited-to-talk');
  });

  it('opens the index to its last item', () => {
    const told = {
      language: 'en',
      plan: shelved.planFor({ language: 'kk', demo: true }),
      instrument: form,
      text: shelved.text('en'),
    } as const;
    const { propensity } = shelved.analysisFor({ language: 'kk', demo: true });
    if (propensity === null) throw new Error('the battery has an index');
    const found = explainIndex({ ...told, answers: sittingOf(sincere).answers }, propensity);
    holds(explanation, found);
    expect(found.steps).toHaveLength(10);
    expect(found.items.length).toBeGreaterThan(60);
    expect(found.items.every(({ text, answer }) => text !== '' && answer !== null)).toBe(true);
    for (const { id, use } of form.scales.filter((scale) => scale.use !== 'quality')) {
      const opened = explanationIn({ ...told, answers: sittingOf(sincere).answers }, id);
      holds(explanation, opened);
      expect([use, opened.items.length]).not.toEqual([use, 0]);
    }
  });
});

describe('a result of the battery of a real pupil, before a local norm', () => {
  it('has no T, no index and no reference, and still fields and an invitation by anchored answers', () => {
    const result = resultOf(sincere, false);
    expect(result.normId).toBeNull();
    expect(result.scales.every((scale) => scale.kind === 'insufficient' || scale.t === null)).toBe(true);
    expect(result.propensity).toMatchObject({ basis: 'answers', index: null });
    expect(result.quality).toMatchObject({ referenceId: null, score: null });
    expect(result.fields?.fields.length).toBeGreaterThanOrEqual(5);
    const keen = Object.fromEntries(form.items.map(({ id }) => [id, 5]));
    expect(shelved.analysisFor({ language: 'kk', demo: false }).propensity?.index).toBeNull();
    expect(Object.keys(keen)).toHaveLength(190);
  });

  it('leaves the speed of a helped pupil alone, and that of a replayed file', () => {
    const flags = (more: Partial<ScoredSitting>) =>
      resultOf(sincere, false, { ...sittingOf(sincere, 500), ...more }).quality?.flags.map(({ flag }) => flag) ?? [];
    expect(flags({})).toContain('too-quick');
    expect(flags({ accommodation: 'read-aloud' })).not.toContain('too-quick');
    expect(flags({ origin: 'replay' })).not.toContain('too-quick');
  });

  it('notices two languages in one sitting', () => {
    const { answers } = sittingOf(sincere);
    const first = Object.keys(answers)[0] ?? '';
    const held = answers[first];
    if (held === undefined) throw new Error('no answers');
    const mixed = resultOf(sincere, false, { answers: { ...answers, [first]: { ...held, language: 'ru' } } });
    expect(mixed.quality?.mixedLanguages).toBe(true);
    expect(qualityOfResult(mixed, telling('en'))?.flags.at(-1)?.flag).toBe('mixed-languages');
  });
});

describe('the pupil’s wish', () => {
  it('invites by itself, and taken back leaves what rests on something else', () => {
    const { propensity } = resultOf(sincere, true);
    if (propensity === undefined || propensity === null) throw new Error('no propensity');
    const none = {
      ...propensity,
      pathways: propensity.pathways.map((one) => ({ ...one, status: 'not-met' as const })),
    };
    expect(withWish(none, true).state).toBe('invited-to-talk');
    expect(withWish(none, false).state).toBe('nothing-to-suggest');
    expect(withWish(none, null).state).toBe('nothing-to-suggest');
    const some = {
      ...none,
      pathways: none.pathways.map((one) => (one.id === 'motive' ? { ...one, status: 'met' as const } : one)),
    };
    expect(withWish(some, false).state).toBe('invited-to-talk');
  });
});

describe('what a pupil is told about', () => {
  it('leaves out the parts of a larger scale and everything that is no profile', () => {
    const told = mainScales(form);
    for (const id of ['empathy', 'teaching-motives', 'social', 'people', 'openness']) expect(told).toContain(id);
    for (const id of ['prosocial-acts', 'intrinsic-interest', 'fallback', 'candour', 'theme-ethics']) {
      expect(told.has(id)).toBe(false);
    }
  });
});
