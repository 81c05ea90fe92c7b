import type { FamilyReferral } from '../../../server/contract/own-places.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { PdfButton } from '../pdf-button.tsx';

type Props = { api: PupilApi; party: 'pupil' | 'guardian'; referral: FamilyReferral };

/** The letter in both languages of the state, while it is in force. */
export function FamilyLetter({ api, party, referral: { id, number, hasLetter } }: Props) {
  if (!hasLetter) return null;
  const address = encodeURIComponent(window.location.origin);
  const words = { kk: m.pl_letter_kk, ru: m.pl_letter_ru } as const;
  return (
    <>
      {(['kk', 'ru'] as const).map((language) => (
        <PdfButton
          key={language}
          api={api}
          path={`/api/${party}/letters/${id}?language=${language}&address=${address}`}
          name={`${number}-${language}.pdf`}
          language={language}
        >
          {words[language]()}
        </PdfButton>
      ))}
    </>
  );
}
