import type { Language } from '../../domain/language.ts';
import { makePdf } from './make-pdf.ts';

export type CodeList = {
  language: Language;
  school: string;
  schoolClass: string;
  until: string;
  rows: readonly { name: string; pupilCode: string; guardianCode: string }[];
};

/** The codes of a class on one list, for the counsellor's own hand: numbered, with room for a tick. */
export function codeListPdf({ language, school, schoolClass, until, rows }: CodeList): Promise<Uint8Array> {
  const said = words[language];
  const head = ['№', said.name, said.pupil, said.guardian, '✓'].map((text) => ({
    text: text === '✓' ? '' : text,
    bold: true,
  }));
  const body = rows.map(({ name, pupilCode, guardianCode }, index) => [
    String(index + 1),
    name,
    { text: pupilCode, bold: true },
    guardianCode,
    '',
  ]);
  return makePdf(
    {
      info: { title: said.title },
      pageMargins: [36, 36, 36, 40],
      content: [
        { text: `${said.title}: ${school}, ${schoolClass}`, fontSize: 14, bold: true, margin: [0, 0, 0, 4] },
        { text: said.note(until), fontSize: 9, color: '#555555', margin: [0, 0, 0, 10] },
        {
          table: { headerRows: 1, widths: [20, '*', 120, 120, 24], body: [head, ...body] },
          layout: 'lightHorizontalLines',
        },
      ],
      footer: (current, count) => ({
        text: `${current} / ${count}`,
        alignment: 'right',
        margin: [0, 10, 36, 0],
        fontSize: 8,
      }),
    },
    language,
  );
}

const words: Readonly<
  Record<Language, { title: string; name: string; pupil: string; guardian: string; note(until: string): string }>
> = {
  kk: {
    title: 'Сынып кодтары',
    name: 'Оқушы',
    pupil: 'Оқушының коды',
    guardian: 'Заңды өкілдің коды',
    note: (until) =>
      `Кодтар жарамды болатын соңғы күн: ${until}. Тізімді жабық жерде сақтаңыз: кодтар екінші рет көрсетілмейді.`,
  },
  ru: {
    title: 'Коды класса',
    name: 'Ученик',
    pupil: 'Код ученика',
    guardian: 'Код представителя',
    note: (until) => `Коды действуют до ${until}. Храните список закрытым: второй раз коды не показываются.`,
  },
  en: {
    title: 'Codes of the class',
    name: 'Pupil',
    pupil: 'Pupil’s code',
    guardian: 'Guardian’s code',
    note: (until) => `The codes work until ${until}. Keep this list locked away: codes are not shown again.`,
  },
};
