import type { FieldsThatFit } from '../../../server/contract/analysis.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { type Explained, ExplainToggle } from './explain-toggle.tsx';

type Field = NonNullable<FieldsThatFit>['fields'][number];

/** Fields of work that fit, first for everyone, each with what of the profile speaks for it. */
export function FieldsSection({ fields, of }: { fields: FieldsThatFit; of: Omit<Explained, 'scale' | 'name'> }) {
  if (fields === null) return null;
  return (
    <Sheet title={m.profile_fields()}>
      <p class="soft">{fields.distinct ? m.profile_fields_distinct() : m.profile_fields_flat()}</p>
      <ol class="points">{fields.fields.map(fieldLine)}</ol>
      {fields.teaching.length === 0 ? null : (
        <>
          <h3>{m.profile_teaching_subjects()}</h3>
          <ol class="points">{fields.teaching.map(fieldLine)}</ol>
        </>
      )}
      <ExplainToggle {...of} scale="fields" name={m.profile_fields()} />
    </Sheet>
  );
}

const fieldLine = ({ id, name, because }: Field) => (
  <li key={id}>
    {name}
    {because.length === 0 ? null : <span class="soft"> {m.profile_because({ list: because.join(', ') })}</span>}
  </li>
);
