import { categoryProbabilities } from '../../scoring/irt/category-probabilities.ts';
import type { IrtItem } from '../../scoring/irt/irt-item.ts';
import { expectedScore, testInformation } from '../../scoring/irt/item-information.ts';
import type { Curve } from './curve-chart.ts';

export const thetaRange = { low: -4, high: 4 };

const thetas = Array.from({ length: 81 }, (_, i) => thetaRange.low + i * 0.1);

const curve = (label: string, of: (theta: number) => number): Curve => ({
  label,
  points: thetas.map((theta) => [theta, of(theta)] as const),
});

export const informationCurve = (items: readonly IrtItem[], label: string): Curve =>
  curve(label, (theta) => testInformation(items, theta));

export const characteristicCurve = (items: readonly IrtItem[], label: string): Curve =>
  curve(label, (theta) => expectedScore(items, theta));

/** The chance of each answer over θ, lowest first. */
export const answerCurves = (item: IrtItem, labels: readonly string[]): Curve[] =>
  Array.from({ length: item.b.length + 1 }, (_, k) =>
    curve(labels[k] ?? String(k), (theta) => categoryProbabilities(item, theta)[k]?.p ?? 0),
  );
