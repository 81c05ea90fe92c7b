import { useState } from 'preact/hooks';
import type { NewConflict } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Choice } from '../ui/field.tsx';
import { CaseForm, type CaseFormProps } from './case-form.tsx';
import { relationWords } from './case-words.ts';

const relations: readonly NewConflict['relation'][] = ['own-child', 'relative', 'close'];

/** «This is my own child»: the case goes to a colleague. */
export function ConflictForm(props: CaseFormProps) {
  const { colleagues } = props.found;
  const [draft, setDraft] = useState<NewConflict>({ relation: 'own-child', to: colleagues[0]?.id ?? null });
  return (
    <CaseForm<NewConflict>
      {...props}
      title={m.case_conflict_title()}
      part="conflicts"
      body={draft}
      submit={m.case_conflict_declare()}
    >
      {() => (
        <>
          <p>{m.case_conflict_lead()}</p>
          <div class="fields">
            <Choice
              label={m.case_relation()}
              value={draft.relation}
              options={relations.map((each) => [each, relationWords[each]()] as const)}
              onValue={(relation) => setDraft({ ...draft, relation })}
            />
            <Choice
              label={m.case_conflict_to()}
              value={draft.to ?? ''}
              options={
                colleagues.length === 0
                  ? [['', m.case_conflict_nobody()] as const]
                  : colleagues.map(({ id, name }) => [id, name] as const)
              }
              onValue={(to) => setDraft({ ...draft, to: to === '' ? null : to })}
            />
          </div>
        </>
      )}
    </CaseForm>
  );
}
