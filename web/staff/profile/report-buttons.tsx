import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

const kinds = ['conversation', 'counsellor', 'pupil', 'guardian'] as const;

const labels: Readonly<Record<(typeof kinds)[number], () => string>> = {
  conversation: m.profile_pdf_conversation,
  counsellor: m.profile_pdf_counsellor,
  pupil: m.profile_pdf_pupil,
  guardian: m.profile_pdf_guardian,
};

/** The four sheets of paper; each is made when asked for and leaves a line in the log. */
export function ReportButtons({ pupil, language }: { pupil: string; language: Language }) {
  const { session } = useStaff();
  const { isBusy, failure, run } = useSend();
  const save = (kind: (typeof kinds)[number]) =>
    run(async () => {
      const path = `/api/pupils/${encodeURIComponent(pupil)}/reports/${kind}?language=${language}`;
      download(`ustaz-${kind}-${language}.pdf`, await fetchFile(session, path));
    });
  return (
    <section class="stack no-print" aria-label={m.profile_pdf()}>
      <div class="row">
        <span class="soft">{m.profile_pdf()}</span>
        {kinds.map((kind) => (
          <Button key={kind} look="quiet" busy={isBusy} onPress={() => void save(kind)}>
            {labels[kind]()}
          </Button>
        ))}
      </div>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
    </section>
  );
}
