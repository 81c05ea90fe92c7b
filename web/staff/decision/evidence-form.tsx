import { useState } from 'preact/hooks';
import type { NewEvidence } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Choice, Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { CaseForm, type CaseFormProps } from './case-form.tsx';
import { aboutWords, evidenceWords, sourceWords } from './case-words.ts';

const kinds: readonly NewEvidence['about'][] = ['marks', 'observation', 'tutoring'];

/** Marks, a teacher's observation, a try-out at tutoring: short, and each asked for what belongs to it. */
export function EvidenceForm(props: CaseFormProps) {
  const today = todayInKazakhstan(new Date());
  const [draft, setDraft] = useState<NewEvidence>({ about: 'observation', on: today, source: '', text: '' });
  return (
    <CaseForm<NewEvidence> {...props} title={m.case_do_evidence()} part="evidence" body={draft}>
      {(wrong) => (
        <>
          <div class="fields">
            <Choice
              label={m.case_about()}
              value={draft.about}
              options={kinds.map((each) => [each, aboutWords[each]()] as const)}
              onValue={(about) => setDraft({ ...draft, about })}
            />
            <Field
              label={m.case_on()}
              type="date"
              value={draft.on}
              onValue={(on) => setDraft({ ...draft, on })}
              error={wrong.has('on') ? m.case_on_wrong() : undefined}
              input={{ required: true, max: today }}
            />
          </div>
          <Field
            label={sourceWords[draft.about]()}
            value={draft.source}
            onValue={(source) => setDraft({ ...draft, source })}
            error={wrong.has('source') ? m.case_text_wrong() : undefined}
            input={{ required: true, maxLength: 200 }}
          />
          <TextArea
            label={evidenceWords[draft.about]()}
            value={draft.text}
            onValue={(text) => setDraft({ ...draft, text })}
            error={wrong.has('text') ? m.case_text_wrong() : undefined}
          />
        </>
      )}
    </CaseForm>
  );
}
