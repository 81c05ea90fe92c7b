import type { Instrument } from '../../instruments/schema/instrument.schema.ts';

/**
 * Scales a pupil is told about: those of a profile that are no part of a larger one. A scale of two or three items is too
 * short to say anything of one person beside the whole it belongs to; the counsellor sees them all.
 */
export function mainScales({ scales }: Instrument): ReadonlySet<string> {
  const profile = scales.filter(({ use }) => use === 'profile');
  const itemsOf = new Map(profile.map(({ id, items = [] }) => [id, new Set(items.map(({ item }) => item))]));
  const isPart = (id: string): boolean => {
    const own = [...(itemsOf.get(id) ?? [])];
    return [...itemsOf].some(
      ([other, items]) =>
        other !== id && own.length > 0 && items.size > own.length && own.every((item) => items.has(item)),
    );
  };
  return new Set(profile.map(({ id }) => id).filter((id) => !isPart(id)));
}
