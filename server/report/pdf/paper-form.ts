import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Language } from '../../domain/language.ts';
import { paperPages } from '../../domain/paper.ts';
import { makePdf } from './make-pdf.ts';

export type PaperForm = {
  name: string;
  class: string;
  language: Language;
  address: string;
  /** Opens the same battery on a device; null: none is printed. */
  code: string | null;
  form: Instrument;
  text: InstrumentText;
};

/** A battery to be filled in by hand: numbered, one circle an answer, in the order in which it is keyed in. */
export function paperFormPdf(sheet: PaperForm): Promise<Uint8Array> {
  const { text, language } = sheet;
  const said = words[language];
  const content: Content[] = [head(sheet), { text: text.instructions, margin: [0, 8, 0, 4] }, ...questions(sheet)];
  return makePdf(
    {
      info: { title: text.title },
      pageMargins: [40, 36, 40, 40],
      footer: (page, pages) => ({
        text: said.page(page, pages),
        fontSize: 8,
        color: '#555555',
        margin: [40, 10, 40, 0],
      }),
      content,
    },
    language,
  );
}

function head({ name, class: schoolClass, text, language, address, code }: PaperForm): Content {
  const said = words[language];
  const left: Column = {
    width: '*',
    stack: [
      { text: text.title, fontSize: 16, bold: true },
      { text: `${name} · ${schoolClass}`, fontSize: 12, margin: [0, 4, 0, 4] },
      { text: said.how, fontSize: 9 },
    ],
  };
  if (code === null) return { columns: [left] };
  const qr: Column = {
    width: 96,
    stack: [
      { qr: `${address}#c=${encodeURIComponent(code)}`, fit: 84, eccLevel: 'M' },
      { text: code, fontSize: 9, bold: true },
    ],
  };
  return { columns: [left, qr], columnGap: 12 };
}

function questions({ form, text }: PaperForm): Content[] {
  const formats = new Map(form.items.map(({ id, format }) => [id, format]));
  const out: Content[] = [];
  let number = 0;
  let last = { block: '', situation: '', format: '' };
  for (const page of paperPages(form)) {
    const block = page.spread === true ? last.block : (page.block ?? '');
    if (block !== last.block && block !== '') {
      out.push({ text: text.blocks?.[block]?.title ?? '', fontSize: 13, bold: true, margin: [0, 14, 0, 2] });
      out.push({ text: text.blocks?.[block]?.instructions ?? '', fontSize: 9, margin: [0, 0, 0, 4] });
      last = { block, situation: '', format: '' };
    }
    const situation = page.situation ?? '';
    const told = situation === '' ? [] : [{ text: text.situations?.[situation] ?? '', italics: true }];
    for (const [index, item] of page.items.entries()) {
      number += 1;
      const format = formats.get(item) ?? '';
      const isNew = format !== last.format || (situation !== '' && index === 0);
      last = { block, situation, format };
      const lead: Content[] = index === 0 && told.length > 0 ? [{ stack: told, margin: [0, 8, 0, 2] }] : [];
      out.push({
        unbreakable: true,
        stack: [...lead, ...(isNew ? legend(text, format) : []), row(number, item, format, { form, text })],
      });
    }
  }
  return out;
}

/** What the numbers mean, said again wherever it changes. */
function legend(text: InstrumentText, format: string): Content[] {
  const { question, labels = [] } = text.formats[format] ?? {};
  const meaning = labels.length === 2 ? '' : labels.map((label, index) => `${index + 1} — ${label}`).join('   ');
  return [{ text: [{ text: `${question ?? ''}  `, bold: true }, meaning], fontSize: 8, margin: [0, 6, 0, 2] }];
}

function row(number: number, item: string, format: string, { form, text }: Pick<PaperForm, 'form' | 'text'>): Content {
  const said = text.items[item] ?? '';
  const points = form.formats[format]?.points ?? [];
  const circles: TableCell = {
    text: points.map((point) => `( ${point} )`).join('  '),
    alignment: 'right',
    noWrap: true,
  };
  const stem: TableCell =
    typeof said === 'string' ? { text: said } : { stack: [{ text: `1: ${said.a}` }, { text: `2: ${said.b}` }] };
  return {
    table: { widths: [22, '*', 'auto'], body: [[{ text: `${number}.`, color: '#555555' }, stem, circles]] },
    layout: { hLineWidth: (line) => (line === 1 ? 0.4 : 0), vLineWidth: () => 0, hLineColor: () => '#bbbbbb' },
    fontSize: 9.5,
  };
}

const words: Readonly<Record<Language, { how: string; page(page: number, pages: number): string }>> = {
  kk: {
    how: 'Әр жолда бір санды қоршап сыз. Қателессең, сызып тастап, басқасын қоршап сыз. Жауапсыз қалдыруға да болады.',
    page: (page, pages) => `${page}-бет, барлығы ${pages}`,
  },
  ru: {
    how: 'В каждой строке обведи одно число. Если ошибёшься, зачеркни и обведи другое. Строку можно пропустить.',
    page: (page, pages) => `Страница ${page} из ${pages}`,
  },
  en: {
    how: 'Circle one number in each row. If you slip, cross it out and circle another. You may leave a row open.',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
};
