import { type AdaptiveSettings, adaptiveSettings } from '../../../scoring/adaptive/adaptive-settings.ts';
import { type AdaptiveStudy, adaptiveStudy, type Recovery } from '../../../scoring/adaptive/adaptive-study.ts';
import { fixedForm, isLargeEnough } from '../../../scoring/adaptive/fixed-form.ts';
import { type BankItem, type ItemBank, itemBank } from '../../../scoring/adaptive/item-bank.ts';
import { sympsonHetter } from '../../../scoring/adaptive/sympson-hetter.ts';
import type { ItemParameters } from './param-file.ts';

export interface SimulationPlan {
  readonly persons: number;
  readonly seed: number;
  readonly minItems: number;
  readonly maxItems: number;
  readonly targetSe: number | null;
  readonly cut: number | null;
  readonly randomesque: number;
  /** Highest share of persons an item may be given to; null without exposure control. */
  readonly rMax: number | null;
}

export interface SimulationReport extends AdaptiveStudy {
  readonly bank: number;
  readonly plan: SimulationPlan;
  /** What to give: adaptively only from a bank of at least three times the length of the test. */
  readonly advice: 'adaptive' | 'fixed form';
  readonly reason: string;
  readonly highestExposure: number;
  readonly exposureChances: Readonly<Record<string, number>> | null;
  /** Chosen at the planned length where the advice is a fixed form. */
  readonly fixedFormOfLength: readonly string[];
  readonly warnings: readonly string[];
}

/** Items on the scale of θ ~ N(0, 1), with content shares as the bank has them where items say what they are about. */
export function bankOf({ items, sd }: ItemParameters): ItemBank {
  const scaled = items.map(
    ({ item, model, a, b, lower, upper, content }): BankItem => ({
      id: item,
      model,
      a: a * sd,
      b: b.map((x) => x / sd),
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
      ...(content === undefined ? {} : { content }),
    }),
  );
  const areas = [...new Set(scaled.flatMap(({ content }) => (content === undefined ? [] : [content])))];
  const share = (area: string): number => scaled.filter(({ content }) => content === area).length / scaled.length;
  const everyone = scaled.every(({ content }) => content !== undefined);
  return itemBank(
    scaled,
    everyone && areas.length > 1 ? { targets: Object.fromEntries(areas.map((area) => [area, share(area)])) } : {},
  );
}

export function simulateAdaptive(parameters: ItemParameters, plan: SimulationPlan): SimulationReport {
  const bank = bankOf(parameters);
  const size = bank.items.length;
  const maxItems = Math.min(plan.maxItems, size);
  const settings: AdaptiveSettings = adaptiveSettings({
    seed: plan.seed,
    minItems: Math.min(plan.minItems, maxItems),
    maxItems,
    targetSe: plan.targetSe,
    cut: plan.cut,
    randomesque: plan.randomesque,
  });
  const control = plan.rMax === null ? null : sympsonHetter(bank, settings, { rMax: plan.rMax, seed: plan.seed });
  const used = control === null ? bank : { ...bank, exposure: control.exposure };
  const study = adaptiveStudy(used, settings, { persons: plan.persons, seed: plan.seed });
  const length = Math.ceil(study.adaptive.items);
  return {
    ...study,
    bank: size,
    plan,
    ...adviceOn(study, bank, length),
    highestExposure: Math.max(...Object.values(study.exposure)),
    exposureChances: control?.exposure ?? null,
    fixedFormOfLength: fixedForm(bank, Math.min(size, length)),
    warnings: warningsOf(plan, { size, items: study.adaptive.items }),
  };
}

/** Adaptive only where the bank is large enough and it measures at least as well as the best fixed form of that length. */
export function adviceOn(
  { adaptive, fixed }: { readonly [how in 'adaptive' | 'fixed']: Pick<Recovery, 'rmse'> },
  bank: Pick<ItemBank, 'items'>,
  length: number,
): Pick<SimulationReport, 'advice' | 'reason'> {
  const size = bank.items.length;
  const errors = `RMSE ${adaptive.rmse.toFixed(3)}, of the best fixed form of that length ${fixed.rmse.toFixed(3)}`;
  const enough = isLargeEnough(bank, length);
  const worse = adaptive.rmse > fixed.rmse;
  const measured = `the bank of ${size} is ${enough ? 'at least' : 'under'} three times the ${length} items given`;
  return {
    advice: enough && !worse ? 'adaptive' : 'fixed form',
    reason: `${measured}${enough && worse ? ', but here it measures less well' : ''}; ${errors}`,
  };
}

/** A limit below the mean share of persons an item must be given to cannot hold, whatever is drawn. */
function warningsOf({ rMax }: SimulationPlan, { size, items }: { size: number; items: number }): string[] {
  const mean = items / size;
  if (rMax === null || mean <= rMax) return [];
  const share = (x: number): string => `${(100 * x).toFixed(0)} %`;
  return [
    `an exposure of ${share(rMax)} cannot hold: ${items.toFixed(1)} of ${size} items give each to ${share(mean)} on average`,
  ];
}
