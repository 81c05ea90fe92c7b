import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Language } from '../../domain/language.ts';
import { makePdf } from './make-pdf.ts';

export type AccessCard = { name: string; code: string };

/** For whom the cards are: a pupil's card opens the sitting, a guardian's opens the page of consent. */
export type CardSheet = {
  holder: 'pupil' | 'guardian';
  language: Language;
  school: string;
  schoolClass: string;
  /** Where the service is reached, e.g. `https://ustaz.example`. */
  address: string;
  /** The last day the codes work, as written in the sheet's language. */
  until: string;
  cards: readonly AccessCard[];
};

const columns = 2;
const rows = 4;
/** Points of an A4 page: a card is a quarter of its height and half of its width. */
const page = { width: 595.28, height: 841.89, margin: 14 } as const;
const inner = { width: page.width - 2 * page.margin, height: page.height - 2 * page.margin } as const;

/** Access cards to be cut out, eight on a page: name, code in large print, QR with the address and the code. */
export function accessCardsPdf(sheet: CardSheet): Promise<Uint8Array> {
  const perPage = columns * rows;
  const pages = Array.from({ length: Math.ceil(sheet.cards.length / perPage) }, (_, index) =>
    cardPage(sheet, sheet.cards.slice(index * perPage, (index + 1) * perPage), index > 0),
  );
  return makePdf(
    { info: { title: words[sheet.language].title }, pageMargins: page.margin, content: pages },
    sheet.language,
  );
}

function cardPage(sheet: CardSheet, cards: readonly AccessCard[], breaks: boolean): Content {
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): TableCell => {
      const card = cards[row * columns + column];
      return card === undefined ? '' : cardCell(sheet, card);
    }),
  );
  return {
    table: {
      widths: Array(columns).fill(inner.width / columns - padding.left - padding.right - 1),
      heights: inner.height / rows - padding.top - padding.bottom - 2,
      body,
    },
    layout: cutLines,
    ...(breaks ? { pageBreak: 'before' as const } : {}),
  };
}

/** Points inside a card's cut lines; a cell's height and width come on top of them. */
const padding = { left: 12, right: 10, top: 10, bottom: 6 } as const;

const dash = { dash: { length: 3, space: 3 } };
const cutLines = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#888888',
  vLineColor: () => '#888888',
  hLineStyle: () => dash,
  vLineStyle: () => dash,
  paddingLeft: () => padding.left,
  paddingRight: () => padding.right,
  paddingTop: () => padding.top,
  paddingBottom: () => padding.bottom,
};

function cardCell(
  { holder, language, school, schoolClass, address, until }: CardSheet,
  { name, code }: AccessCard,
): TableCell {
  const said = words[language];
  const door = holder === 'guardian' ? `${address}/guardian` : address;
  const where = door.replace(/^https?:\/\//, '');
  return {
    stack: [
      { text: `${school} · ${schoolClass}`, fontSize: 8, color: '#555555' },
      { text: holder === 'guardian' ? said.guardianOf(name) : name, fontSize: 13, bold: true, margin: [0, 2, 0, 4] },
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: said.how(where), fontSize: 9 },
              { text: said.until(until), fontSize: 8, color: '#555555', margin: [0, 4, 0, 0] },
            ],
          },
          { width: 84, qr: `${door}#c=${encodeURIComponent(code)}`, fit: 84, eccLevel: 'M' },
        ],
        columnGap: 8,
      },
      { text: code, fontSize: 21, bold: true, characterSpacing: 1, margin: [0, 4, 0, 2] },
      { text: said.keep, fontSize: 7.5, color: '#555555' },
    ],
  };
}

type CardWords = {
  title: string;
  guardianOf(name: string): string;
  how(where: string): string;
  until(day: string): string;
  keep: string;
};

const words: Readonly<Record<Language, CardWords>> = {
  kk: {
    title: 'Кіру карточкалары',
    guardianOf: (name) => `${name}: заңды өкілге`,
    how: (where) => `${where} бетін ашып, кодты теріңіз немесе QR-ды камерамен түсіріңіз.`,
    until: (day) => `Код жарамды болатын соңғы күн: ${day}.`,
    keep: 'Код — жеке: басқаға бермеңіз. Жоғалса, педагог жаңасын береді, ескісі жабылады.',
  },
  ru: {
    title: 'Карточки доступа',
    guardianOf: (name) => `${name}: законному представителю`,
    how: (where) => `Откройте ${where} и введите код или наведите камеру на QR.`,
    until: (day) => `Код действует до ${day}.`,
    keep: 'Код личный: не передавайте его. Если потеряется, педагог выдаст новый, а старый закроется.',
  },
  en: {
    title: 'Access cards',
    guardianOf: (name) => `${name}: to the guardian`,
    how: (where) => `Open ${where} and type the code, or point a camera at the QR.`,
    until: (day) => `The code works until ${day}.`,
    keep: 'The code is personal: do not pass it on. If it is lost, your counsellor gives a new one and the old one stops working.',
  },
};
