import type { Content } from 'pdfmake/interfaces.js';
import { makePdf } from './make-pdf.ts';

export type ReferralLetter = {
  language: 'kk' | 'ru';
  number: string;
  /** The day of the commission's order, as written in the letter's language. */
  date: string;
  order: string;
  signatory: string;
  /** Who sends: the department, in the letter's language. */
  sender: string;
  pupil: string;
  school: string;
  organisation: string;
  programme: string;
  teachingLanguage: string;
  funding: string;
  obligations: string;
  /** Where the QR code leads: a page that tells only whether the letter is in force. */
  checkAt: string;
  demo: boolean;
};

/** The referral letter: an official form on one A4 page. It says itself that it is no admission and binds to nothing. */
export function referralLetterPdf(letter: ReferralLetter): Promise<Uint8Array> {
  const said = words[letter.language];
  const rows = [
    [said.pupil, letter.pupil],
    [said.school, letter.school],
    [said.organisation, letter.organisation],
    [said.programme, letter.programme],
    [said.teachingLanguage, letter.teachingLanguage],
    [said.funding, letter.funding],
  ];
  const content: Content[] = [
    ...(letter.demo
      ? [{ text: said.demo, color: '#9a3412', bold: true, alignment: 'center' as const, margin: 4 }]
      : []),
    { text: letter.sender, alignment: 'center', fontSize: 12, margin: [0, 0, 0, 26] },
    { text: said.title, alignment: 'center', fontSize: 20, bold: true, characterSpacing: 2 },
    { text: `№ ${letter.number}`, alignment: 'center', fontSize: 12, margin: [0, 4, 0, 2] },
    { text: letter.date, alignment: 'center', margin: [0, 0, 0, 22] },
    { text: said.lead(letter.order), margin: [0, 0, 0, 12], lineHeight: 1.25 },
    {
      table: {
        widths: [170, '*'],
        body: rows.map(([name = '', value = '']) => [
          { text: name, color: '#555555' },
          { text: value, bold: true },
        ]),
      },
      layout: 'lightHorizontalLines',
      margin: [0, 0, 0, 16],
    },
    { text: said.obligations, bold: true, margin: [0, 0, 0, 4] },
    { text: letter.obligations, margin: [0, 0, 0, 12], lineHeight: 1.25 },
    { text: said.notBinding, margin: [0, 0, 0, 30], lineHeight: 1.25, italics: false },
    {
      columns: [
        {
          stack: [
            { text: said.signatory, color: '#555555' },
            { text: letter.signatory, bold: true, margin: [0, 2, 0, 18] },
            '______________________',
          ],
          width: '*',
        },
        {
          stack: [
            { qr: letter.checkAt, fit: 104, eccLevel: 'M' },
            { text: said.check, fontSize: 8, color: '#555555', margin: [0, 4, 0, 0] },
          ],
          width: 130,
        },
      ],
    },
  ];
  return makePdf(
    { info: { title: `${said.title} № ${letter.number}` }, pageMargins: [64, 56, 56, 48], content },
    letter.language,
  );
}

type Words = Record<
  | 'title'
  | 'pupil'
  | 'school'
  | 'organisation'
  | 'programme'
  | 'teachingLanguage'
  | 'funding'
  | 'obligations'
  | 'notBinding'
  | 'signatory'
  | 'check'
  | 'demo',
  string
> & { lead(order: string): string };

const words: Readonly<Record<'kk' | 'ru', Words>> = {
  kk: {
    title: 'ЖОЛДАМА',
    lead: (order) =>
      `Комиссияның ${order} бұйрығы негізінде төмендегі білім алушы педагог мамандығын игеру үшін жіберіледі:`,
    pupil: 'Білім алушының тегі, аты',
    school: 'Мектебі',
    organisation: 'Білім беру ұйымы',
    programme: 'Білім беру бағдарламасы',
    teachingLanguage: 'Оқыту тілі',
    funding: 'Қаржыландыру',
    obligations: 'Міндеттемелер',
    notBinding:
      'Бұл жолдама оқуға қабылдау емес және ешнәрсеге міндеттемейді: міндеттемелер оқуға түскенде жасалатын жеке шарттан кейін ғана басталады. Жолдамадан кез келген уақытта бас тартуға болады.',
    signatory: 'Қол қоюшы',
    check: 'Жолдаманың күшін тексеру',
    demo: 'ҮЛГІ: деректер ойдан шығарылған',
  },
  ru: {
    title: 'НАПРАВЛЕНИЕ',
    lead: (order) =>
      `На основании приказа комиссии ${order} обучающийся направляется для получения педагогической профессии:`,
    pupil: 'Фамилия, имя обучающегося',
    school: 'Школа',
    organisation: 'Организация образования',
    programme: 'Образовательная программа',
    teachingLanguage: 'Язык обучения',
    funding: 'Финансирование',
    obligations: 'Обязательства',
    notBinding:
      'Это направление не является зачислением и ни к чему не обязывает: обязательства начинаются только после отдельного договора при поступлении. От направления можно отказаться в любое время.',
    signatory: 'Подпись',
    check: 'Проверить, действует ли направление',
    demo: 'ПРИМЕР: данные вымышлены',
  },
};
