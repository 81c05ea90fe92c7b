import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';

/** One row of the form as it is printed: its number is its place. */
export type PaperRow = { item: string; words: string; points: readonly number[] };

export function paperRows(order: readonly string[], form: InstrumentForm, text: InstrumentText): PaperRow[] {
  const formats = new Map(form.formats.map(({ id, points }) => [id, points]));
  const items = new Map(form.items.map(({ id, format }) => [id, format]));
  return order.map((item) => {
    const said = text.items[item] ?? '';
    return {
      item,
      words: typeof said === 'string' ? said : `1: ${said.a} · 2: ${said.b}`,
      points: formats.get(items.get(item) ?? '') ?? [],
    };
  });
}

/** By item; absent: no answer. */
export type Keyed = ReadonlyMap<string, number>;

export const differencesOf = (rows: readonly PaperRow[], first: Keyed, second: Keyed): PaperRow[] =>
  rows.filter(({ item }) => first.get(item) !== second.get(item));
