import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';

/** Of which instrument each scale of a form is: a battery's pages know whose block they are. */
export function scaleGroups({ id, scales, sections }: Instrument): ReadonlyMap<string, string> {
  const blockOf = new Map<string, string>();
  for (const { pages } of sections) {
    for (const { items, block } of pages) for (const item of items) blockOf.set(item, block ?? id);
  }
  const groups = new Map<string, string>();
  for (const scale of scales) groups.set(scale.id, blockOf.get(scale.items?.[0]?.item ?? '') ?? id);
  // A nested scale stands with its first part.
  for (const { id: scale, parts = [] } of scales) {
    const part = groups.get(parts[0]?.scale ?? '');
    if (part !== undefined) groups.set(scale, part);
  }
  return groups;
}

/** What an instrument is called in a form's language. */
export const groupName = ({ blocks, title }: InstrumentText, group: string): string => blocks?.[group]?.title ?? title;
