import type { FieldsThatFit } from '../../../server/contract/analysis.schema.ts';
import { m } from '../../i18n/generated/messages.js';

type Fields = NonNullable<FieldsThatFit>;
type Field = Fields['fields'][number];

/** Fields of work worth a look, with people who work there and the two roads of study. */
export function FieldList({ fields }: { fields: FieldsThatFit | undefined }) {
  if (!fields || fields.fields.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="fields">
      <h2 id="fields">{m.fields_title()}</h2>
      <p>{fields.lead}</p>
      <ul class="fields">
        {fields.fields.map((field) => (
          <FieldCard key={field.id} field={field} />
        ))}
      </ul>
      <p>{fields.routes.afterGrade9}</p>
      <p>{fields.routes.afterGrade11}</p>
      <p class="small">{fields.caution}</p>
    </section>
  );
}

export function FieldCard({ field }: { field: Field }) {
  const { name, about, because, occupations, college, university } = field;
  return (
    <li>
      <h3>{name}</h3>
      <p>{about}</p>
      {occupations.length === 0 ? null : <p class="soft">{occupations.join(', ')}</p>}
      {because.length === 0 ? null : (
        <p class="small">{m.fields_because({ names: because.join(', ').toLowerCase() })}</p>
      )}
      <details>
        <summary aria-label={`${m.fields_how()}: ${name}`}>{m.fields_how()}</summary>
        <dl>
          <Way name={m.fields_college()} entries={college} />
          <Way name={m.fields_university()} entries={university} />
        </dl>
      </details>
    </li>
  );
}

function Way({ name, entries }: { name: string; entries: readonly string[] }) {
  if (entries.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {entries.map((entry) => (
        <dd key={entry}>{entry}</dd>
      ))}
    </div>
  );
}
