import pdfmake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

// Roboto has every letter of Kazakh. Nothing is fetched: a text of a person's must not make the server ask for an address.
pdfmake.setFonts(roboto);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(roboto.Roboto ?? {}).includes(path));

/** What stands in a PDF; `title` is for readers and screen readers, never a person's name. */
export type PdfDocument = TDocumentDefinitions & { info: { title: string } };

/** A PDF as bytes: A4, Roboto, marked with its language. */
export async function makePdf(document: PdfDocument, language: 'kk' | 'ru' | 'en'): Promise<Uint8Array> {
  const { defaultStyle, ...rest } = document;
  const whole = {
    pageSize: 'A4' as const,
    language,
    displayTitle: true,
    ...rest,
    defaultStyle: { font: 'Roboto', fontSize: 10, ...defaultStyle },
  };
  return pdfmake.createPdf(whole).getBuffer();
}

/** The first PDF of a process takes several times as long as the next: fonts are read, code is compiled. Nobody waits for this one. */
export async function warmPdf(): Promise<void> {
  const lines = ['Ustaz', 'әғқңөұүһі'].map((text) => ({ text, bold: text === 'Ustaz' }));
  await makePdf({ info: { title: 'Ustaz' }, content: lines }, 'kk');
}
