import { pagesInOrder } from '../../../scoring/order/pages-in-order.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';

export type Question = {
  item: string;
  section: string;
  /** The instrument of a battery it stands in; an item dealt between others stands in theirs. Null: a form by itself. */
  block: string | null;
  /** Questions of one page are asked together where there is room. */
  page: string;
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
  return form.sections.flatMap((section, index) => {
    const asked: Question[] = [];
    const pace = paceOf(section, ordered[index] ?? [], items, formats);
    for (const page of ordered[index] ?? []) {
      const host = page.spread === true ? asked[asked.length - 1] : undefined;
      for (const id of page.items) {
        const item = items.get(id);
        const format = item && formats.get(item.format);
        if (!item || !format) continue;
        asked.push({
          item: id,
          section: section.id,
          block: host === undefined ? (page.block ?? null) : host.block,
          // Under a situation only its own options are asked.
          page: host === undefined || host.situation !== null ? page.id : host.page,
          situation: page.situation ?? item.situation,
          format: pace === 1 ? format : { ...format, seconds: format.seconds * pace },
        });
      }
    }
    return asked;
  });
}

type Section = InstrumentForm['sections'][number];
type Items = ReadonlyMap<string, InstrumentForm['items'][number]>;

/** A battery says how long its parts take with all that is read between the questions: each gets its share of that. */
function paceOf(
  section: Section,
  pages: Section['pages'],
  items: Items,
  formats: ReadonlyMap<string, Question['format']>,
) {
  if (pages.every(({ block }) => block === undefined)) return 1;
  const seconds = pages
    .flatMap((page) => page.items)
    .reduce((sum, id) => sum + (formats.get(items.get(id)?.format ?? '')?.seconds ?? 0), 0);
  return seconds === 0 ? 1 : (section.minutes * 60) / seconds;
}
