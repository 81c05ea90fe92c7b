import { useRoute } from 'preact-iso/router';
import type { ImportPreview } from '../../../server/contract/roster.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ApplyBar } from './apply-bar.tsx';
import { ColumnChoices } from './column-choices.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportTaken } from './import-taken.tsx';
import { type ImportDesk, useImport } from './use-import.ts';

/** «What would become of each row?»; once taken: what became of it, and the way back. */
export function ImportPage() {
  useLanguage();
  const { params } = useRoute();
  const { school = '', import: id = '' } = params;
  const desk = useImport(school, id);
  const { value } = desk.got;
  return (
    <Page
      title={value === null || value.state === 'draft' ? m.roster_preview_title() : m.roster_taken_title()}
      crumbs={<a href={`/staff/roster?school=${encodeURIComponent(school)}`}>{m.roster_title()}</a>}
      lead={value === null ? <p class="waiting short" /> : <About preview={value} />}
    >
      <Loaded got={desk.got} lines={10}>
        {(preview) =>
          preview.state === 'draft' ? (
            <Draft school={school} preview={preview} desk={desk} />
          ) : (
            <ImportTaken school={school} preview={preview} onChanged={desk.reload} />
          )
        }
      </Loaded>
    </Page>
  );
}

function About({ preview: { fileName, rows, createdAt } }: { preview: ImportPreview }) {
  return <p>{m.roster_about({ name: fileName, rows: formatNumber(rows.length), at: formatInstant(createdAt) })}</p>;
}

function Draft({ school, preview, desk }: { school: string; preview: ImportPreview; desk: ImportDesk }) {
  return (
    <>
      {preview.encoding === 'windows-1251' ? (
        <Notice tone="warn">
          <p>{m.roster_no_kazakh_letters()}</p>
        </Notice>
      ) : null}
      {desk.failure === null ? null : (
        <Trouble failure={desk.failure} safe={m.staff_form_kept()} onRetry={desk.retry} />
      )}
      <ColumnChoices school={school} preview={preview} onCorrect={desk.correct} />
      {preview.missing.length > 0 ? null : (
        <>
          <ImportRows preview={preview} onCorrect={desk.correct} />
          <ApplyBar school={school} preview={preview} isSaving={desk.isSaving} onApplied={desk.reload} />
        </>
      )}
    </>
  );
}
