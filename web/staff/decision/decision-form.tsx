import { useState } from 'preact/hooks';
import type { NewDecision } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { TextArea } from '../ui/text-area.tsx';
import { CaseForm, type CaseFormProps } from './case-form.tsx';
import { RulingFields } from './ruling-fields.tsx';

/** One decision about one pupil, with its reason in words. */
export function DecisionForm(props: CaseFormProps) {
  const first = props.found.wish === true && props.found.conversations > 0 ? 'recommended' : 'second-conversation';
  const [draft, setDraft] = useState<NewDecision>({ standing: first, reason: '', plannedOn: null });
  return (
    <CaseForm<NewDecision> {...props} title={m.case_do_decide()} part="decisions" body={draft}>
      {(wrong) => (
        <>
          <RulingFields
            ruling={draft}
            about={props.found}
            wrong={wrong}
            onChange={(ruling) => setDraft({ ...draft, ...ruling })}
          />
          <TextArea
            label={m.case_reason()}
            hint={m.case_reason_hint()}
            value={draft.reason}
            onValue={(reason) => setDraft({ ...draft, reason })}
            error={wrong.has('reason') || wrong.has('text') ? m.case_reason_wrong() : undefined}
          />
        </>
      )}
    </CaseForm>
  );
}
