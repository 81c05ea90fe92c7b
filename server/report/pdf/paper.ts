import type { Report } from '../../domain/report/report.ts';
import { accessCardsPdf, type CardSheet } from './access-cards.ts';
import { type CodeList, codeListPdf } from './code-list.ts';
import { consentReminderPdf, type ReminderSheet } from './consent-reminder.ts';
import { type PaperForm, paperFormPdf } from './paper-form.ts';
import { type ReferralLetter, referralLetterPdf } from './referral-letter.ts';
import { reportPdf } from './report-pdf.ts';

/** Everything that is printed, as plain values: it can be handed to another thread. */
export type Paper =
  | { readonly kind: 'report'; readonly of: Report }
  | { readonly kind: 'cards'; readonly of: CardSheet }
  | { readonly kind: 'codes'; readonly of: CodeList }
  | { readonly kind: 'reminders'; readonly of: ReminderSheet }
  | { readonly kind: 'form'; readonly of: PaperForm }
  | { readonly kind: 'letter'; readonly of: ReferralLetter };

/** The PDF of a paper, as bytes. */
export function paperPdf(paper: Paper): Promise<Uint8Array> {
  switch (paper.kind) {
    case 'report':
      return reportPdf(paper.of);
    case 'cards':
      return accessCardsPdf(paper.of);
    case 'codes':
      return codeListPdf(paper.of);
    case 'reminders':
      return consentReminderPdf(paper.of);
    case 'form':
      return paperFormPdf(paper.of);
    case 'letter':
      return referralLetterPdf(paper.of);
  }
}
