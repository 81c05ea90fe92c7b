import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { download } from '../ui/download.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Props = { path: string; name: string; query?: string; hasEditions?: boolean };

/** The page as a PDF or a spreadsheet, made by the server from the same frozen figures; where there are editions, the short one first. */
export function ReportFiles({ path, name, query = '', hasEditions = false }: Props) {
  const { session } = useStaff();
  const language = useLanguage();
  const { isBusy, failure, run } = useSend();
  const save = (kind: 'pdf' | 'xlsx', more = '') =>
    run(async () => {
      const file = await fetchFile(session, `${path}.${kind}?language=${language}${query}${more}`);
      download(`${name}-${language}.${kind}`, file);
    });
  return (
    <section class="stack no-print" aria-label={m.report_files()}>
      <div class="row">
        <span class="soft">{m.report_files()}</span>
        <Button look="quiet" busy={isBusy} onPress={() => void save('pdf')}>
          {hasEditions ? m.report_pdf_short() : m.report_pdf()}
        </Button>
        {hasEditions ? (
          <Button look="quiet" busy={isBusy} onPress={() => void save('pdf', '&edition=whole')}>
            {m.report_pdf_whole()}
          </Button>
        ) : null}
        <Button look="quiet" busy={isBusy} onPress={() => void save('xlsx')}>
          {m.report_xlsx()}
        </Button>
      </div>
      {failure === null ? null : <Trouble failure={failure} safe={m.report_files_safe()} />}
    </section>
  );
}
