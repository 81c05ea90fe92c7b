import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { AdaptiveForm } from './adaptive-form.ts';

/** What an instrument declares to be asked adaptively, with the codes and keys of its items; null where it declares nothing. */
export function compileAdaptive({ adaptive, items, formats, scales }: Instrument): AdaptiveForm | null {
  if (adaptive === undefined) return null;
  const keys = new Map(
    (scales.find(({ id }) => id === adaptive.scale)?.items ?? []).map(({ item, key }) => [item, key] as const),
  );
  const formatOf = new Map(items.map(({ id, format }) => [id, format]));
  return {
    scale: adaptive.scale,
    minItems: adaptive.minItems,
    maxItems: adaptive.maxItems,
    targetSe: adaptive.targetSe,
    ...(adaptive.areas === undefined ? {} : { areas: adaptive.areas }),
    items: adaptive.items.map(({ item, model, a, b, content, chance }) => ({
      ...{ item, model, a, b },
      ...(content === undefined ? {} : { content }),
      ...(chance === undefined ? {} : { chance }),
      points: formats[formatOf.get(item) ?? '']?.points ?? [],
      reversed: keys.get(item) === -1,
    })),
  };
}
