import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';

export type Question = {
  item: string;
  section: string;
  situation: string | null;
  format: InstrumentForm['formats'][number];
};

/**
 * The questions in the order in which this sitting asks them. Sections and the items of a page never change places; pages
 * do where the instrument says so, by the sitting's seed, hence in the same way on every device.
 */
export function questionsInOrder(form: InstrumentForm, seed: number): Question[] {
  const items = new Map(form.items.map((item) => [item.id, item]));
  const formats = new Map(form.formats.map((format) => [format.id, format]));
  return form.sections.flatMap((section) => {
    const pages = section.shuffle === 'pages' ? shuffled(section.pages, seed) : section.pages;
    return pages.flatMap((page) =>
      page.items.flatMap((id) => {
        const item = items.get(id);
        const format = item && formats.get(item.format);
        return format ? [{ item: id, section: section.id, situation: page.situation ?? item.situation, format }] : [];
      }),
    );
  });
}

/** Fisher–Yates with mulberry32: small, seeded, and good enough for an order. */
function shuffled<T>(things: readonly T[], seed: number): T[] {
  const mixed = [...things];
  let state = seed >>> 0;
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    const chosen = Math.floor((scramble(state) / 2 ** 32) * (last + 1));
    const [one, other] = [mixed[chosen], mixed[last]];
    if (one !== undefined && other !== undefined) [mixed[chosen], mixed[last]] = [other, one];
  }
  return mixed;
}

function scramble(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
