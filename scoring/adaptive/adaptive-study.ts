import { quadratureGrid } from '../irt/quadrature-grid.ts';
import { thetaEap } from '../irt/theta-eap.ts';
import { correlation, mean } from '../math/moments.ts';
import { createRandom } from '../math/random.ts';
import type { AdaptiveSettings } from './adaptive-settings.ts';
import { fixedForm } from './fixed-form.ts';
import type { BankItem, ItemBank } from './item-bank.ts';
import { runAdaptive } from './run-adaptive.ts';
import { simulatedAnswer } from './simulated-answer.ts';

/** How well a way of testing recovers θ. */
export interface Recovery {
  /** Mean number of items. */
  readonly items: number;
  /** Root mean square error against the true θ, and that over the full bank's. */
  readonly rmse: number;
  readonly ratio: number;
  /** Correlation with the estimate from the full bank. */
  readonly r: number | null;
  readonly bias: number;
}

export interface AdaptiveStudy {
  readonly seed: number;
  readonly persons: number;
  readonly full: Recovery;
  readonly adaptive: Recovery;
  /** The best fixed form of the adaptive test's mean length, rounded up. */
  readonly fixed: Recovery;
  readonly fixedForm: readonly string[];
  /** Share of persons each item was given to adaptively. */
  readonly exposure: Readonly<Record<string, number>>;
}

interface Person {
  readonly theta: number;
  readonly answers: ReadonlyMap<string, number>;
}

interface Outcome {
  readonly estimate: number;
  readonly items: number;
}

function recovery(persons: readonly Person[], outcomes: readonly Outcome[], full: readonly number[]): Recovery {
  const errors = outcomes.map(({ estimate }, i) => estimate - (persons[i]?.theta ?? 0));
  const fullErrors = full.map((estimate, i) => estimate - (persons[i]?.theta ?? 0));
  const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((e) => e * e)));
  return {
    items: mean(outcomes.map(({ items }) => items)),
    rmse: rms(errors),
    ratio: rms(errors) / rms(fullErrors),
    r: correlation(
      outcomes.map(({ estimate }) => estimate),
      full,
    ),
    bias: mean(errors),
  };
}

/**
 * What adaptive testing saves and costs, on simulated persons θ ~ N(0, 1) who answer every item of the bank once: error
 * against the truth and agreement with the full bank, for the adaptive test and for the best fixed form of its length.
 *
 * All three see the same answers of the same persons, so they differ by choice of items only.
 * @throws RangeError unless persons ≥ 2.
 */
export function adaptiveStudy(
  bank: ItemBank,
  settings: AdaptiveSettings,
  plan: { readonly persons: number; readonly seed: number },
): AdaptiveStudy {
  if (!(plan.persons >= 2)) throw new RangeError('a study needs at least two persons');
  const random = createRandom(plan.seed);
  const grid = quadratureGrid();
  const persons = Array.from({ length: plan.persons }, (): Person => {
    const theta = random.normal();
    return { theta, answers: new Map(bank.items.map((item) => [item.id, simulatedAnswer(item, theta, random)])) };
  });
  const estimate = (items: readonly BankItem[], { answers }: Person): number =>
    thetaEap(
      items,
      items.map(({ id }) => answers.get(id) ?? null),
      grid,
    )?.theta ?? 0;
  const full = persons.map((person) => estimate(bank.items, person));
  const records = persons.map((person, i) =>
    runAdaptive(bank, { ...settings, seed: settings.seed + i }, (item) => person.answers.get(item.id) ?? 0),
  );
  const length = Math.min(bank.items.length, Math.ceil(mean(records.map(({ trace }) => trace.length))));
  const form = fixedForm(bank, length);
  const formItems = bank.items.filter(({ id }) => form.includes(id));
  const share = (id: string): number =>
    records.filter(({ trace }) => trace.some((line) => line.id === id)).length / persons.length;
  return {
    seed: plan.seed,
    persons: plan.persons,
    full: recovery(
      persons,
      full.map((theta) => ({ estimate: theta, items: bank.items.length })),
      full,
    ),
    adaptive: recovery(
      persons,
      records.map(({ theta, trace }) => ({ estimate: theta, items: trace.length })),
      full,
    ),
    fixed: recovery(
      persons,
      persons.map((person) => ({ estimate: estimate(formItems, person), items: length })),
      full,
    ),
    fixedForm: form,
    exposure: Object.fromEntries(bank.items.map(({ id }) => [id, share(id)])),
  };
}
