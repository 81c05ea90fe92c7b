import { pagesInOrder } from '../../../scoring/order/pages-in-order.ts';
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
  const ordered = pagesInOrder(form.sections, seed);
  return form.sections.flatMap((section, index) =>
    (ordered[index] ?? []).flatMap((page) =>
      page.items.flatMap((id) => {
        const item = items.get(id);
        const format = item && formats.get(item.format);
        return format ? [{ item: id, section: section.id, situation: page.situation ?? item.situation, format }] : [];
      }),
    ),
  );
}
