import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { fetchFile } from '../session/fetch-file.ts';
import { useStaff } from '../session/staff-context.ts';
import { Details } from '../ui/details.tsx';
import { download } from '../ui/download.ts';
import { Choice } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Format = 'xlsx' | 'semicolon' | 'comma' | 'tab';

/** The school's list with how far each pupil is, as a file that can be imported again. */
export function ClassListExport({
  school,
  classes,
}: {
  school: string;
  classes: readonly { id: string; name: string }[];
}) {
  const language = useLanguage();
  const { session } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [format, setFormat] = useState<Format>('xlsx');
  const [only, setOnly] = useState('');
  const save = () =>
    run(async () => {
      const kind = format === 'xlsx' ? 'xlsx' : 'csv';
      const wanted = new URLSearchParams({ language, ...(only === '' ? {} : { class: only }) });
      if (format !== 'xlsx') wanted.set('separator', format);
      download(`class-list.${kind}`, await fetchFile(session, `/api/schools/${school}/class-list.${kind}?${wanted}`));
    });
  return (
    <Details summary={m.export_list()}>
      <div class="stack">
        <p class="small">{m.export_list_what()}</p>
        <div class="row">
          <Choice
            label={m.export_class()}
            value={only}
            options={[['', m.export_class_all()], ...classes.map(({ id, name }) => [id, name] as const)]}
            onValue={setOnly}
          />
          <Choice
            label={m.export_format()}
            value={format}
            options={[
              ['xlsx', m.export_xlsx()],
              ['semicolon', m.export_csv_semicolon()],
              ['comma', m.export_csv_comma()],
              ['tab', m.export_csv_tab()],
            ]}
            onValue={setFormat}
          />
        </div>
        {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} onRetry={save} />}
        <div class="row">
          <Button look="quiet" busy={isBusy} onPress={save}>
            {m.export_save()}
          </Button>
        </div>
        <p class="small">{m.export_audited()}</p>
      </div>
    </Details>
  );
}
