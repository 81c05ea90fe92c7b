import { useState } from 'preact/hooks';
import type { NewNote } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { TextArea } from '../ui/text-area.tsx';
import { CaseForm, type CaseFormProps } from './case-form.tsx';

export function NoteForm(props: CaseFormProps) {
  const [text, setText] = useState('');
  return (
    <CaseForm<NewNote> {...props} title={m.case_do_note()} part="notes" body={{ text }}>
      {(wrong) => (
        <TextArea
          label={m.case_note_text()}
          hint={m.case_note_hint()}
          value={text}
          onValue={setText}
          error={wrong.has('text') ? m.case_text_wrong() : undefined}
        />
      )}
    </CaseForm>
  );
}
