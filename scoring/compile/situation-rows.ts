import type { SituationBlock } from '../scale/sjt/situation-block.ts';
import { type TabledSituation, tabledSituation } from '../scale/sjt/tabled-situation.ts';
import type { ItemTable } from './item-table.ts';
import type { ScalePlan } from './plan.ts';

/** Lays all scales over situations out flat (see SituationBlock); null where there is none. */
export function situationRows(scales: readonly ScalePlan[], items: ItemTable): SituationBlock | null {
  const shared = new Map<string, { readonly tabled: TabledSituation; readonly first: number }>();
  let options = 0;
  const rows = scales.flatMap(({ sjt, declared }, index) => {
    if (sjt === null) return [];
    const option = sjt.situations.flatMap((situation) => {
      const name = `${declared.sjt?.method} ${declared.sjt?.key} ${situation.item.join()}`;
      const points = items.points[situation.item[0] ?? 0] ?? [];
      const known = shared.get(name) ?? { tabled: tabledSituation(situation, sjt.score, points), first: options };
      if (!shared.has(name)) options += situation.item.length;
      shared.set(name, known);
      return [...situation.counted].flatMap((counted, j) => (counted === 0 ? [] : [known.first + j]));
    });
    return [{ index, option, of: sjt.of, required: sjt.required }];
  });
  if (rows.length === 0) return null;
  const start = new Int32Array(rows.length + 1);
  rows.forEach(({ option }, row) => {
    start[row + 1] = (start[row] ?? 0) + option.length;
  });
  return {
    situations: [...shared.values()].map(({ tabled }) => tabled),
    first: Int32Array.from(shared.values(), ({ first }) => first),
    options,
    start,
    scale: Int32Array.from(rows, ({ index }) => index),
    option: Int32Array.from(rows.flatMap(({ option }) => option)),
    of: Int32Array.from(rows, ({ of }) => of),
    required: Int32Array.from(rows, ({ required }) => required),
  };
}
