import type { ImportChanges, ImportPreview } from '../../../server/contract/roster.schema.ts';
import type { ClassList } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { compareNames } from '../classes/compare-names.ts';
import { Choice } from '../ui/field.tsx';
import { useGet } from '../ui/use-get.ts';
import { type Field, fields, fieldWords } from './field-words.ts';

type Correct = (changes: ImportChanges) => void;

/** What each column holds, as it was recognised; open where something is missing, and correctable always. */
export function ColumnChoices({
  school,
  preview,
  onCorrect,
}: {
  school: string;
  preview: ImportPreview;
  onCorrect: Correct;
}) {
  const { columns, missing } = preview;
  const hasClass = columns.some(({ field }) => field === 'class');
  return (
    <section class="sheet stack">
      {missing.length === 0 ? null : (
        <Notice tone="warn">
          <p>{m.roster_missing({ fields: missing.map((field) => fieldWords[field]()).join(', ') })}</p>
        </Notice>
      )}
      <details class="details" open={missing.length > 0}>
        <summary>{m.roster_columns({ count: columns.filter(({ field }) => field !== null).length })}</summary>
        <div class="fields three columns">
          {columns.map((_, index) => (
            <ColumnChoice key={index} index={index} preview={preview} onCorrect={onCorrect} />
          ))}
        </div>
      </details>
      {hasClass ? null : <ClassOfFile school={school} preview={preview} onCorrect={onCorrect} />}
    </section>
  );
}

function ColumnChoice({ index, preview, onCorrect }: { index: number; preview: ImportPreview; onCorrect: Correct }) {
  const { heading = '', field = null } = preview.columns[index] ?? {};
  const sample = preview.rows.map(({ cells }) => cells[index] ?? '').find((text) => text.trim() !== '') ?? '';
  const choose = (chosen: Field | 'none') =>
    onCorrect({ columns: [{ column: index, field: chosen === 'none' ? null : chosen }] });
  const label = heading === '' ? m.roster_column_number({ number: index + 1 }) : heading;
  return (
    <Choice<Field | 'none'>
      label={label}
      hint={sample === '' ? m.roster_column_empty() : m.roster_column_sample({ text: sample.slice(0, 60) })}
      value={field ?? 'none'}
      options={[['none', m.roster_field_none()] as const, ...fields.map((each) => [each, fieldWords[each]()] as const)]}
      onValue={choose}
    />
  );
}

/** No column names a class: the whole list is of one. */
function ClassOfFile({ school, preview, onCorrect }: { school: string; preview: ImportPreview; onCorrect: Correct }) {
  const list = useGet<ClassList>(`/api/schools/${encodeURIComponent(school)}/classes`);
  const classes = [...(list.value?.classes ?? [])].sort((a, b) => compareNames(a.name, b.name));
  return (
    <div class="narrow-field">
      <Choice
        label={m.roster_class_of_file()}
        hint={m.roster_class_of_file_hint()}
        value={preview.class ?? ''}
        options={[['', m.roster_class_choose()] as const, ...classes.map(({ id, name }) => [id, name] as const)]}
        onValue={(id) => onCorrect({ class: id === '' ? null : id })}
      />
    </div>
  );
}
