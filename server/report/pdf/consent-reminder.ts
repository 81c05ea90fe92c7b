import type { Content } from 'pdfmake/interfaces.js';
import type { Wording } from '../../contract/consent.schema.ts';
import type { Language } from '../../domain/language.ts';
import { makePdf } from './make-pdf.ts';

export type ReminderSheet = {
  language: Language;
  school: string;
  /** The text a guardian agrees to, as it is in force. */
  wording: Wording;
  pupils: readonly { name: string; schoolClass: string }[];
};

/** A page to take home for each pupil: what is asked, the whole wording with its version, and where to sign either way. */
export function consentReminderPdf({ language, school, wording, pupils }: ReminderSheet): Promise<Uint8Array> {
  const pages = pupils.map(
    (pupil, index): Content => ({
      stack: letter(pupil, school, wording, words[language]),
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
    }),
  );
  return makePdf({ info: { title: words[language].title }, pageMargins: [48, 44, 48, 44], content: pages }, language);
}

function letter(
  pupil: ReminderSheet['pupils'][number],
  school: string,
  wording: Wording,
  said: ReminderWords,
): Content[] {
  return [
    { text: `${school}, ${pupil.schoolClass}`, color: '#555555' },
    { text: said.dear(pupil.name), fontSize: 13, margin: [0, 6, 0, 8] },
    { text: wording.title, fontSize: 15, bold: true, margin: [0, 0, 0, 6] },
    ...wording.paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 5] })),
    { ul: [...wording.fields], margin: [0, 2, 0, 10] },
    {
      text: `☐ ${wording.agree}        ☐ ${wording.refuse}`.replaceAll('☐', '[   ]'),
      fontSize: 12,
      bold: true,
      margin: [0, 4, 0, 18],
    },
    { columns: [line(said.who), line(said.signature), line(said.date)], columnGap: 16 },
    {
      text: `${said.version}: ${wording.id} (${wording.language})`,
      fontSize: 8,
      color: '#555555',
      margin: [0, 16, 0, 0],
    },
  ];
}

const line = (text: string): Content => ({
  stack: [{ text: '_______________________' }, { text, fontSize: 8, color: '#555555' }],
});

type ReminderWords = {
  title: string;
  dear(name: string): string;
  who: string;
  signature: string;
  date: string;
  version: string;
};

const words: Readonly<Record<Language, ReminderWords>> = {
  kk: {
    title: 'Келісім туралы еске салу',
    dear: (name) => `${name}: заңды өкіліне. Жауабыңызды күтеміз, шешім еркіңізде.`,
    who: 'Заңды өкілдің аты-жөні',
    signature: 'Қолы',
    date: 'Күні',
    version: 'Мәтіннің нұсқасы',
  },
  ru: {
    title: 'Напоминание о согласии',
    dear: (name) => `${name}: законному представителю. Ждём вашего ответа, решение за вами.`,
    who: 'ФИО представителя',
    signature: 'Подпись',
    date: 'Дата',
    version: 'Версия текста',
  },
  en: {
    title: 'A reminder about consent',
    dear: (name) => `${name}: to the guardian. We wait for your answer; the decision is yours.`,
    who: 'Name of the guardian',
    signature: 'Signature',
    date: 'Date',
    version: 'Version of the wording',
  },
};
