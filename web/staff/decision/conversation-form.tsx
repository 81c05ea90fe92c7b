import { useState } from 'preact/hooks';
import type { NewConversation } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Field } from '../ui/field.tsx';
import { todayInKazakhstan } from '../ui/last-day.ts';
import { TextArea } from '../ui/text-area.tsx';
import { CaseForm, type CaseFormProps } from './case-form.tsx';
import { presentWords } from './case-words.ts';

type Present = NewConversation['present'][number];
const everyone: readonly Present[] = ['pupil', 'guardian', 'teacher', 'psychologist', 'other'];

/** The day, who was there, what was talked about. */
export function ConversationForm(props: CaseFormProps) {
  const today = todayInKazakhstan(new Date());
  const [draft, setDraft] = useState<NewConversation>({ on: today, present: ['pupil'], text: '' });
  const toggle = (who: Present) => {
    const isThere = draft.present.includes(who);
    const present = everyone.filter((each) => (each === who ? !isThere : draft.present.includes(each)));
    setDraft({ ...draft, present });
  };
  return (
    <CaseForm<NewConversation> {...props} title={m.case_do_conversation()} part="conversations" body={draft}>
      {(wrong) => (
        <>
          <Field
            label={m.case_on()}
            type="date"
            value={draft.on}
            onValue={(on) => setDraft({ ...draft, on })}
            error={wrong.has('on') ? m.case_on_wrong() : undefined}
            input={{ required: true, max: today }}
          />
          <fieldset class="field">
            <legend>{m.case_present()}</legend>
            <div>
              {everyone.map((who) => (
                <label key={who} class="check">
                  <input type="checkbox" checked={draft.present.includes(who)} onChange={() => toggle(who)} />
                  {presentWords[who]()}
                </label>
              ))}
            </div>
            {wrong.has('present') ? <p class="error">{m.case_present_wrong()}</p> : null}
          </fieldset>
          <TextArea
            label={m.case_talked_about()}
            hint={m.case_talked_hint()}
            rows={6}
            value={draft.text}
            onValue={(text) => setDraft({ ...draft, text })}
            error={wrong.has('text') ? m.case_text_wrong() : undefined}
          />
        </>
      )}
    </CaseForm>
  );
}
